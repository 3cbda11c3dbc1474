import { MemberInput } from '@warren/contracts';
import { fieldsOf, type MemberField } from './columns.ts';
import { isRecord } from './record.ts';
import type { Rejection } from './source.ts';
import {
  idValue,
  listValue,
  promptsValue,
  shown,
  statusValue,
  textValue,
  ValueRefused,
  yesNoValue,
} from './values.ts';

/** A member as Warren keeps it, or everything that stands in the way. */
export type ParsedMember = { member: MemberInput } | { rejected: Rejection[] };

const readField: Record<MemberField, (value: unknown) => unknown> = {
  external_id: idValue,
  email: (value) =>
    textValue(value)
      .replace(/^mailto:/i, '')
      .toLowerCase() || null,
  first_name: textValue,
  last_name: textValue,
  bio: textValue,
  role: textValue,
  company: textValue,
  location: textValue,
  website: textValue,
  urls: listValue,
  roles: listValue,
  skills: listValue,
  interests: listValue,
  looking_for: listValue,
  all_traits: listValue,
  prompt_responses: promptsValue,
  membership_status: statusValue,
  is_public: yesNoValue,
};

/**
 * Reads one member from loosely written data: keys in any spelling, lists as texts, numbers as ids, yes and no in
 * words. Unknown keys are ignored, null is absent; what cannot be meant is rejected with a reason for each field.
 */
export function parseMember(record: unknown): ParsedMember {
  if (!isRecord(record)) return { rejected: [{ field: 'line', reason: `${shown(record)} is not a member` }] };
  const names = Object.keys(record);
  const values: Record<string, unknown> = {};
  const rejected: Rejection[] = [];
  for (const [field, index] of fieldsOf(names)) {
    try {
      values[field] = readField[field](record[names[index] ?? '']);
    } catch (error) {
      if (!(error instanceof ValueRefused)) throw error;
      rejected.push({ field, reason: error.message });
    }
  }
  if (rejected.length > 0) return { rejected };
  const parsed = MemberInput.safeParse(values);
  if (parsed.success) return { member: parsed.data };
  return { rejected: rejectionsOf(parsed.error.issues, values) };
}

type Issue = NonNullable<ReturnType<typeof MemberInput.safeParse>['error']>['issues'][number];

function rejectionsOf(issues: readonly Issue[], values: Record<string, unknown>): Rejection[] {
  const byField = new Map<string, Rejection>();
  for (const issue of issues) {
    const field = typeof issue.path[0] === 'string' ? issue.path[0] : 'line';
    if (!byField.has(field)) byField.set(field, { field, reason: reasonOf(issue, values[field]) });
  }
  return [...byField.values()];
}

function reasonOf(issue: Issue, value: unknown): string {
  if (issue.code === 'too_big') {
    const size = issue.maximum.toLocaleString('en');
    if (issue.origin !== 'array') return `is longer than ${size} characters: shorten it`;
    return `has more than ${size} entries: leave some out`;
  }
  if (issue.code === 'invalid_format') {
    return `${shown(value)} is not an e-mail address: correct it (name@example.org) or leave it out`;
  }
  if (issue.code === 'custom') return `${issue.message}: without one the member cannot be told apart`;
  return issue.message;
}
