import { CircleHelp, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useRef } from 'react';
import type { Item } from '../../../shared/model/letter-parse.ts';
import type { SecondOpinion, Verdict } from '../../../shared/model/second-opinion.ts';
import { Button } from '../../components/button.tsx';
import { type Choice, ChoiceGroup } from '../../components/choice-group.tsx';
import { printedTime } from '../../components/printed-time.ts';
import { commitDraft, editDraft } from '../../services/draft-saver.ts';
import { recordOpinionEdit } from '../../services/second-opinion-service.ts';
import { useCase } from '../../stores/case.ts';
import { type Draft, selectDraft, useDrafts } from '../../stores/drafts.ts';
import styles from './second-opinion-form.module.css';

const choices: readonly Choice<Verdict>[] = [
  { value: 'agree', label: 'Agree', icon: <ThumbsUp aria-hidden />, shortcut: 'A' },
  { value: 'disagree', label: 'Disagree', icon: <ThumbsDown aria-hidden />, shortcut: 'D' },
  { value: 'unsure', label: 'Unsure', icon: <CircleHelp aria-hidden />, shortcut: 'U' },
];

type Opinion = Extract<Draft, { kind: 'second-opinion' }>;

/** What the person at the desk thinks of the decision, saved as it is made. */
export function SecondOpinionForm({ letterId, item }: { letterId: number; item: Item }) {
  const { ordinal, title } = item;
  const saved = useCase(({ view }) => view?.secondOpinions.find((opinion) => opinion.ordinal === ordinal));
  const draft = useDrafts(selectDraft('second-opinion', `second-opinion:${letterId}:${ordinal}`));
  const current = draft ?? asDraft(letterId, ordinal, title, saved);
  /** The opinion before the edit of its reason that is under way. */
  const before = useRef<Opinion>(undefined);
  const setVerdict = (verdict: Verdict | undefined) => {
    const next = { ...current, verdict };
    recordOpinionEdit(current, next);
    void commitDraft(next);
  };
  const writeReason = (reason: string) => {
    before.current ??= current;
    editDraft({ ...current, reason });
  };
  const endReason = () => {
    if (before.current) recordOpinionEdit(before.current, current);
    before.current = undefined;
  };
  return (
    <section className={styles['form']} aria-label={`Second opinion on item ${ordinal}`}>
      <div className={styles['head']}>
        <h4>Your second opinion</h4>
        <div className={styles['verdict']}>
          <ChoiceGroup
            label={`Second opinion on item ${ordinal}`}
            choices={choices}
            value={current.verdict}
            onChange={setVerdict}
          />
          {current.verdict && (
            <Button
              look="quiet"
              aria-label={`Clear the verdict on item ${ordinal}`}
              onPress={() => setVerdict(undefined)}
            >
              Clear
            </Button>
          )}
        </div>
      </div>
      <textarea
        className={styles['reason']}
        aria-label={`Reason for your second opinion on item ${ordinal}`}
        placeholder="Reason"
        value={current.reason}
        onChange={(event) => writeReason(event.target.value)}
        onBlur={endReason}
      />
      {saved && !draft && (
        <p className={styles['signed']}>
          {saved.author}, {printedTime(saved.updatedAt)}
        </p>
      )}
    </section>
  );
}

function asDraft(letterId: number, ordinal: number, itemTitle: string, saved: SecondOpinion | undefined): Opinion {
  return {
    kind: 'second-opinion',
    letterId,
    ordinal,
    itemTitle,
    verdict: saved?.verdict,
    reason: saved?.reason ?? '',
  };
}
