import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import styles from './choice-group.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
}

/** A few exclusive choices side by side; arrows move between them. */
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
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={styles['group'] ?? ''}
      value={value ?? null}
      onChange={(next) => onChange(next as T)}
    >
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className={styles['choice'] ?? ''} data-value={choice.value}>
          {choice.icon}
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
