import { afterEach, describe, expect, it } from 'vitest';
import { exportCasePdf } from '../../../electron/export/export-case-pdf.ts';
import { createExporter, type Exporter } from '../../../electron/export/exporter.ts';
import { caseView, context, noteOn } from './case-view.ts';

let exporter: Exporter;
afterEach(() => exporter.close());

describe('createExporter', () => {
  it('makes the same report in its thread, several at once as well', async () => {
    exporter = createExporter();
    const view = caseView('The letter.');
    const annotated = { ...view, annotations: [noteOn(view, 'letter', 'Which?')] };
    const made = await Promise.all([exporter.pdf(annotated, context), exporter.pdf(view, context)]);
    expect(Buffer.from(made[0]).equals(await exportCasePdf(annotated, context))).toBe(true);
    expect(Buffer.from(made[1]).equals(await exportCasePdf(view, context))).toBe(true);
  });

  it('passes on why a report could not be made', async () => {
    exporter = createExporter();
    const nowhere = { ...context, timeZone: 'Nowhere/Nothing' };
    await expect(exporter.pdf(caseView('x'), nowhere)).rejects.toMatchObject({
      name: 'FailureError',
      code: 'internal',
    });
    await expect(exporter.pdf(caseView('x'), context)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses to start when it is closed', async () => {
    exporter = createExporter();
    await exporter.close();
    await exporter.close();
    await expect(exporter.pdf(caseView('x'), context)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
