import { createHash } from 'node:crypto';
import { facetKind, facetsAskedFor, isTwoSided } from '@warren/contracts';
import type {
  Evidence,
  FacetKey,
  MemberFacet,
  OwnWords,
  Reading,
  SimpleRule,
  UnreadReason,
} from '@warren/contracts';
import { Rejection } from '../evidence/rejection.ts';
import type { ClaimedText } from './claim-fields.ts';

/** One quote, as a second reader sees it: which of the people quoted said it, and in what field. */
interface ReadQuote {
  readonly person: number;
  readonly field: string;
  readonly words: string;
}

/** What a second reader is given, and nothing of who wrote it, when and why: a pattern or an introduction, with its evidence. */
export type ReadSubject = PatternSubject | IntroductionSubject;

/** What one of two people says in a field, or lists. */
type ReadReason = { readonly field: string; readonly words: string } | { readonly lists: string };

/** An introduction: the sentence for both, what the one needs and what the other gives. */
export interface IntroductionSubject {
  readonly introduction: { readonly why: string };
  readonly seeker: ReadReason;
  readonly giver: ReadReason;
}

/** A pattern and its evidence. */
export interface PatternSubject {
  /** Without a name where the operator chose it. */
  readonly pattern: {
    readonly name: string | null;
    readonly description: string;
    readonly questions: readonly string[];
  };
  readonly evidence:
    | { readonly quotes: readonly ReadQuote[] }
    | {
        readonly basis: string;
        readonly facets: readonly string[] | { readonly givers: string[]; readonly seekers: string[] };
        /** Facets that none of them has, where the rule leaves some out. */
        readonly without?: readonly string[] | { readonly givers: string[]; readonly seekers: string[] };
        readonly members: number;
      };
}

/** Reads a pattern, or says why it did not; at most one call of a model, which is never repeated for the same subject. */
export type SecondReader = (subject: ReadSubject, digest: string) => Promise<Reading>;

/** What a second reader is to be given of a pattern. */
export function readSubjectOf(
  { name, description, questionPrompts }: Omit<ClaimedText, 'name'> & { readonly name: string | null },
  evidence: Evidence,
  members: number,
): PatternSubject {
  const pattern = { name, description, questions: questionPrompts };
  const { quotes, rule, basis, facets } = evidence;
  if (quotes !== undefined || rule === undefined) {
    return { pattern, evidence: { quotes: readQuotes(quotes ?? []) } };
  }
  const labels = new Map(facets.map(({ key, label }) => [key, label]));
  const labelled = (key: FacetKey): string =>
    `${facetKind(key)}: ${labels.get(key) ?? key.slice(key.indexOf(':') + 1)}`;
  const told = (keysOf: (side: SimpleRule) => readonly FacetKey[]) =>
    isTwoSided(rule)
      ? { givers: keysOf(rule.givers).map(labelled), seekers: keysOf(rule.seekers).map(labelled) }
      : keysOf(rule).map(labelled);
  const sides = isTwoSided(rule) ? [rule.givers, rule.seekers] : [rule];
  const leavesOut = sides.some(({ none_of = [] }) => none_of.length > 0);
  return {
    pattern,
    evidence: {
      basis,
      facets: told(facetsAskedFor),
      ...(leavesOut && { without: told(({ none_of = [] }) => none_of) }),
      members,
    },
  };
}

/** What a second reader is to be given of an introduction; it does not learn who the two are. */
export function subjectOfTwo(why: string, seeker: TwoSides, giver: TwoSides): IntroductionSubject {
  return { introduction: { why }, seeker: readReason(seeker), giver: readReason(giver) };
}

/** What one of the two needs or gives. */
interface TwoSides {
  readonly facet: MemberFacet | null;
  readonly words: OwnWords | null;
}

function readReason({ facet, words }: TwoSides): ReadReason {
  return facet === null
    ? { field: words?.field ?? '', words: words?.quote ?? '' }
    : { lists: `${facetKind(facet.key)}: ${facet.label}` };
}

function readQuotes(quotes: NonNullable<Evidence['quotes']>): ReadQuote[] {
  const people = [...new Set(quotes.map(({ member_id }) => member_id))];
  return quotes.map(({ member_id, field, quote }) => ({
    person: people.indexOf(member_id) + 1,
    field,
    words: quote,
  }));
}

/** Digest of a subject, but for the number of members: a pattern that grows is not read again. */
export function digestOfSubject(subject: ReadSubject): string {
  if ('introduction' in subject) {
    return createHash('sha256').update(JSON.stringify(subject)).digest('base64url');
  }
  const { pattern, evidence } = subject;
  const told = 'members' in evidence ? { ...evidence, members: undefined } : evidence;
  return createHash('sha256')
    .update(JSON.stringify([pattern, told]))
    .digest('base64url');
}

/** A reading without a verdict. */
export function unread(reason: UnreadReason, model: string | null = null): Reading {
  return {
    at: new Date().toISOString(),
    model,
    verdict: 'none',
    unread: reason,
    beyond: [],
    sensitive: [],
    singles_out: [],
  };
}

/** @throws Rejection if a second reader says that the words go beyond the evidence */
export function assertCarried({ verdict, beyond }: Reading): void {
  if (verdict === 'beyond') {
    const which =
      beyond.length === 0 ? 'the text as a whole' : beyond.map((words) => `"${words}"`).join(', ');
    throw new Rejection(
      'beyond_evidence',
      `A second reader, who knows only the evidence, finds that this goes beyond it: ${which}. Say no more than ` +
        'the quotes or facets say, or choose others that say it.',
    );
  }
}

/** @throws Rejection if a second reader says that what the one gives is not what the other needs, or the sentence says more */
export function assertAnswered({ verdict, beyond }: Reading): void {
  if (verdict === 'beyond') {
    const which =
      beyond.length === 0
        ? 'what the one gives does not answer what the other needs'
        : `this goes beyond it: ${beyond.map((words) => `"${words}"`).join(', ')}`;
    throw new Rejection(
      'beyond_evidence',
      `A second reader, who knows only the two reasons and the sentence, finds that ${which}. Say no more than they ` +
        'say, choose others that answer each other, or leave these two.',
    );
  }
}
