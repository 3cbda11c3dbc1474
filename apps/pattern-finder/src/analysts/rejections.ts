import { createHash } from 'node:crypto';
import { ZodError } from 'zod';
import { InvalidRequest, RejectedSave } from '@warren/contracts';
import { fieldErrors } from '@warren/messaging';
import { Rejection } from '../evidence/rejection.ts';
import { foldName } from '../patterns/fold-name.ts';
import { cleanText } from '../run-state/clean-text.ts';

/** Subject of a save: the name it gave, of an introduction its sentence, and the candidate, rule, quotes or pattern it was based on, if any. */
export interface Subject {
  readonly name: string;
  readonly ground: string | null;
}

/** Rejections of the same kind after which a run continues without the pattern. */
const maxRejections = 3;
/** Rejections stored with a run, the latest. */
const maxStored = 200;

/** Derives the subject from the input of a save, valid or not; no member's id is in it. */
export function subjectOf(tool: string, input: unknown): Subject {
  const given: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
  const told = given['name'] ?? given['why'];
  const name = typeof told === 'string' ? cleanText(told.slice(0, 255)) : '';
  return { name: name === '' ? tool : name, ground: groundOf(given) };
}

function groundOf({ candidate_id, rule, quotes, pattern_id }: Record<string, unknown>): string | null {
  if (typeof candidate_id === 'string') {
    return `candidate ${cleanText(candidate_id.slice(0, 100))}`;
  }
  if (rule !== undefined) {
    return `rule ${createHash('sha256')
      .update(JSON.stringify(sorted(rule)))
      .digest('hex')
      .slice(0, 12)}`;
  }
  if (quotes !== undefined) {
    return 'quotes';
  }
  return typeof pattern_id === 'number' ? `pattern ${pattern_id}` : null;
}

/** Sorts the lists of a rule, so that the order of its facets makes no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, sorted(item)]))
    : value;
}

/**
 * Adds a rejection to those of a run. The third of a kind about the same pattern says so: the run continues without it.
 * @returns the answer to the analyst, and the list to store
 */
export function withRejection(
  stored: readonly RejectedSave[],
  subject: Subject,
  rejection: Rejection,
): { answer: Rejection; rejected: RejectedSave[] } {
  const rejected = read(stored);
  const isLast =
    rejection.kind !== 'retry_limit' && count(rejected, subject, rejection.kind) + 1 >= maxRejections;
  const answer = isLast
    ? new Rejection(
        rejection.kind,
        `${rejection.message} This is refused for the third time: leave it, and go on without it.`,
      )
    : rejection;
  const entry = { ...subject, kind: answer.kind, reason: answer.message, at: new Date().toISOString() };
  return { answer, rejected: [...rejected, entry].slice(-maxStored) };
}

/** Rejection of a pattern that was rejected too often, before anything is requested for it; undefined for others. */
export function retryLimitRejection(
  stored: readonly RejectedSave[],
  subject: Subject,
): Rejection | undefined {
  const rejected = read(stored);
  const kinds = new Set(rejected.map(({ kind }) => kind).filter((kind) => kind !== 'retry_limit'));
  return [...kinds].some((kind) => count(rejected, subject, kind) >= maxRejections)
    ? new Rejection(
        'retry_limit',
        'This was refused three times for the same reason: the run goes on without it.',
      )
    : undefined;
}

/** Rejections as they are stored, which may have earlier names of kinds, with the current ones. */
function read(stored: readonly RejectedSave[]): RejectedSave[] {
  return RejectedSave.array().parse(stored);
}

function count(rejected: readonly RejectedSave[], subject: Subject, kind: Rejection['kind']): number {
  const name = foldName(subject.name);
  return rejected.filter(
    (entry) =>
      entry.kind === kind &&
      (foldName(entry.name) === name || (isSpecific(entry.ground) && entry.ground === subject.ground)),
  ).length;
}

function isSpecific(ground: string | null): boolean {
  return ground !== null && ground !== 'quotes';
}

/** Converts an error that the model can correct to a rejection; rethrows any other. */
export function rejectionOf(error: unknown): Rejection {
  if (error instanceof Rejection) {
    return error;
  }
  if (error instanceof ZodError) {
    const problems = fieldErrors(error).map(({ field, message }) =>
      field === '' ? message : `${field}: ${message}`,
    );
    return new Rejection('invalid_input', `The input is not valid. ${problems.join('; ')}`);
  }
  if (error instanceof InvalidRequest) {
    return new Rejection('invalid_input', error.message);
  }
  throw error;
}
