import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import styles from '../../components/corrections/form.module.css';
import { type FactName, factFields } from './fact-fields.ts';

const notStated = { value: '', label: 'Not stated' } as const;
const sexes = [{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, notStated] as const;
const reviewerTitles = [
  { value: 'expert reviewer', label: 'Expert' },
  { value: 'physician reviewer', label: 'Physician' },
  notStated,
] as const;

/** The field that a fact is typed into or chosen in; empty when the letter does not state it. */
export function FactField({
  fact,
  text,
  autoFocus,
  onChange,
}: {
  fact: FactName;
  text: string;
  autoFocus: boolean;
  onChange: (text: string) => void;
}) {
  const id = useId();
  const { label, kind } = factFields[fact];
  if (kind === 'sex' || kind === 'reviewer-title') {
    return (
      <div className={styles['field']}>
        <span>{label}</span>
        <ChoiceGroup
          label={label}
          choices={kind === 'sex' ? sexes : reviewerTitles}
          value={text}
          onChange={(value: string) => onChange(value)}
        />
      </div>
    );
  }
  const common = {
    id,
    value: text,
    autoFocus,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['row']}>
        {kind === 'names' && <textarea {...common} rows={3} maxLength={5000} />}
        {kind === 'text' && <input {...common} maxLength={300} />}
        {kind === 'date' && <input {...common} type="date" min="1900-01-01" max="2100-12-31" />}
        {kind === 'age' && <input {...common} type="number" min={0} max={120} step={1} />}
        <Button look="quiet" isDisabled={text === ''} onPress={() => onChange('')}>
          Not stated
        </Button>
      </div>
    </div>
  );
}
