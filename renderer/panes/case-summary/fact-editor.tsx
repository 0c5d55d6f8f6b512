import { Pencil } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import { Button } from '../../components/button.tsx';
import styles from '../../components/corrections/form.module.css';
import { correctCase } from '../../services/correction-service.ts';
import { FactField } from './fact-field.tsx';
import { type FactName, factFrom, factText } from './fact-fields.ts';
import factsStyles from './facts.module.css';

/** The button that opens the fields of one line of facts. */
export function FactEditor({ label, facts, parse }: { label: string; facts: readonly FactName[]; parse: LetterParse }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={factsStyles['edit']}
        aria-label={`Correct: ${label}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Pencil aria-hidden />
      </button>
      {open && (
        <Popover
          className={styles['popover'] ?? ''}
          placement="bottom end"
          offset={4}
          triggerRef={button}
          isOpen
          onOpenChange={setOpen}
        >
          <Dialog className={styles['dialog'] ?? ''} aria-label={`Correct: ${label}`}>
            <FactForm facts={facts} parse={parse} onClose={() => setOpen(false)} />
          </Dialog>
        </Popover>
      )}
    </>
  );
}

function FactForm({ facts, parse, onClose }: { facts: readonly FactName[]; parse: LetterParse; onClose: () => void }) {
  const [texts, setTexts] = useState(() => new Map(facts.map((fact) => [fact, factText(parse, fact)])));
  const [refusal, setRefusal] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    for (const [fact, text] of texts) {
      if (text.trim() === factText(parse, fact)) continue;
      const reason = await correctCase({ kind: 'set-fact', set: factFrom(fact, text) });
      if (reason !== undefined) return setRefusal(reason);
    }
    onClose();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)}>
      {[...texts].map(([fact, text], index) => (
        <FactField
          key={fact}
          fact={fact}
          text={text}
          autoFocus={index === 0}
          onChange={(next) => setTexts((before) => new Map(before).set(fact, next))}
        />
      ))}
      {refusal !== undefined && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
