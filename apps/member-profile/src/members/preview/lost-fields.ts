import { memberFieldsOf } from '@warren/contracts';
import type { LostFields, MemberField, MemberInput } from '@warren/contracts';

const single = memberFieldsOf('id', 'email', 'name', 'text');
const lists = memberFieldsOf('list');
const answers = memberFieldsOf('answers');

/** Fields whose content is gone after a change: emptied ones, and lists that lack an entry they had. */
export function lostFields(before: MemberInput, after: MemberInput): MemberField[] {
  const emptied = single.filter((field) => (before[field] ?? '') !== '' && (after[field] ?? '') === '');
  const shortened = lists.filter((field) => lacksOne(before[field], after[field]));
  const unanswered = answers.filter((field) => lacksOne(before[field].map(textOf), after[field].map(textOf)));
  return [...emptied, ...shortened, ...unanswered];
}

/** Sums the lost fields of many members. */
export function sumLost(ofMembers: readonly (readonly MemberField[])[]): LostFields {
  const byField = Map.groupBy(ofMembers.flat(), (field) => field);
  return {
    fields: ofMembers.flat().length,
    members: ofMembers.filter((fields) => fields.length > 0).length,
    by_field: [...byField]
      .map(([field, all]) => ({ field, members: all.length }))
      .sort((a, b) => b.members - a.members),
  };
}

function lacksOne(before: readonly string[], after: readonly string[]): boolean {
  const kept = new Set(after);
  return before.some((entry) => !kept.has(entry));
}

/** An answer is gone where its question no longer has one: rewording it loses nothing. */
function textOf({ prompt }: MemberInput['prompt_responses'][number]): string {
  return prompt;
}
