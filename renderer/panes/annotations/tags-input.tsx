import { X } from 'lucide-react';
import { useState } from 'react';
import styles from './tags-input.module.css';

/** Tags as chips; Enter or a comma adds the one being typed, Backspace in the empty field removes the last. */
export function TagsInput({
  label,
  tags,
  onChange,
}: {
  label: string;
  tags: readonly string[];
  onChange: (tags: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const tag = typed.trim().slice(0, 60);
    setTyped('');
    if (tag !== '' && !tags.includes(tag) && tags.length < 30) onChange([...tags, tag]);
  };
  return (
    <div className={styles['tags']}>
      {tags.map((tag) => (
        <span key={tag} className={styles['tag']}>
          {tag}
          <button
            type="button"
            aria-label={`Remove tag ${tag}`}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
          >
            <X aria-hidden />
          </button>
        </span>
      ))}
      <input
        aria-label={label}
        placeholder={tags.length === 0 ? 'Add tags' : ''}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
            onChange(tags.slice(0, -1));
          }
        }}
        // A tag left half-typed is still what the person meant.
        onBlur={add}
      />
    </div>
  );
}
