import { type FormEvent, useId, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import type { Target } from '../../../shared/model/annotation.ts';
import type { TreatmentCategory } from '../../../shared/model/clinical-facts.ts';
import { categoryNames } from '../../../shared/model/clinical-names.ts';
import type { Change } from '../../../shared/model/correction.ts';
import type { Decision, Item } from '../../../shared/model/letter-parse.ts';
import { correctCase } from '../../services/correction-service.ts';
import { Button } from '../button.tsx';
import { type Choice, ChoiceGroup } from '../choice-group.tsx';
import { decisionLabels } from '../decision-badge.tsx';
import { ModalDialog } from '../modal-dialog.tsx';
import styles from './form.module.css';

const choices = Object.entries(decisionLabels).map(([value, label]) => ({ value, label })) as Choice<Decision>[];

/** Sets an item's title, decision and category right. */
export function ItemEditor({
  item,
  category: before,
  target,
  onClose,
}: {
  item: Item;
  category: TreatmentCategory | undefined;
  target: Target;
  onClose: () => void;
}) {
  const form = useId();
  const [title, setTitle] = useState(item.title);
  const [decision, setDecision] = useState(item.decision);
  const [category, setCategory] = useState<TreatmentCategory | ''>(before ?? '');
  const [refusal, setRefusal] = useState<string>();
  const lines = title.split('\n').map((line) => line.trim());
  const typed = lines.filter((line) => line !== '').join(' ');
  const retitled = typed !== item.title.trim();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const changes: Change[] = [
      ...(decision === item.decision ? [] : [{ kind: 'set-decision', item: target, decision } as const]),
      ...(category === (before ?? '')
        ? []
        : [{ kind: 'set-category', item: target, category: category === '' ? null : category } as const]),
      ...(retitled ? [{ kind: 'set-title', item: target, title: typed } as const] : []),
    ];
    for (const change of changes) {
      const reason = await correctCase(change);
      if (reason !== undefined) return setRefusal(reason);
    }
    onClose();
  };
  return (
    <ModalDialog
      title={`Item ${item.ordinal}: title, decision and category`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} isDisabled={retitled && typed === ''}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} className={styles['form']} onSubmit={(event) => void save(event)}>
        <TextField className={styles['field'] ?? ''} value={title} onChange={setTitle} maxLength={2000} autoFocus>
          <Label>Title: the disputed item or service</Label>
          <TextArea
            rows={2}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        </TextField>
        <div className={styles['field']}>
          <span>Decision{item.decisionText !== '' && `; the letter says “${item.decisionText}”`}</span>
          <ChoiceGroup label="Decision" choices={choices} value={decision} onChange={setDecision} />
        </div>
        <div className={styles['field']}>
          <label htmlFor={`${form}-category`}>Category of treatment</label>
          <select
            id={`${form}-category`}
            value={category}
            onChange={(event) => setCategory(event.target.value as TreatmentCategory | '')}
          >
            <option value="">None</option>
            {Object.entries(categoryNames).map(([each, name]) => (
              <option key={each} value={each}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {refusal !== undefined && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
      </form>
    </ModalDialog>
  );
}
