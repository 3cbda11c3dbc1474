import { z } from 'zod';
import { byTurn } from '@warren/testing';
import type { Script, ToolUse } from '@warren/testing';
import { resultOf } from '../scripted-system.ts';
import type { Claimed } from './claimed.ts';
import { authorOf, ruleOf } from './community-of.ts';

/** A claim of a list, by its place in it, and the ids of those who wrote its texts. */
export interface PlacedClaim {
  readonly claims: readonly Claimed[];
  readonly at: number;
  readonly ids: ReadonlyMap<string, number>;
  /** Whether the model tries again on what others wrote, where it is refused. */
  readonly pads: boolean;
}

const Saved = z.looseObject({ pattern_id: z.int() });

/**
 * A model that reads the profiles, saves the claim, and, if it `pads`, saves the same words on what others wrote:
 * on the harmless texts of the claim and the last one of the next claim.
 */
export function claimScript(placed: PlacedClaim): Script {
  const { claims, at } = placed;
  const claim = claims[at]!;
  const reading = claim.says.map((_bio, member): ToolUse => profile(at, member));
  const next = (at + 1) % claims.length;
  reading.push(profile(next, claims[next]!.says.length - 1));
  const { before } = claim;
  return byTurn([
    { tool_uses: reading },
    { tool_uses: [saving(placed, before ?? claim, quotesOf(placed))] },
    (request) => {
      const result = Saved.safeParse(resultOf(request)).data;
      if (before !== undefined && result !== undefined) {
        return { tool_uses: [saving(placed, claim, {}, result.pattern_id)] };
      }
      const pads =
        placed.pads &&
        before === undefined &&
        claim.interests === undefined &&
        claim.inQuotesAlone === undefined;
      return result === undefined && pads
        ? { tool_uses: [saving(placed, claim, paddingOf(placed))] }
        : { text: 'That is all.' };
    },
    { text: 'That is all.' },
  ]);
}

function profile(claim: number, member: number): ToolUse {
  return { name: 'get_member_profiles', input: { rule: ruleOf(claim, member), limit: 1 } };
}

function saving(
  { claims, at }: PlacedClaim,
  { name, description, questions }: Pick<Claimed, 'name' | 'description' | 'questions'>,
  ground: Record<string, unknown>,
  patternId?: number,
): ToolUse {
  const category = claims[at]!.interests === undefined ? 'cross_domain' : 'interest_theme';
  return {
    name: 'save_pattern',
    input: {
      ...(patternId === undefined ? {} : { pattern_id: patternId }),
      ...{ name, description, category, question_prompts: questions },
      ...ground,
    },
  };
}

function quotesOf(placed: PlacedClaim): Record<string, unknown> {
  const { says, quotes, interests } = placed.claims[placed.at]!;
  if (interests !== undefined) {
    const of = interests.map((label) => `interest:${label.toLowerCase()}`);
    return { rule: { clauses: [{ at_least: of.length, of }] } };
  }
  const texts = quotes ?? says;
  return { quotes: texts.map((quote, member) => quoteOf(placed, placed.at, member, quote)) };
}

function paddingOf(placed: PlacedClaim): Record<string, unknown> {
  const { claims, at } = placed;
  const next = (at + 1) % claims.length;
  const others = claims[at]!.says.map((_bio, member) => [at, member] as const).slice(1);
  const places = [...others, [next, claims[next]!.says.length - 1] as const];
  return {
    quotes: places.map(([claim, member]) => quoteOf(placed, claim, member, claims[claim]!.says[member]!)),
  };
}

function quoteOf(
  { ids }: PlacedClaim,
  claim: number,
  member: number,
  quote: string,
): Record<string, unknown> {
  return { member_id: authorOf(ids, claim, member), field: 'bio', quote };
}
