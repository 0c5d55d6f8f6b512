import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { completeness, diagnosticsOf } from '../../../shared/letter/completeness.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import type { Span } from '../../../shared/model/span.ts';
import { spansOverlap } from '../../../shared/model/text-order.ts';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Diagnostics } from '../../components/diagnostics.tsx';
import { Pane } from '../../components/pane.tsx';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import { useCase } from '../../stores/case.ts';
import styles from './case-summary-pane.module.css';
import { Facts } from './facts.tsx';

const views = [
  { value: 'summary', label: 'Summary' },
  { value: 'letter', label: 'Whole letter' },
] as const;

/** The case at a glance, or the whole letter it comes from. */
export function CaseSummaryPane() {
  const view = useCase((state) => state.view);
  const wholeLetter = useCase((state) => state.wholeLetter);
  if (!view) return null;
  const { parse } = view;
  const recognised = parse.layout !== 'unrecognised';
  const whole = wholeLetter || !recognised;
  return (
    <Pane
      id="case-summary"
      title={whole ? 'Letter' : 'Case summary'}
      actions={
        recognised && (
          <ChoiceGroup
            label="Show"
            choices={views}
            value={whole ? 'letter' : 'summary'}
            onChange={(value) => useCase.getState().showWholeLetter(value === 'letter')}
          />
        )
      }
    >
      <div className={styles['content']} key={view.letter.id}>
        {!recognised && <Unrecognised parse={parse} />}
        {whole ? (
          <ReadingText span={{ start: 0, end: parse.readingText.length }} label="Whole letter" headingLevel={3} />
        ) : (
          <Summary />
        )}
      </div>
    </Pane>
  );
}

/** Why the text is shown as it is: no layout knows it, or the file could not be read in full or at all. */
function Unrecognised({ parse }: { parse: LetterParse }) {
  return (
    <div className={styles['notice']}>
      <p>
        {parse.readingText === ''
          ? 'No text could be read from this file. The file itself is kept.'
          : 'This text was not recognised as an IMR letter. All of it is here to read, search and annotate.'}
      </p>
      <Diagnostics diagnostics={parse.diagnostics.filter(({ code }) => code !== 'unrecognised-layout')} />
    </div>
  );
}

function Summary() {
  const view = useCase((state) => state.view);
  if (!view) return null;
  const { parse } = view;
  // What has no place of its own in one of the panes.
  const rest = parse.sections.filter(({ kind }) => kind !== 'summary' && kind !== 'issues-intro' && kind !== 'item');
  return (
    <>
      <Facts parse={parse} />
      <h3 className={styles['heading']}>Clinical case summary</h3>
      {parse.case.summary.text === '' ? (
        <p className={styles['absent']}>The letter has no case summary.</p>
      ) : (
        <ReadingText span={parse.case.summary} label="Clinical case summary" />
      )}
      {parse.unassigned.length > 0 && (
        <>
          <h3 className={styles['heading']}>Text outside the known sections</h3>
          {parse.unassigned.map((span) => (
            <ReadingText key={span.start} span={span} label="Unassigned text" />
          ))}
        </>
      )}
      <div className={styles['remarks']}>
        <Diagnostics diagnostics={diagnosticsOf(parse)} />
      </div>
      <p className={styles['completeness']}>{completenessLine(completeness(parse))}</p>
      {rest.length > 0 && <HowMade sections={rest} />}
    </>
  );
}

/** In words, and never rounded up to all of it. */
function completenessLine(share: number): string {
  if (share === 1) return 'Every character of the letter is in one of its sections.';
  return `${Math.min(99.9, Math.floor(share * 1000) / 10)} % of the letter is in one of its sections.`;
}

/** The letter's standing text on how it was made, folded away until wanted or pointed at. */
function HowMade({ sections }: { sections: readonly Span[] }) {
  const [expanded, setExpanded] = useState(false);
  const reveal = useCase((state) => state.reveal);
  const asked = reveal !== undefined && sections.some((section) => spansOverlap(section, reveal.span));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reveal of the same place opens it again
  useEffect(() => {
    if (asked) setExpanded(true);
  }, [asked, reveal]);
  return (
    <Disclosure className={styles['disclosure'] ?? ''} isExpanded={expanded} onExpandedChange={setExpanded}>
      <Heading level={3}>
        <AriaButton slot="trigger">
          <ChevronRight aria-hidden />
          How the determination was made
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <div className={styles['folded']}>
          {sections.map((span) => (
            <ReadingText key={span.start} span={span} label="How the determination was made" />
          ))}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
