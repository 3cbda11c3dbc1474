import { createHash } from 'node:crypto';
import type { Candidate, FacetCount } from '@warren/contracts';
import { inSentence, listed } from './labels.ts';

/** Text of a candidate's pattern. */
export interface TemplateText {
  name: string;
  description: string;
  question_prompts: string[];
}

/** Facets that a name or a question lists at most. */
export const short = 3;

/** A candidate with its facets as the templates list them. */
export interface Subject {
  readonly candidate: Candidate;
  /** Its facets, those of most members of the pattern first. */
  readonly facets: readonly FacetCount[];
  /** The most common facets, as a name lists them. */
  readonly named: string;
  /** Facets that a name may list. */
  readonly inName: number;
  /** The most common facets, as a question lists them. */
  readonly some: string;
  /** The most common facet. */
  readonly lead: string;
  /** The next one; the same if there is no other. */
  readonly other: string;
}

/** Prepares a candidate for its template. @param wholeName name every facet, if the short name is taken */
export function subjectOf(candidate: Candidate, wholeName: boolean): Subject {
  const facets = [...candidate.facets].sort(
    (a, b) => b.in_pattern - a.in_pattern || (a.key < b.key ? -1 : 1),
  );
  const inName = wholeName ? facets.length : short;
  const [lead, other = lead] = facets;
  return {
    candidate,
    facets,
    named: listed(facets.slice(0, inName)),
    inName,
    some: listed(facets.slice(0, short)),
    lead: lead === undefined ? '' : inSentence(lead),
    other: other === undefined ? '' : inSentence(other),
  };
}

/**
 * Picks one of several wordings: always the same for the same candidate, so that a rerun changes no word, and varying
 * between candidates, so that not all patterns of a run ask the same.
 */
export function pick<T>({ candidate }: Subject, purpose: string, wordings: readonly [T, ...T[]]): T {
  const hash = createHash('sha256').update(`${purpose}:${candidate.id}`).digest();
  return wordings[hash.readUInt32BE(0) % wordings.length] ?? wordings[0];
}
