import { InvalidRequest } from '@warren/contracts';
import type { RejectedSave } from '@warren/contracts';
import { fieldErrors } from '@warren/messaging';
import { createHash } from 'node:crypto';
import { ZodError } from 'zod';
import { cleanText } from '../run-state/clean-text.ts';
import { foldName } from '../patterns/fold-name.ts';
import { Rejection } from '../evidence/rejection.ts';

/** What a save was about: the name it gave, and what it stood on, where it named that. */
export interface Subject {
  readonly name: string;
  readonly ground: string | null;
}

/** Refusals of the same kind after which a run goes on without the pattern. */
const maxRejections = 3;
/** Refusals kept with a run, the latest. */
const kept = 200;

/** What the input of a save says it is about, whether it is valid or not; no member's id is in it. */
export function subjectOf(tool: string, input: unknown): Subject {
  const given: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
  const name = typeof given['name'] === 'string' ? cleanText(given['name'].slice(0, 255)) : '';
  return { name: name === '' ? tool : name, ground: groundOf(given) };
}

function groundOf({ candidate_id, rule, quotes, pattern_id }: Record<string, unknown>): string | null {
  if (typeof candidate_id === 'string') {
    return `candidate ${cleanText(candidate_id.slice(0, 100))}`;
  }
  if (rule !== undefined) {
    return `rule ${createHash('sha256')
      .update(JSON.stringify(inOrder(rule)))
      .digest('hex')
      .slice(0, 12)}`;
  }
  if (quotes !== undefined) {
    return 'quotes';
  }
  return typeof pattern_id === 'number' ? `pattern ${pattern_id}` : null;
}

/** A rule with its lists sorted: one that names its facets in another order is the same. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, inOrder(item)]))
    : value;
}

/**
 * The refusals with one more. The third of a kind about the same pattern says so: the run goes on without it.
 * @returns what the analyst is told, and the list to keep
 */
export function withRefusal(
  rejected: readonly RejectedSave[],
  subject: Subject,
  refusal: Rejection,
): { told: Rejection; rejected: RejectedSave[] } {
  const isLast = refusal.kind !== 'given_up' && count(rejected, subject, refusal.kind) + 1 >= maxRejections;
  const told = isLast
    ? new Rejection(
        refusal.kind,
        `${refusal.message} This is refused for the third time: leave it, and go on without it.`,
      )
    : refusal;
  const entry = { ...subject, kind: told.kind, reason: told.message, at: new Date().toISOString() };
  return { told, rejected: [...rejected, entry].slice(-kept) };
}

/** The refusal of a pattern that was refused too often already, before anything is asked about it; undefined for others. */
export function givenUp(rejected: readonly RejectedSave[], subject: Subject): Rejection | undefined {
  const kinds = new Set(rejected.map(({ kind }) => kind).filter((kind) => kind !== 'given_up'));
  return [...kinds].some((kind) => count(rejected, subject, kind) >= maxRejections)
    ? new Rejection(
        'given_up',
        'This was refused three times for the same reason: the run goes on without it.',
      )
    : undefined;
}

function count(rejected: readonly RejectedSave[], subject: Subject, kind: Rejection['kind']): number {
  const name = foldName(subject.name);
  return rejected.filter(
    (entry) =>
      entry.kind === kind &&
      (foldName(entry.name) === name || (namesOne(entry.ground) && entry.ground === subject.ground)),
  ).length;
}

function namesOne(ground: string | null): boolean {
  return ground !== null && ground !== 'quotes';
}

/** What the model can mend comes back to it as a refusal; anything else is thrown on. */
export function refusalOf(error: unknown): Rejection {
  if (error instanceof Rejection) {
    return error;
  }
  if (error instanceof ZodError) {
    const words = fieldErrors(error).map(({ field, message }) =>
      field === '' ? message : `${field}: ${message}`,
    );
    return new Rejection('invalid_input', `The input is not valid. ${words.join('; ')}`);
  }
  if (error instanceof InvalidRequest) {
    return new Rejection('invalid_input', error.message);
  }
  throw error;
}
