import { expect, test } from 'vitest';
import { createImportRate } from '../../../electron/import/import-rate.ts';

function setUp() {
  let time = 5000;
  const rate = createImportRate(() => time);
  return {
    rate,
    after: (ms: number, done: number) => {
      time += ms;
      rate.note(done);
    },
    wait: (ms: number) => {
      time += ms;
    },
  };
}

test('tells nothing before there is a second to tell from', () => {
  const { rate, after } = setUp();
  expect(rate.perSecond()).toBeUndefined();
  after(999, 500);
  expect(rate.perSecond()).toBeUndefined();
  after(1, 500);
  expect(rate.perSecond()).toBe(500);
});

test('is that of the last ten seconds', () => {
  const { rate, after } = setUp();
  for (let second = 1; second <= 20; second++) after(1000, second * 100);
  expect(rate.perSecond()).toBe(100);
  for (let second = 1; second <= 10; second++) after(1000, 2000 + second * 7);
  expect(rate.perSecond()).toBe(7);
});

test('leaves out the time of a pause', () => {
  const { rate, after, wait } = setUp();
  after(2000, 200);
  wait(60_000);
  rate.restart(200);
  expect(rate.perSecond()).toBeUndefined();
  after(2000, 500);
  expect(rate.perSecond()).toBe(150);
});
