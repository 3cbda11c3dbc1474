import { z } from 'zod';
import { IntroductionState, facetKind } from '@warren/contracts';
import type { HoldReason, Introduction, OwnWords } from '@warren/contracts';
import { counted } from '../ui/format.ts';
import { nameOf } from '../ui/name-of.ts';
import type { Tone } from '../ui/tag.tsx';

/** Name of each state, and the tone of its tag. */
export const states: Record<IntroductionState, { name: string; tone: Tone }> = {
  proposed: { name: 'Proposed', tone: 'info' },
  introduced: { name: 'Introduced', tone: 'good' },
  met: { name: 'They met', tone: 'good' },
  declined: { name: 'Declined', tone: 'caution' },
  not_again: { name: 'Never again', tone: 'danger' },
};

/** Which introductions are listed: those of a state, all of them, or proposals that wait, or that no longer hold. */
export const IntroductionChoice = z.enum([...IntroductionState.options, 'all', 'held', 'outdated']);
export type IntroductionChoice = z.infer<typeof IntroductionChoice>;

/** Name of each choice, in the order shown. */
export const choices: readonly { value: IntroductionChoice; name: string }[] = [
  ...IntroductionState.options.map((value) => ({ value, name: states[value].name })),
  { value: 'all', name: 'All' },
  { value: 'held', name: 'Held for you' },
  { value: 'outdated', name: 'No longer true' },
];

/** How great the need is: "2 members look for it, 1 member has it"; of an analyst's, who counts nobody, where it comes from. */
export function needOf({ seekers, givers }: Pick<Introduction, 'seekers' | 'givers'>): string {
  if (seekers === null || givers === null) {
    return 'Proposed by the analyst, who has read both';
  }
  const look = seekers === 1 ? 'looks' : 'look';
  const have = givers === 1 ? 'has' : 'have';
  return `${counted(seekers, 'member')} ${look} for it, ${counted(givers, 'member')} ${have} it`;
}

/** Message to send to both. */
export function messageTo({ seeker, giver, why }: Pick<Introduction, 'seeker' | 'giver' | 'why'>): string {
  const [a, b] = [seeker, giver].map((person) => person.first_name || nameOf(person));
  return `Hello ${a ?? ''}, hello ${b ?? ''},\n\nyou two may like to meet: ${why}\nI leave the rest to you.\n`;
}

/** What one of the two says in a field, or lists; undefined where the sentence of why tells it already. */
export function reasonOf(
  facet: Introduction['need'],
  words: OwnWords | null,
): { name: string; text: string } | undefined {
  if (words !== null) {
    return { name: 'in their own words', text: words.quote };
  }
  if (facet === null) {
    return undefined;
  }
  return { name: facetKind(facet.key) === 'theme' ? 'writes of' : 'lists', text: facet.label };
}

const holdKinds: Record<HoldReason['kind'], string> = {
  sensitive: 'It may tell something sensitive',
  singles_out: 'It tells of somebody else',
  unread: 'No second reader has said that the one answers the other',
  beyond_evidence: 'It says more than the two do',
};

/** Reason for which an introduction is held: "It may tell something sensitive: “my knee”". */
export function holdText({ kind, words }: HoldReason): string {
  return words === '' ? holdKinds[kind] : `${holdKinds[kind]}: “${words}”`;
}
