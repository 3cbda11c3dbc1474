import { MemberValues, memberFields } from '@warren/contracts';
import type { MemberField, PromptResponse } from '@warren/contracts';
import { isPlainAddress } from '../cells/email.ts';
import { splitName } from '../cells/names.ts';
import { shown } from '../cells/value.ts';
import type { Rejection } from '../source/source.ts';
import type { Draft } from './draft.ts';

/** Longest text that is within the limits of every field, and most entries that are within those of every list. */
const surelyShort = 200;
const surelyFew = 50;
/** Limits of longer texts, which a bio often passes. */
const textLimits: Partial<Record<string, number>> = { bio: 20_000, website: 2_000 };

/**
 * The member line of a draft, within the limits of every field. What is beyond them costs its field or its entry, with a
 * reason in `draft.without`.
 */
export function memberLineOf(draft: Draft): MemberValues {
  const values = withSplitName(draft);
  return isSurelyWithinLimits(values) ? values : withinLimits(values, draft.without);
}

/** The values of a draft, with a name that was given as one text in its two fields. */
export function withSplitName({ values, fullName }: Draft): MemberValues {
  if (fullName !== '' && (values.first_name ?? '') === '' && (values.last_name ?? '') === '') {
    const { first, last } = splitName(fullName);
    values.first_name = first;
    values.last_name = last;
  }
  return values;
}

/** A quick check that lets nearly every member pass without the slow one. */
function isSurelyWithinLimits(values: MemberValues): boolean {
  for (const field of fields) {
    const value = values[field];
    if (typeof value === 'string') {
      if (value.length > (textLimits[field] ?? surelyShort)) {
        return false;
      }
    } else if (Array.isArray(value) && !isSurelyShort(value)) {
      return false;
    }
  }
  return typeof values.email !== 'string' || isPlainAddress(values.email);
}

const fields = Object.keys(memberFields) as MemberField[];

function isSurelyShort(list: readonly (string | PromptResponse)[]): boolean {
  if (list.length > surelyFew) {
    return false;
  }
  for (const entry of list) {
    const isShort =
      typeof entry === 'string'
        ? entry.length > 0 && entry.length <= surelyShort
        : entry.prompt.length <= surelyShort && entry.response.length <= surelyShort;
    if (!isShort) {
      return false;
    }
  }
  return true;
}

/** An entry that is invalid keeps the schema from counting the entries, so that some limits are seen only without it. */
function withinLimits(values: Record<string, unknown>, without: Rejection[]): MemberValues {
  const parsed = MemberValues.safeParse(values);
  if (parsed.success) {
    return parsed.data;
  }
  const left = new Map(Object.entries(values));
  for (const [field, issues] of Map.groupBy(parsed.error.issues, ({ path: [name] }) => String(name))) {
    const value = left.get(field);
    for (const issue of issues) {
      const at = issue.path[1];
      const place = at === undefined ? '' : `entry ${Number(at) + 1} `;
      const wrong: unknown = Array.isArray(value) && at !== undefined ? value[Number(at)] : value;
      without.push({ field, reason: `${place}${reasonOf(issue, wrong)}` });
    }
    if (Array.isArray(value)) {
      const wrong = new Set(issues.map(({ path }) => path[1]));
      const most = issues.find(({ path }) => path.length === 1 && field === String(path[0]));
      const kept: unknown[] = value
        .filter((_, at) => !wrong.has(at))
        .slice(0, most?.code === 'too_big' ? Number(most.maximum) : undefined);
      if (kept.length > 0) {
        left.set(field, kept);
        continue;
      }
    }
    // absent rather than empty: what cannot be read must not clear what is known
    left.delete(field);
  }
  return withinLimits(Object.fromEntries(left), without);
}

type Issue = NonNullable<ReturnType<typeof MemberValues.safeParse>['error']>['issues'][number];

function reasonOf(issue: Issue, value: unknown): string {
  if (issue.code === 'too_big') {
    const size = issue.maximum.toLocaleString('en');
    return issue.origin === 'array'
      ? `has more than ${size} entries: those beyond are left out`
      : `is longer than ${size} characters: shorten it`;
  }
  return issue.code === 'invalid_format'
    ? `${shown(value)} is not an e-mail address: correct it`
    : issue.message;
}
