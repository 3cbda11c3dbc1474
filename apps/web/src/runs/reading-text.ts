import type { RunReading, RunThemes } from '@warren/contracts';
import { count, counted } from '../ui/format.ts';

const was = (members: number): string => (members === 1 ? 'was' : 'were');

/** How many members were read, and how many no run has read, or have changed their words since: a sentence each. */
export function readingText({ members, read, read_in_run, unread }: RunReading): string[] {
  if (members === 0) {
    return ['Nobody has written anything to read.'];
  }
  const changed = Math.max(0, members - read - unread);
  const never =
    unread === 0
      ? 'Some run has read each of them'
      : `${counted(unread, 'member')} ${was(unread)} never read by any run`;
  return [
    `Read: ${count(read)} of ${counted(members, 'member')} who wrote something, ${count(read_in_run)} of them by this run.`,
    changed === 0
      ? `${never}.`
      : `${never}; ${count(changed)} ${changed === 1 ? 'has' : 'have'} changed the words since.`,
  ];
}

/** What a run did with themes, a sentence each; what did not happen is left out, but for who is still to be read. */
export function themesText({ defined, judged_in_run, left, codes, refused }: RunThemes): string[] {
  return [
    ...(defined > 0 ? [`${counted(defined, 'theme')} ${was(defined)} added.`] : []),
    judged_in_run === 0
      ? 'Nobody was read for themes.'
      : `${counted(judged_in_run, 'member')} ${was(judged_in_run)} read for themes: ${counted(codes, 'quote')} kept` +
        `${refused > 0 ? `, ${count(refused)} refused` : ''}.`,
    left === 0 ? 'Nobody is left to be read.' : `${counted(left, 'member')} still to be read.`,
  ];
}
