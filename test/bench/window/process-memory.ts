import { readdirSync, readFileSync } from 'node:fs';

/** What the system (Linux) says of a process, in MB. */
export interface ProcessMemory {
  /** All of its pages in memory, those of files and those shared with others too. */
  readonly resident: number;
  /** As `resident`, but of a page that n processes share only the nth part. */
  readonly proportional: number;
  /** The part of `proportional` that no file is behind: heaps and stacks. */
  readonly anonymous: number;
}

export function processMemory(pid: number): ProcessMemory {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const field = (name: string): number => {
    const kilobytes = new RegExp(`^${name}: {1,30}(\\d{1,15}) kB`, 'm').exec(rollup)?.[1];
    return Number(kilobytes) / 1024;
  };
  return { resident: field('Rss'), proportional: field('Pss'), anonymous: field('Pss_Anon') };
}

/** The process of the page that the browser under the process `pid` shows: of several, the one that holds most. */
export function pageProcess(pid: number): number {
  const [page] = descendants(pid)
    .filter((each) => readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('--type=renderer'))
    .sort((a, b) => processMemory(b).proportional - processMemory(a).proportional);
  if (page === undefined) throw new Error('The browser shows no page.');
  return page;
}

function descendants(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}
