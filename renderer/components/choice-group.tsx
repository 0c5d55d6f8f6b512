import { type ReactNode, useId } from 'react';
import styles from './choice-group.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
  /** The key that chooses it, for its tooltip. */
  readonly shortcut?: string;
}

/**
 * A few exclusive choices side by side; arrows move between them. The browser's own radio buttons: a letter has a group
 * on every item, and all of them are made anew whenever one is opened.
 */
export function ChoiceGroup<T extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['group']}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={styles['choice']}
          data-selected={choice.value === value || undefined}
          title={choice.shortcut && `${choice.label} (${choice.shortcut})`}
        >
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.icon}
          {choice.label}
        </label>
      ))}
    </div>
  );
}
