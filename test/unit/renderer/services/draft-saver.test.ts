import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import { fail, ok } from '../../../../shared/result.ts';

const updateAnnotation = vi.fn();
vi.mock('../../../../renderer/services/api.ts', () => ({ api: { updateAnnotation }, valueOrToast: vi.fn() }));

const { editDraft, flushDrafts, commitDraft } = await import('../../../../renderer/services/draft-saver.ts');
const { useDrafts, saveStateOf } = await import('../../../../renderer/stores/drafts.ts');

const id = '6f1c3a52-6f0e-4b0e-9f39-0d3c5b1f2a11';
const draft = (note: string) => ({ kind: 'annotation' as const, id, note, tags: [] });
const annotation = (note: string): Annotation => ({
  id,
  letterId: 1,
  target: { start: 0, end: 1, quote: { exact: 'a', prefix: '', suffix: '' } },
  note,
  tags: [],
  author: 'A',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  anchored: true,
});
const pending = () => Object.values(useDrafts.getState().pending).map((each) => each.draft);

beforeEach(() => {
  vi.useFakeTimers();
  updateAnnotation.mockReset();
  updateAnnotation.mockImplementation(async ({ note }: { note: string }) => ok(annotation(note)));
});
afterEach(async () => {
  updateAnnotation.mockImplementation(async ({ note }: { note: string }) => ok(annotation(note)));
  await flushDrafts();
  vi.useRealTimers();
});

describe('draft saver', () => {
  it('saves once the typing pauses, with the last text, and then holds no draft', async () => {
    editDraft(draft('a'));
    await vi.advanceTimersByTimeAsync(300);
    editDraft(draft('ab'));
    await vi.advanceTimersByTimeAsync(300);
    expect(updateAnnotation).not.toHaveBeenCalled();
    expect(pending()).toEqual([draft('ab')]);
    await vi.advanceTimersByTimeAsync(200);
    expect(updateAnnotation.mock.calls.map(([{ note }]) => note)).toEqual(['ab']);
    expect(pending()).toEqual([]);
  });

  it('saves within the ceiling while the typing never pauses', async () => {
    for (let typed = 0; typed < 30; typed++) {
      editDraft(draft('x'.repeat(typed + 1)));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(updateAnnotation.mock.calls.length).toBeGreaterThanOrEqual(1);
  });

  it('keeps what was typed while a save was under way', async () => {
    let release: (() => void) | undefined;
    updateAnnotation.mockImplementationOnce(
      ({ note }: { note: string }) =>
        new Promise((resolve) => {
          release = () => resolve(ok(annotation(note)));
        }),
    );
    editDraft(draft('first'));
    await vi.advanceTimersByTimeAsync(500);
    editDraft(draft('first and second'));
    release?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(pending()).toEqual([draft('first and second')]);
    await vi.advanceTimersByTimeAsync(500);
    expect(updateAnnotation.mock.calls.map(([{ note }]) => note)).toEqual(['first', 'first and second']);
    expect(pending()).toEqual([]);
  });

  it('keeps a draft that could not be saved, says why, and tries again', async () => {
    updateAnnotation.mockImplementationOnce(async () => fail('disk-full', 'The disk is full.'));
    editDraft(draft('kept'));
    await vi.advanceTimersByTimeAsync(500);
    expect(saveStateOf(useDrafts.getState().pending)).toEqual({ kind: 'failed', reason: 'The disk is full.' });
    expect(await flushDrafts()).toBe(true);
    expect(pending()).toEqual([]);
  });

  it('keeps a note that is too long and says so, until it is shortened', async () => {
    const long = draft('x'.repeat(100_001));
    editDraft(long);
    await vi.advanceTimersByTimeAsync(500);
    expect(pending()).toEqual([long]);
    expect(saveStateOf(useDrafts.getState().pending)).toMatchObject({ reason: expect.stringContaining('100,001') });
    expect(updateAnnotation).not.toHaveBeenCalled();
    editDraft(draft('short'));
    await vi.advanceTimersByTimeAsync(500);
    expect(pending()).toEqual([]);
  });

  it('never lets an older text overtake a newer one', async () => {
    const written: string[] = [];
    updateAnnotation.mockImplementation(async ({ note }: { note: string }) => {
      await new Promise((resolve) => setTimeout(resolve, note === 'slow' ? 300 : 1));
      written.push(note);
      return ok(annotation(note));
    });
    const first = commitDraft(draft('slow'));
    const second = commitDraft(draft('fast'));
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all([first, second]);
    expect(written).toEqual(['slow', 'fast']);
    expect(pending()).toEqual([]);
  });
});
