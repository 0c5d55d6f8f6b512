import { beforeEach, describe, expect, it } from 'vitest';
import { useHistory } from '../../../../renderer/stores/history.ts';

const log: string[] = [];
const step = (label: string, went = true) => ({
  label,
  letterId: 1,
  undo: async () => {
    log.push(`undo ${label}`);
    await new Promise((resolve) => setTimeout(resolve));
    log.push(`undone ${label}`);
    return went;
  },
  redo: async () => went,
});
const { push, undo, redo } = useHistory.getState();

beforeEach(() => {
  log.length = 0;
  useHistory.setState({ done: [], undone: [] });
});

describe('history', () => {
  it('takes steps back one after the other, however fast it is asked', async () => {
    push(step('a'));
    push(step('b'));
    await Promise.all([undo(), undo()]);
    expect(log).toEqual(['undo b', 'undone b', 'undo a', 'undone a']);
  });

  it('keeps a step that could not be taken back, and says so', async () => {
    push(step('a', false));
    expect(await undo()).toMatchObject({ step: { label: 'a' }, went: false });
    expect(useHistory.getState().done).toHaveLength(1);
    expect(await redo()).toBeUndefined();
  });

  it('forgets what was undone once something new is done', async () => {
    push(step('a'));
    await undo();
    push(step('b'));
    expect(await redo()).toBeUndefined();
  });
});
