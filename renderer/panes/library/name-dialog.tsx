import { useId } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import form from '../../components/corrections/form.module.css';
import { ModalDialog } from '../../components/modal-dialog.tsx';

/** Asks for one short text; `suggestions` are offered while it is typed. */
export function NameDialog({
  title,
  label,
  verb,
  maxLength,
  value,
  onChange,
  hint,
  suggestions = [],
  onClose,
  onDone,
}: {
  title: string;
  label: string;
  verb: string;
  maxLength: number;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  suggestions?: readonly string[];
  onClose: () => void;
  onDone: (typed: string) => Promise<void>;
}) {
  const id = useId();
  const typed = value.trim();
  return (
    <ModalDialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} isDisabled={typed === ''}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={form['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') void onDone(typed);
        }}
      >
        <TextField className={form['field'] ?? ''} value={value} onChange={onChange} maxLength={maxLength} autoFocus>
          <Label>{label}</Label>
          <Input list={`${id}-suggestions`} autoComplete="off" />
        </TextField>
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        {hint !== undefined && <p className={form['hint']}>{hint}</p>}
      </form>
    </ModalDialog>
  );
}
