import { useId, useRef, useState } from 'react';
import { knownTags } from '../services/facet-service.ts';
import { Chip } from './chip.tsx';
import styles from './tags-input.module.css';

/** As the library takes them. */
const maxTags = 30;
const maxLength = 60;

/**
 * Tags as chips; Enter or a comma adds the one being typed, Backspace in the empty field removes the last. Tags that the
 * library knows are offered, so that one thing gets one name.
 */
export function TagsInput({
  label,
  tags,
  onChange,
  autoFocus = false,
}: {
  label: string;
  tags: readonly string[];
  onChange: (tags: readonly string[]) => void;
  autoFocus?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<readonly string[]>();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const full = tags.length >= maxTags;
  const add = () => {
    const tag = typed.trim();
    setTyped('');
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  };
  const type = (text: string) => {
    setTyped(text);
    if (known) return;
    setKnown([]);
    void knownTags().then(setKnown);
  };
  const remove = (tag: string) => {
    input.current?.focus();
    onChange(tags.filter((other) => other !== tag));
  };
  return (
    <div className={styles['tags']}>
      {tags.map((tag) => (
        <Chip key={tag} text={tag} removeLabel={`Remove tag ${tag}`} onRemove={() => remove(tag)} />
      ))}
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: only where the person has just asked for this field
        autoFocus={autoFocus}
        aria-label={label}
        placeholder={full ? `${maxTags} tags at most` : 'Add a tag'}
        readOnly={full}
        maxLength={maxLength}
        value={typed}
        list={list}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
            onChange(tags.slice(0, -1));
          }
        }}
        // A tag left half-typed is still what the person meant.
        onBlur={() => {
          add();
          setKnown(undefined);
        }}
      />
      {known && (
        <datalist id={list}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      )}
    </div>
  );
}
