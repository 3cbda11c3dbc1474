import { MemberLine, memberFields, type MemberFieldKind, type MemberInput } from '@warren/contracts';
import { mergeLine, newMember } from '../identity/merge.ts';
import { fieldsOf } from './columns.ts';
import { isRecord } from './record.ts';
import type { Rejection } from '../source/source.ts';
import {
  emailValue,
  idValue,
  isUnstorable,
  listValue,
  promptsValue,
  shown,
  statusValue,
  textValue,
  ValueRefused,
  yesNoValue,
  type OnRejected,
} from './values.ts';

/** A member as far as its line can be used. */
export interface TakenMember {
  /** As a new member: what its line does not speak of has its default. */
  member: MemberInput;
  /** What its line speaks of, and nothing else. */
  line: MemberLine;
  /** Fields, or parts of them, that the member is taken without. */
  without: Rejection[];
}

/** A member as far as its line can be used, or why there is none. */
export type ParsedMember = TakenMember | { rejected: Rejection[] };

const readers: Record<MemberFieldKind, (value: unknown, onRejected: OnRejected) => unknown> = {
  id: idValue,
  email: emailValue,
  name: textValue,
  text: textValue,
  list: listValue,
  answers: promptsValue,
  status: statusValue,
  consent: yesNoValue,
};

/**
 * Reads one member from loosely written data: keys in any spelling, lists as texts, numbers as ids, yes and no in
 * words. Unknown keys are ignored, null is an empty cell. What cannot be meant costs its field, with a reason; it costs
 * the member only where nothing is left that tells it apart from others. With `noAnswer` a new member is not public
 * without a yes.
 */
export function parseMember(record: unknown, { noAnswer = false } = {}): ParsedMember {
  if (!isRecord(record)) return { rejected: [{ field: 'line', reason: `${shown(record)} is not a member` }] };
  const names = Object.keys(record);
  const values: Record<string, unknown> = {};
  const without: Rejection[] = [];
  for (const [field, index] of fieldsOf(names)) {
    const given = record[names[index] ?? ''];
    const told = without.length;
    const tell: OnRejected = (reason) => without.push({ field, reason });
    try {
      const value = readers[memberFields[field]](given, tell);
      if (value === undefined || (field === 'external_id' && value === null)) continue;
      if (isUnstorable(given)) tell('was taken without what cannot be stored: U+0000, or half a character');
      // of what was given nothing could be read: the line does not say that the field is empty
      if (without.length > told && isNothing(value)) continue;
      values[field] = value;
    } catch (error) {
      if (!(error instanceof ValueRefused)) throw error;
      tell(error.message);
    }
  }
  const line = fitting(values, without);
  if (line === undefined) return { rejected: withoutIdentity(without) };
  // who says something that cannot be read has not said yes
  const isPublic = !noAnswer && !without.some(({ field }) => field === 'is_public');
  return { member: mergeLine(newMember(isPublic), line, 'keep').profile, line, without };
}

function isNothing(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value === '';
}

/** The values without those that a member cannot have; undefined where nothing tells it apart. */
function fitting(values: Record<string, unknown>, without: Rejection[]): MemberLine | undefined {
  const parsed = MemberLine.safeParse(values);
  if (parsed.success) return parsed.data;
  const left = new Map(Object.entries(values));
  for (const [field, issues] of Map.groupBy(parsed.error.issues, ({ path: [name] }) => String(name))) {
    const entries: unknown = left.get(field);
    const wrong = new Map(issues.map((issue) => [issue.path[1], issue]));
    if (Array.isArray(entries) && !wrong.has(undefined)) {
      const usable = entries.filter((_, at) => !wrong.has(at));
      if (usable.length > 0) left.set(field, usable);
      else left.delete(field);
      for (const [at, issue] of wrong) {
        without.push({ field, reason: `entry ${Number(at) + 1} ${reasonOf(issue, entries[Number(at)])}` });
      }
    } else if (left.has(field)) {
      for (const issue of issues.slice(0, 1)) without.push({ field, reason: reasonOf(issue, entries) });
      left.delete(field);
    }
  }
  return MemberLine.safeParse(Object.fromEntries(left)).data;
}

type Issue = NonNullable<ReturnType<typeof MemberLine.safeParse>['error']>['issues'][number];

function reasonOf(issue: Issue, value: unknown): string {
  if (issue.code === 'too_big') {
    const size = issue.maximum.toLocaleString('en');
    if (issue.origin !== 'array') return `is longer than ${size} characters: shorten it`;
    return `has more than ${size} entries: leave some out`;
  }
  if (issue.code === 'invalid_format') {
    return `${shown(value)} is not an e-mail address: correct it (name@example.org) or leave it out`;
  }
  return issue.message;
}

/** Why a line names nobody; where it has an id or an address that cannot be used, that is what to mend. */
function withoutIdentity(without: readonly Rejection[]): Rejection[] {
  const unusable = without.filter(({ field }) => field === 'external_id' || field === 'email');
  if (unusable.length === 0) {
    const reason = 'external_id or email is required: without one the member cannot be told apart';
    return [{ field: 'external_id', reason }, ...without];
  }
  return without.map(({ field, reason }) =>
    unusable.some((wrong) => wrong.field === field)
      ? { field, reason: `${reason.replace(/ or leave it out$/, '')}; nothing else tells this member apart` }
      : { field, reason },
  );
}
