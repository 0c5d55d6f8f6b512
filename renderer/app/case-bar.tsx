import { FileDown } from 'lucide-react';
import type { CaseStatus } from '../../shared/model/letter.ts';
import { Button } from '../components/button.tsx';
import { type Choice, ChoiceGroup } from '../components/choice-group.tsx';
import { printedTime } from '../components/printed-time.ts';
import { setStatus } from '../services/case-service.ts';
import { exportOpenCase } from '../services/export-service.ts';
import { useCase } from '../stores/case.ts';
import styles from './case-bar.module.css';
import { LetterTags } from './letter-tags.tsx';

const statuses: readonly Choice<CaseStatus>[] = [
  { value: 'new', label: 'New' },
  { value: 'in-progress', label: 'In progress' },
  { value: 'done', label: 'Done' },
];

/** Which case is on the desk, how far its review is, and the way out to PDF. */
export function CaseBar() {
  const letter = useCase(({ view }) => view?.letter);
  if (!letter) return null;
  return (
    <div className={styles['bar']}>
      <div className={styles['name']} title={`${letter.fileName}\nSHA-256 ${letter.sha256}`}>
        <h1>{letter.caseNumber ?? letter.fileName}</h1>
        <span>
          {letter.caseNumber ? `${letter.fileName}, imported` : 'Imported'} {printedTime(letter.importedAt)}
        </span>
      </div>
      <LetterTags tags={letter.tags} />
      <ChoiceGroup
        label="Status of the review"
        choices={statuses}
        value={letter.status}
        onChange={(status) => void setStatus(letter.id, status)}
      />
      <Button look="primary" onPress={() => void exportOpenCase()}>
        <FileDown aria-hidden />
        Export PDF
      </Button>
    </div>
  );
}
