import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clinicalFactsSchema } from '../../../shared/model/clinical-facts.ts';
import { parseOutputSchema } from '../../../shared/model/letter-parse.ts';
import { jsonLines, runCli, seedsFolder } from './run-cli.ts';

const seed = readdirSync(seedsFolder).find((name) => name.startsWith('000')) ?? '';

test('parse --json --facts adds the clinical facts to the printed object, and nothing else', async () => {
  const { status, stdout, stderr } = await runCli('parse', join(seedsFolder, seed), '--json', '--facts');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [{ facts, ...output }] = jsonLines(stdout);
  expect(parseOutputSchema.parse(output)).toEqual(output);
  expect(clinicalFactsSchema.parse(facts)).toEqual(facts);
  expect(facts.medications[0].name).toBe('Gabapentin');
});

test('--facts without --json is wrong usage', async () => {
  const { status, stderr } = await runCli('parse', join(seedsFolder, seed), '--facts');
  expect(status).toBe(2);
  expect(stderr).toContain('The option --facts goes with --json.');
});
