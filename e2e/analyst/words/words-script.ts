import type { Quote, QuotableField } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import type { Script, ScriptedRequest, ToolUse } from '@warren/testing';
import { resultOf } from '../scripted-system.ts';
import type { HonestClaim, WordsClaim, WordsCommunity, WordsMember } from './words-community.ts';

/** Questions of a claim that is not about its questions. */
const asks = ['What brought you to this?', 'Whom would you like to meet over it?'];

/** The members as lines of JSON; each who writes lists an interest of their own too, by which the model is shown them. */
export function fileOf({ members }: WordsCommunity): string {
  return members
    .map(({ id, role, bio, wishes, answers, skills, interests = [], place }) =>
      JSON.stringify({
        external_id: id,
        role,
        bio,
        looking_for: wishes,
        prompt_responses: answers?.map(([prompt, response]) => ({ prompt, response })),
        skills,
        interests: bio === undefined ? interests : [...interests, ownInterest(id)],
        location: place,
      }),
    )
    .join('\n');
}

/** Made of a word that is in no vocabulary. */
function ownInterest(id: string): string {
  return `Zolwap${id}`;
}

/** A model that reads who writes, saves all claims in one turn, and corrects what was refused and has a correction. */
export function wordsScript(
  community: WordsCommunity,
  claims: readonly HonestClaim[],
  ids: ReadonlyMap<string, number>,
): Script {
  const writers = community.members.filter(({ bio }) => bio !== undefined);
  const of = writers.map(({ id }) => `interest:${ownInterest(id).toLowerCase()}`);
  const reading = {
    name: 'get_member_profiles',
    input: { rule: { clauses: [{ at_least: 1, of }] }, limit: 25 },
  };
  const uses = claims.map((claim) => saving(claim, community, ids));
  const correcting = (request: ScriptedRequest) => {
    const again = claims.flatMap((claim, at): ToolUse[] => {
      const isRefused = typeof resultOf(request, at) === 'string';
      return isRefused && claim.corrected !== undefined
        ? [saving({ ...claim, ...claim.corrected }, community, ids)]
        : [];
    });
    return again.length === 0 ? { text: 'That is all.' } : { tool_uses: again };
  };
  return byTurn([{ tool_uses: [reading] }, { tool_uses: uses }, correcting, { text: 'That is all.' }]);
}

function saving(claim: WordsClaim, { members }: WordsCommunity, ids: ReadonlyMap<string, number>): ToolUse {
  const { name, description } = claim;
  const ground =
    'quotes' in claim
      ? {
          category: 'cross_domain',
          quotes: Object.entries(claim.quotes).map(([id, quote]) => quoteOf(id, quote, members, ids)),
        }
      : { category: claim.category, rule: claim.rule };
  return {
    name: 'save_pattern',
    input: { name, description, question_prompts: claim.asks ?? asks, ...ground },
  };
}

function quoteOf(
  id: string,
  quote: string,
  members: readonly WordsMember[],
  ids: ReadonlyMap<string, number>,
): Quote {
  const member = members.find((each) => each.id === id);
  const memberId = ids.get(id);
  const texts: Record<QuotableField, string | undefined> = {
    bio: member?.bio,
    looking_for: member?.wishes?.join('\n'),
    prompt_responses: member?.answers?.map(([, response]) => response).join('\n'),
  };
  const fields = Object.keys(texts) as QuotableField[];
  const field = fields.find((each) => texts[each]?.includes(quote));
  if (memberId === undefined || field === undefined) {
    throw new Error(`${id} has not written "${quote}"`);
  }
  return { member_id: memberId, field, quote };
}
