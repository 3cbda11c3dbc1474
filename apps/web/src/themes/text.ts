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

/** How many members carry a theme: "12 of 48 who were read, 15–39%". */
export function membersText({
  members,
  judged,
  share_low,
  share_high,
}: Pick<Theme, 'members' | 'judged' | 'share_low' | 'share_high'>): string {
  if (judged === 0 || share_low === null || share_high === null) {
    return 'Nobody was read for it yet';
  }
  return `${count(members)} of ${count(judged)} who were read, ${percentRange(share_low, share_high)}`;
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
      return 'It takes no part in tests: you called it not useful.';
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
