import type { ImportProgress } from '../../shared/model/import-report.ts';

/** How fast an import goes and how long it will take, in words; undefined while that cannot be told. */
export function paceOf({ total, done, perSecond }: ImportProgress): string | undefined {
  if (perSecond === undefined || perSecond <= 0) return undefined;
  const rate = perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en');
  return `${rate} letters a second, ${timeLeft((total - done) / perSecond)} left`;
}

/** Rounded up, to what a person plans with. */
function timeLeft(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return 'less than a minute';
  if (minutes < 90) return `about ${minutes} minutes`;
  return `about ${Math.ceil(minutes / 60)} hours`;
}
