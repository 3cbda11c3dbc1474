import { MemberLine, memberFields } from '@warren/contracts';
import type { MemberFieldKind, MemberInput } from '@warren/contracts';
import { mergeLine, newMember } from '../identity/merge.ts';
import type { Rejection } from '../source/source.ts';
import { fieldsOf } from './columns.ts';
import { isRecord } from './record.ts';
import {
  emailValue,
  idValue,
  isUnstorable,
  listValue,
  promptsValue,
  shown,
  statusValue,
  textValue,
  InvalidValue,
  yesNoValue,
} from './values.ts';
import type { OnRejected } from './values.ts';

/** A member that can be imported, perhaps without some fields. */
interface AcceptedMember {
  /** The member as a new one: fields that the line lacks have their defaults. */
  member: MemberInput;
  /** The fields of the line alone. */
  line: MemberLine;
  /** Rejected fields, or parts of them. */
  without: Rejection[];
}

/** An accepted member, or the reasons for rejecting its line. */
type ParsedMember = AcceptedMember | { rejected: Rejection[] };

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
 * Parses one member from loosely written data: keys in any spelling, lists as texts, numbers as ids, yes and no in words.
 * Unknown keys are ignored, null is an empty cell. An invalid value costs its field, with a reason; the member is rejected
 * only if nothing is left to identify it. With `noAnswer` a new member is not public without a yes.
 */
export function parseMember(record: unknown, { noAnswer = false } = {}): ParsedMember {
  if (!isRecord(record)) {
    return { rejected: [{ field: 'line', reason: `${shown(record)} is not a member` }] };
  }
  const names = Object.keys(record);
  const values: Record<string, unknown> = {};
  const without: Rejection[] = [];
  for (const [field, index] of fieldsOf(names)) {
    const given = record[names[index] ?? ''];
    const rejectedBefore = without.length;
    const reject: OnRejected = (reason) => without.push({ field, reason });
    try {
      const value = readers[memberFields[field]](given, reject);
      if (value === undefined || (field === 'external_id' && value === null)) {
        continue;
      }
      if (isUnstorable(given)) {
        reject('was taken without what cannot be stored: U+0000, or half a character');
      }
      // nothing of the value could be read: that does not mean that the field is empty
      if (without.length > rejectedBefore && isNothing(value)) {
        continue;
      }
      values[field] = value;
    } catch (error) {
      if (!(error instanceof InvalidValue)) {
        throw error;
      }
      reject(error.message);
    }
  }
  const line = dropInvalid(values, without);
  if (line === undefined) {
    return { rejected: withoutIdentity(without) };
  }
  // an answer that cannot be read is not a yes
  const isPublic = !noAnswer && !without.some(({ field }) => field === 'is_public');
  return { member: mergeLine(newMember(isPublic), line, 'keep').profile, line, without };
}

function isNothing(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value === '';
}

/** Drops invalid values; undefined if nothing is left to identify the member. */
function dropInvalid(values: Record<string, unknown>, without: Rejection[]): MemberLine | undefined {
  const parsed = MemberLine.safeParse(values);
  if (parsed.success) {
    return parsed.data;
  }
  const left = new Map(Object.entries(values));
  for (const [field, issues] of Map.groupBy(parsed.error.issues, ({ path: [name] }) => String(name))) {
    const entries: unknown = left.get(field);
    const wrong = new Map(issues.map((issue) => [issue.path[1], issue]));
    if (Array.isArray(entries) && !wrong.has(undefined)) {
      const usable = entries.filter((_, at) => !wrong.has(at));
      if (usable.length > 0) {
        left.set(field, usable);
      } else {
        left.delete(field);
      }
      for (const [at, issue] of wrong) {
        without.push({ field, reason: `entry ${Number(at) + 1} ${reasonOf(issue, entries[Number(at)])}` });
      }
    } else if (left.has(field)) {
      for (const issue of issues.slice(0, 1)) {
        without.push({ field, reason: reasonOf(issue, entries) });
      }
      left.delete(field);
    }
  }
  return MemberLine.safeParse(Object.fromEntries(left)).data;
}

type Issue = NonNullable<ReturnType<typeof MemberLine.safeParse>['error']>['issues'][number];

function reasonOf(issue: Issue, value: unknown): string {
  if (issue.code === 'too_big') {
    const size = issue.maximum.toLocaleString('en');
    if (issue.origin !== 'array') {
      return `is longer than ${size} characters: shorten it`;
    }
    return `has more than ${size} entries: leave some out`;
  }
  if (issue.code === 'invalid_format') {
    return `${shown(value)} is not an e-mail address: correct it (name@example.org) or leave it out`;
  }
  return issue.message;
}

/** Reasons why a line identifies nobody; an unusable id or address is named as what to correct. */
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
