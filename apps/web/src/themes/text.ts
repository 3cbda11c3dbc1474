import { z } from 'zod';
import type { Theme, ThemeList, ThemeSide } from '@warren/contracts';
import { kindName } from '../patterns/rule-text.ts';
import { count, counted, percentRange } from '../ui/format.ts';

/** What a member who carries a theme says by it. */
export const sides: Record<ThemeSide, string> = {
  has: 'Can give or do it',
  needs: 'Looks for it',
  is: 'Part of their life or views',
};

/** Which themes are listed. */
export const ThemeChoice = z.enum(['active', 'all']);
export type ThemeChoice = z.infer<typeof ThemeChoice>;

/** Name of each choice, in the order shown. */
export const choices: readonly { value: ThemeChoice; name: string }[] = [
  { value: 'active', name: 'In use' },
  { value: 'all', name: 'All, also not useful ones' },
];

/**
 * How many members carry a theme, of those who were read as they write now: "12 of 48 who were read, 15–39%"; and how many
 * carry it who have written anew since.
 */
export function membersText({
  members,
  judged,
  share,
  share_low,
  share_high,
}: Pick<Theme, 'members' | 'judged' | 'share' | 'share_low' | 'share_high'>): string {
  if (share === null || share_low === null || share_high === null) {
    return members === 0
      ? 'Nobody was read for it yet'
      : `${counted(members, 'member')}, who ${members === 1 ? 'has' : 'have'} changed their words since`;
  }
  const now = Math.round(share * judged);
  const changed = members - now;
  return (
    `${count(now)} of ${count(judged)} who were read, ${percentRange(share_low, share_high)}` +
    (changed > 0 ? `; ${count(changed)} more, who changed their words since` : '')
  );
}

/** Whether a theme takes part in tests beyond chance, or why not. */
export function testsText({ untested }: Pick<Theme, 'untested'>): string {
  switch (untested) {
    case null:
      return 'It takes part in tests beyond chance.';
    case 'incomplete':
      return 'It takes no part in tests yet: somebody who was read for other themes was not read for this one.';
    case 'derived':
      return 'It takes no part in tests: skills or interests of somebody who carries it were read from the same texts.';
    case 'dismissed':
      return 'It takes no part in tests: it is not in use.';
    case 'merged':
      return 'It takes no part in tests of its own: its members count for what it means the same as.';
  }
}

/** How far the reading for themes is. */
export function readingText({ judged, written }: Pick<ThemeList, 'judged' | 'written'>): string {
  return `${count(judged)} of ${counted(written, 'member')} who wrote something ${judged === 1 ? 'was' : 'were'} read for all of these.`;
}

/** Name of a listed facet with its kind: "Baking (skill)". */
export function listedText({ key, label }: { key: string; label?: string }): string {
  return `${label ?? key.slice(key.indexOf(':') + 1)} (${kindName(key)})`;
}
