import type {
  Basis,
  DismissalReason,
  Evidence,
  HoldReason,
  Pattern,
  PatternState,
  QuotableField,
  Reading,
  SensitiveKind,
  UnreadReason,
} from '@warren/contracts';
import { count, counted, measured, percent } from '../ui/format.ts';
import type { Tone } from '../ui/tag.tsx';

/** Where the words of a quote stand. */
export const quotePlaces: Record<QuotableField, string> = {
  bio: 'in the bio',
  looking_for: 'in what they look for',
  prompt_responses: 'in an answer of the profile form',
};

/** Name and meaning of each basis. */
export const bases: Record<Basis, { name: string; meaning: string; tone: Tone }> = {
  beyond_chance: {
    name: 'More than chance',
    meaning: 'These members share more than chance explains, even for people who list a lot.',
    tone: 'good',
  },
  apart: {
    name: 'Apart',
    meaning: 'Fewer belong to both sides than chance explains, even for people who list little.',
    tone: 'good',
  },
  shared: {
    name: 'May be chance',
    meaning: 'These members do share it, but people who list this much may share as much by chance.',
    tone: 'caution',
  },
  share: {
    name: 'A share',
    meaning: 'A part of the whole community. Nothing is claimed beyond its size.',
    tone: 'info',
  },
  wish: {
    name: 'A wish',
    meaning: 'Some members look for what others can give. Nothing is claimed beyond that.',
    tone: 'info',
  },
  swap: {
    name: 'A swap',
    meaning: 'Each of two groups looks for what the other can give. Nothing is claimed beyond that.',
    tone: 'info',
  },
  quotes: {
    name: 'In their own words',
    meaning: 'Members say it themselves; each quote stands word for word in their profile.',
    tone: 'info',
  },
};

/** Shown instead of the basis if a pattern no longer holds. */
const noLongerHolds: { name: string; meaning: string; tone: Tone } = {
  name: 'Holds no more',
  meaning:
    'On today’s members it does not hold any more, whatever it stood on before: nothing is claimed of it.',
  tone: 'plain',
};

/** Name and meaning of a pattern's basis today. */
export function currentBasis({ evidence, holds }: Standing): { name: string; meaning: string; tone: Tone } {
  return holds === false ? noLongerHolds : bases[evidence.basis];
}

type Standing = Pick<Pattern, 'evidence'> & Partial<Pick<Pattern, 'holds'>>;

/** Label of a pattern's change since the run it is compared with. */
export function stateText({ state, member_change }: Pick<Pattern, 'state' | 'member_change'>): {
  name: string;
  tone: Tone;
} {
  const change = Math.abs(member_change ?? 0);
  switch (state) {
    case 'new':
      return { name: 'New', tone: 'info' };
    case 'reinforced':
      return { name: change === 0 ? 'Grew' : `Grew by ${change}`, tone: 'good' };
    case 'weakened':
      return { name: change === 0 ? 'Weakened: others now' : `Weakened by ${change}`, tone: 'caution' };
    case 'retired':
      return { name: 'Retired', tone: 'plain' };
    case 'reactivated':
      return { name: 'Back again', tone: 'good' };
    case 'unchanged':
      return { name: 'Unchanged', tone: 'plain' };
  }
}

/** Labels of the states in the filter. */
export const states: Record<PatternState, string> = {
  new: 'New',
  reinforced: 'Grew',
  unchanged: 'Unchanged',
  weakened: 'Weakened',
  reactivated: 'Back again',
  retired: 'Retired',
};

/** Why an operator dismisses a pattern, in words. */
export const dismissalReasons: Record<DismissalReason, string> = {
  untrue: 'Untrue: its members would not agree',
  obvious: 'Obvious: everybody knows',
  private: 'Private: nobody should be told',
  not_useful: 'Not useful: nothing follows from it',
  duplicate: 'Duplicate: another pattern says it',
};

const sensitiveKinds: Record<SensitiveKind, string> = {
  health: 'Health',
  faith: 'Faith',
  origin: 'Origin',
  sexuality: 'Sexuality',
  politics: 'Politics',
  union: 'Trade union',
  addiction: 'Addiction',
  money: 'Money trouble',
  children: 'Children',
  whereabouts: 'Whereabouts',
  empty_home: 'A home that is empty',
};

const holdKinds: Record<Exclude<HoldReason['kind'], 'sensitive'>, string> = {
  singles_out: 'It is about one member',
  unread: 'No second reader has said that its quotes carry it',
  beyond_evidence: 'It says more than its quotes',
};

/** Reason for which a pattern is held. */
export function reasonText({ kind, about }: HoldReason): string {
  if (about !== null) {
    return sensitiveKinds[about];
  }
  return kind === 'sensitive' ? 'Sensitive' : holdKinds[kind];
}

const unreadReasons: Record<UnreadReason, string> = {
  no_model: 'there was no model to read it',
  off: 'second readers are switched off',
  cap: 'the call might have cost more than a cap allows',
  failed: 'the model gave no answer',
  unreadable: 'its answer could not be read',
};

/** What a second reader said of a pattern's words, in one sentence. */
export function readingText({ verdict, unread }: Reading): string {
  switch (verdict) {
    case 'carried':
      return 'The evidence carries what it says.';
    case 'beyond':
      return 'Some of it goes beyond the evidence.';
    case 'none':
      return `Nobody has read it a second time${unread === null ? '' : `: ${unreadReasons[unread]}`}.`;
  }
}

/** What a second reader objected to, each with its words. */
export function objectionsOf({ beyond, sensitive, singles_out }: Reading): { what: string; words: string }[] {
  return [
    ...beyond.map((words) => ({ what: 'Goes beyond the evidence', words })),
    ...sensitive.map(({ kind, words }) => ({ what: sensitiveKinds[kind], words })),
    ...singles_out.map((words) => ({ what: holdKinds.singles_out, words })),
  ];
}

/** Names of the two sides of a pattern, and of who is on both, by its basis. */
export function sideNames(basis: Basis): Record<'giver' | 'seeker' | 'both', string> {
  if (basis === 'apart') {
    return { giver: 'On one side', seeker: 'On the other side', both: 'A bridge' };
  }
  return basis === 'wish'
    ? { giver: 'Can give it', seeker: 'Looks for it', both: 'Gives it and looks for it' }
    : { giver: 'On one side', seeker: 'On the other side', both: 'On both sides' };
}

function bridgesText(bridges: number): string {
  return bridges === 0
    ? 'nobody belongs'
    : `${counted(bridges, 'bridge')} ${bridges === 1 ? 'belongs' : 'belong'}`;
}

function bothSides({ givers, seekers }: NonNullable<Evidence['sides']>): string {
  return `${counted(givers.length, 'member')} on one side, ${count(seekers.length)} on the other`;
}

/** Share of the community that a pattern's members are; absent where its numbers are those of its bridges alone. */
export function shareText({ basis, statistics }: Evidence): string | undefined {
  return basis === 'apart' ? undefined : percent(statistics.share);
}

/** Describes the evidence of a pattern in one sentence; viewers are not told its sides and quotes. */
export function evidenceSentence({ evidence, holds }: Standing): string {
  const { basis, statistics, sides, quotes } = evidence;
  const { observed, expected, lift, lift_low, tested, share, share_low, share_high } = statistics;
  const against =
    expected === null
      ? counted(observed, 'member')
      : `${counted(observed, 'member')} where chance would give ${measured(expected)}`;
  if (holds === false || (basis === 'beyond_chance' && lift_low !== null && lift_low <= 1)) {
    return `${against}: it holds no more.`;
  }
  switch (basis) {
    case 'beyond_chance':
      return `${against}${lift === null ? '' : `: ${measured(lift)} times as many`}.`;
    case 'apart':
      return `${sides === undefined ? '' : `${bothSides(sides)}; `}${bridgesText(observed)} to both${
        expected === null ? '' : `, where chance would give ${measured(expected)}`
      }.`;
    case 'shared':
      if (expected === null) {
        return `${sides === undefined ? against : bothSides(sides)}.`;
      }
      return tested === null || tested < 2
        ? `${against}: it may be chance.`
        : `${against}: among ${count(tested)} possible rules, it may be chance.`;
    case 'share':
      if (sides !== undefined) {
        return `${bothSides(sides)}.`;
      }
      return `${percent(share)} of all who say anything of themselves (between ${percent(share_low)} and ${percent(share_high)}).`;
    case 'wish':
      return sides === undefined
        ? `${counted(observed, 'member')} look for it or can give it.`
        : `${counted(sides.seekers.length, 'member')} look for it, ${sides.givers.length} can give it.`;
    case 'swap':
      return sides === undefined
        ? `${counted(observed, 'member')} could swap: each looks for what another has.`
        : `${bothSides(sides)}, and each looks for what the other has.`;
    case 'quotes':
      return quotes === undefined
        ? `${counted(observed, 'member')}, in their own words.`
        : `${counted(observed, 'member')}, in their own words (${counted(quotes.length, 'quote')}).`;
  }
}
