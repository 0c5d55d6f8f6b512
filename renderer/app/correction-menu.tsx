import { useMemo } from 'react';
import { Button as AriaButton, MenuTrigger } from 'react-aria-components';
import { TextCorrectionItems } from '../components/corrections/text-correction-items.tsx';
import { PopupMenu } from '../components/menu.tsx';
import { useCase } from '../stores/case.ts';
import styles from './correction-menu.module.css';
import { selectionEnd } from './selection-end.ts';

/** What can be set right about the selected text, at its end; opened from its toolbar or by its key. */
export function CorrectionMenu() {
  const parse = useCase(({ view }) => view?.parse);
  const span = useCase(({ correcting }) => correcting);
  const position = useMemo(() => (span ? anchorOf(selectionEnd()) : undefined), [span]);
  if (!parse) return null;
  return (
    <MenuTrigger
      isOpen={span !== undefined}
      onOpenChange={(open) => {
        if (!open) useCase.getState().correct(undefined);
      }}
    >
      <AriaButton className={styles['anchor'] ?? ''} style={position ?? {}} />
      <PopupMenu label="Correct the selected text" autoFocus>
        {span && <TextCorrectionItems parse={parse} span={span} />}
      </PopupMenu>
    </MenuTrigger>
  );
}

/** Kept on screen, so that the menu is in view when the selection has been scrolled away. In px of the window. */
function anchorOf(end: DOMRect | undefined): { top: number; left: number } {
  const { innerHeight, innerWidth } = window;
  if (!end) return { top: innerHeight / 2, left: innerWidth / 2 };
  return {
    top: Math.max(60, Math.min(end.bottom, innerHeight - 60)),
    left: Math.max(8, Math.min(end.right - 60, innerWidth - 200)),
  };
}
