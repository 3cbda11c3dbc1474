import { z } from 'zod';
import type { Pattern, Quote } from '@warren/contracts';
import type { System } from '@warren/testing';
import { analysedMembers, membersByHand, patternsOf, rowsOf } from '../support.ts';

const Texts = z.object({
  id: z.int(),
  bio: z.string(),
  looking_for: z.string(),
  prompt_responses: z.string(),
});

/**
 * Errors of the stored patterns, computed from the members' rows alone: the
 * members of a rule by their facets, those of quotes by their own words. Empty if every pattern is proven.
 */
export async function unproven(system: System): Promise<string[]> {
  const problems: string[] = [];
  const analysed = await analysedMembers(system);
  for (const pattern of await patternsOf(system)) {
    const { rule, quotes } = pattern.evidence;
    const expected = rule === undefined ? [] : membersByHand(analysed, rule);
    const members = quotes === undefined ? expected : await membersQuoted(system, quotes);
    if (JSON.stringify(members) !== JSON.stringify(pattern.related_member_ids)) {
      problems.push(`"${pattern.name}" has ${String(pattern.related_member_ids)}, not ${String(members)}`);
    }
    problems.push(...numbersOff(pattern));
  }
  return problems;
}

function numbersOff({ name, member_count, related_member_ids, evidence }: Pattern): string[] {
  const { length } = related_member_ids;
  const { observed } = evidence.statistics;
  // Of sides that keep apart, those on both are counted against chance.
  const isCounted = evidence.basis === 'apart' ? observed < length : observed === length;
  return member_count === length && isCounted
    ? []
    : [`"${name}" counts ${member_count} and ${evidence.statistics.observed} members and has ${length}`];
}

/** Members whose stored text has the words of every quote; a placeholder of a name or contact matches any words. */
async function membersQuoted(system: System, quotes: readonly Quote[]): Promise<number[]> {
  const members = await rowsOf(
    system,
    `select id, bio, array_to_string(looking_for, E'\\n') as looking_for, prompt_responses::text as prompt_responses
       from member_profile.member where is_public and membership_status not in ('cancelled', 'expired')`,
    Texts,
  );
  const holds = ({ member_id, field, quote }: Quote): boolean => {
    const text = plain(members.find(({ id }) => id === member_id)?.[field] ?? '');
    let from = 0;
    return plain(quote)
      .split(/\[[a-z]+\]/)
      .every((part) => {
        const at = text.indexOf(part.trim(), from);
        from = at + part.trim().length;
        return at >= 0;
      });
  };
  return [...new Set(quotes.filter(holds).map(({ member_id }) => member_id))].sort((a, b) => a - b);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}
