import { memberFields } from '@warren/contracts';
import type { MemberField, MemberValues, PromptResponse } from '@warren/contracts';
import type { Rejection } from '../source/source.ts';

/** What the cells of one row say of a member, before it is told who that is. */
export interface Draft {
  /** Where the row begins. */
  line: number;
  /** The fields the row speaks of; an empty text or list where its cell is empty. */
  values: MemberValues;
  /** Values that could not be used. */
  without: Rejection[];
  /** The name as one text, where it does not stand in parts. */
  fullName: string;
  /** True where the row says that it is a program, no person. */
  isBot: boolean;
  /** True where the member's consent has a column and this row leaves it empty. */
  hasNoAnswer: boolean;
  /** True where one of several rows about the member gives no answer at all. */
  hasSilentRow: boolean;
  /** Further addresses: they stay with somebody else of the file, or are a second one. */
  otherEmails: string[];
}

/** A draft that says nothing yet. */
export function emptyDraft(line: number): Draft {
  return {
    line,
    values: {},
    without: [],
    fullName: '',
    isBot: false,
    hasNoAnswer: false,
    hasSilentRow: false,
    otherEmails: [],
  };
}

/**
 * Joins a further row about the same member into its draft: lists and answers are united, of two texts the later filled
 * one is taken and the other told, and one no is enough to make the member private.
 */
export function joinRow(draft: Draft, row: Draft): void {
  draft.hasSilentRow ||= isSilent(draft) || isSilent(row);
  draft.otherEmails.push(...row.otherEmails);
  for (const [field, value] of Object.entries(row.values)) {
    joinField(draft, field as MemberField, value, row);
  }
  draft.without.push(...row.without);
  draft.fullName ||= row.fullName;
  draft.hasNoAnswer ||= row.hasNoAnswer;
  draft.isBot &&= row.isBot;
}

/** Returns whether a row leaves open whether its member is public. */
export function isSilent({ hasNoAnswer, values }: Draft): boolean {
  return hasNoAnswer && values.is_public === undefined;
}

function joinField(draft: Draft, field: MemberField, value: unknown, row: Draft): void {
  const before: unknown = draft.values[field];
  const values: Record<string, unknown> = draft.values;
  switch (memberFields[field]) {
    case 'list':
      values[field] = [...new Set([...listOf(before), ...listOf(value)])];
      return;
    case 'answers':
      draft.values.prompt_responses = joinAnswers(
        draft.values.prompt_responses ?? [],
        row.values.prompt_responses ?? [],
      );
      return;
    case 'consents':
      // of several rows one that lacks it is enough
      values[field] = listOf(value).filter((one) => before === undefined || listOf(before).includes(one));
      return;
    case 'consent':
      values[field] = before === false ? false : (value ?? before);
      return;
    default:
      if (value === '' || value === null || value === undefined) {
        values[field] ??= value;
        return;
      }
      if (before !== undefined && before !== '' && before !== null && before !== value) {
        const reason = `differs between the lines of this member: that of line ${row.line} is taken, that of line ${draft.line} is not`;
        draft.without.push({ field, reason });
        if (field === 'email' && typeof before === 'string') {
          draft.otherEmails.push(before);
        }
      }
      values[field] = value;
  }
}

/** Unites answers: one that is empty says less than one that is not, and the same answer counts once. */
export function joinAnswers(
  before: readonly PromptResponse[],
  more: readonly PromptResponse[],
): PromptResponse[] {
  const joined = [...before];
  for (const answer of more) {
    const same = joined.findIndex(
      ({ prompt, response }) =>
        prompt === answer.prompt &&
        (response === '' || answer.response === '' || response === answer.response),
    );
    const known = joined[same];
    if (known === undefined) {
      joined.push(answer);
    } else if (known.response === '') {
      joined[same] = answer;
    }
  }
  return joined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
