import { PencilLine } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { CorrectedValue, Correction } from '../../../shared/model/correction.ts';
import { undoCorrection } from '../../services/correction-service.ts';
import { useCase } from '../../stores/case.ts';
import { Button } from '../button.tsx';
import { printedTime } from '../printed-time.ts';
import styles from './corrected-mark.module.css';

/** Tells that a value of the case was corrected, by whom and from what, and takes that back; nothing for others. */
export function CorrectedMark({ path, name }: { path: string; name: string }) {
  const value = useCase(({ view }) => view?.corrected.find((each) => each.path === path));
  return value ? <Mark value={value} name={name} /> : null;
}

function Mark({ value, name }: { value: CorrectedValue; name: string }) {
  const correction = useCase(({ view }) => view?.corrections.find(({ id }) => id === value.correctionId));
  if (!correction) return null;
  return (
    <DialogTrigger>
      <TooltipTrigger delay={400}>
        <AriaButton className={styles['mark'] ?? ''} aria-label={`${name} corrected`}>
          <PencilLine aria-hidden />
        </AriaButton>
        <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
          {signatureOf(correction)}
          <br />
          {parsedLine(value)}
        </Tooltip>
      </TooltipTrigger>
      <Popover className={styles['popover'] ?? ''} offset={6}>
        <Dialog className={styles['dialog'] ?? ''} aria-label={`${name} corrected`}>
          {({ close }) => (
            <>
              <p>{signatureOf(correction)}</p>
              <p className={styles['parsed']}>{parsedLine(value)}</p>
              <Button
                onPress={() => {
                  close();
                  void undoCorrection(correction.id);
                }}
              >
                Undo correction
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const signatureOf = ({ author, createdAt }: Correction): string => `Corrected by ${author}, ${printedTime(createdAt)}.`;

/** How much of a text that was corrected is quoted, in characters. */
const quoted = 160;

function parsedLine({ path, parsed }: CorrectedValue): string {
  if (/^items\.\d+$/.test(path)) return 'The program had drawn the items otherwise.';
  if (parsed === undefined) return 'The program had read nothing here.';
  return `The program had read: ${parsed.length > quoted ? `${parsed.slice(0, quoted).trimEnd()}…` : parsed}`;
}
