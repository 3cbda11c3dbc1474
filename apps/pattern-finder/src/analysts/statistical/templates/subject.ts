import { createHash } from 'node:crypto';
import type { Candidate, FacetCount, SavePatternInput } from '@warren/contracts';
import { inSentence, listed } from './labels.ts';

/** What an analyst says of a candidate, but for its category. */
export type Words = Pick<SavePatternInput, 'name' | 'description' | 'question_prompts'>;

/** Facets that a name or a question lists; a longer list is no name. */
export const SHORT = 3;

/** A candidate as the templates speak of it. */
export interface Subject {
  readonly candidate: Candidate;
  /** Its facets, the most carried in the pattern first. */
  readonly facets: readonly FacetCount[];
  /** The most carried facets, as a name lists them. */
  readonly named: string;
  /** How many facets a name may list. */
  readonly inName: number;
  /** The most carried facets, as a question lists them. */
  readonly some: string;
  /** The most carried facet. */
  readonly lead: string;
  /** The next one; the same where there is no other. */
  readonly other: string;
}

/** @param wholeName name every facet, where the short name is another pattern's */
export function subjectOf(candidate: Candidate, wholeName: boolean): Subject {
  const facets = [...candidate.facets].sort(
    (a, b) => b.in_pattern - a.in_pattern || (a.key < b.key ? -1 : 1),
  );
  const inName = wholeName ? facets.length : SHORT;
  const [lead, other = lead] = facets;
  return {
    candidate,
    facets,
    named: listed(facets.slice(0, inName)),
    inName,
    some: listed(facets.slice(0, SHORT)),
    lead: lead === undefined ? '' : inSentence(lead),
    other: other === undefined ? '' : inSentence(other),
  };
}

/**
 * One of several ways to say a thing: the same for the same candidate, so that a rerun changes no word, and another
 * for other candidates, so that not all patterns of a run ask the same.
 */
export function pick<T>({ candidate }: Subject, what: string, ways: readonly [T, ...T[]]): T {
  const hash = createHash('sha256').update(`${what}:${candidate.id}`).digest();
  return ways[hash.readUInt32BE(0) % ways.length] ?? ways[0];
}
