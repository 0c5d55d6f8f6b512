import { beforeEach, describe, expect, it } from 'vitest';
import { useCase } from '../../../../renderer/stores/case.ts';
import type { CaseView } from '../../../../shared/model/letter.ts';

const view = (id: number, layout = 'issues', title = '') =>
  ({ letter: { id }, parse: { layout, title }, annotations: [] }) as unknown as CaseView;

beforeEach(() => useCase.setState({ ...useCase.getInitialState() }));

describe('the case on the desk', () => {
  it('keeps what is active and selected when it is updated', () => {
    const { open, activate, select, update } = useCase.getState();
    open(view(1));
    activate('a');
    select({ start: 1, end: 2 });
    const corrected = view(1, 'issues', 'corrected');
    update(corrected);
    expect(useCase.getState()).toMatchObject({
      view: corrected,
      activeAnnotation: 'a',
      selection: { start: 1, end: 2 },
    });
  });

  it('is not replaced by an update of another case', () => {
    useCase.getState().open(view(1));
    useCase.getState().update(view(2));
    expect(useCase.getState().view?.letter.id).toBe(1);
  });

  it('opens as a whole when its layout is unknown, and otherwise as the person prefers', () => {
    const { open, showWholeLetter } = useCase.getState();
    open(view(1, 'unrecognised'));
    expect(useCase.getState().wholeLetter).toBe(true);
    showWholeLetter(false);
    expect(useCase.getState().wholeLetter).toBe(false);
    open(view(2));
    expect(useCase.getState().wholeLetter).toBe(false);
    showWholeLetter(true);
    open(view(3));
    expect(useCase.getState().wholeLetter).toBe(true);
  });
});
