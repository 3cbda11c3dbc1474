import { z } from 'zod';
import { foldLabel } from '@warren/facets';
import { createRandom } from '@warren/mining/test/random';
import { reading } from '@warren/testing';
import type { AnswerTurn, ScriptedRequest, ToolUse, Turn } from '@warren/testing';
import { givenData } from '../measure/given-data.ts';
import { altered, broadTheme } from './coder.ts';
import type { ErrorRates } from './coder.ts';
import type { Said, Truth } from './communities.ts';

const Profile = z.looseObject({
  member_id: z.int(),
  bio: z.string().default(''),
  looking_for: z.string().default(''),
  prompt_responses: z.string().default(''),
});
type Profile = z.infer<typeof Profile>;
const Shown = z.looseObject({ profiles: z.array(Profile), left: z.int().optional() });

const questions = ['What would you like to ask the others?', 'When could you meet over it?'];
const words = 'There are {member_count} of them, and a first meeting would do them good.';

/** The members whose texts a conversation has shown, by their ids. */
export function profilesIn({ body }: ScriptedRequest): Map<number, Profile> {
  return new Map(
    shownIn(body).flatMap(({ profiles }) => profiles.map((profile) => [profile.member_id, profile])),
  );
}

/**
 * Scripts an analyst who reads everybody, saves each planted relation by its two themes, what members have in common by
 * their words, and the theme that is too broad; what is refused for a quote is saved again without the wrong ones.
 */
export function scriptAnalyst(
  truth: Truth,
  errors: ErrorRates,
  seed: number,
): (request: ScriptedRequest) => Turn {
  return (request) => {
    if (request.turn === 0) {
      return { tool_uses: [{ name: 'get_community_profile_analysis', input: {} }] };
    }
    const last = shownIn({ ...request.body, messages: request.body.messages.slice(-1) })[0];
    if (request.turn === 1 || (last?.left ?? 0) > 0) {
      return { tool_uses: [{ name: 'read_profiles', input: { limit: 50 } }] };
    }
    const saves = savesIn(request.body);
    const profiles = [...profilesIn(request).values()];
    const relations = [...new Set(truth.themes.map(({ label }) => label))];
    for (const label of relations) {
      if (!saves.some(({ name }) => name === label)) {
        return save({
          name: label,
          category: 'collaboration_opportunity',
          rule: {
            givers: { clauses: [{ at_least: 1, of: [`theme:${foldLabel(label)}`] }] },
            seekers: { clauses: [{ at_least: 1, of: [`looking_for:${foldLabel(label)}`] }] },
          },
        });
      }
    }
    for (const { name, description, carriers } of truth.common) {
      const attempts = saves.filter((one) => one.name === name).length;
      const isSaved = saves.some((one) => one.name === name && one.isSaved);
      if (!isSaved && attempts < 2) {
        const quotes = quotesOf(carriers, profiles, errors, createRandom(seed), attempts === 0);
        return save({ name, description, category: 'cross_domain', quotes });
      }
    }
    if (!saves.some(({ name }) => name === broadTheme.label)) {
      const rule = { clauses: [{ at_least: 1, of: [`theme:${foldLabel(broadTheme.label)}`] }] };
      return save({ name: broadTheme.label, category: 'community_strength', rule });
    }
    return { text: 'That is what they say.' };
  };
}

/** Scripts a second reader who knows the truth: quotes carry a pattern where all of them are words of its members. */
export function scriptReader({ common }: Truth): (request: ScriptedRequest) => AnswerTurn {
  const Subject = z.looseObject({
    pattern: z.looseObject({ name: z.string().nullable() }),
    evidence: z.looseObject({ quotes: z.array(z.looseObject({ words: z.string() })).optional() }),
  });
  return (request) => {
    const { pattern, evidence } = Subject.parse(givenData(request));
    const of = common.find(({ name }) => name === pattern.name);
    const carries = (evidence.quotes ?? []).every(({ words: quoted }) =>
      of?.carriers.some(({ quote }) => quoted.includes(quote)),
    );
    return reading({ carries });
  };
}

/** Quotes of those whom the analyst has read: some overlooked, and at first some wrong. */
function quotesOf(
  carriers: readonly Said[],
  profiles: readonly Profile[],
  { missing, wrongMember, altered: alters }: ErrorRates,
  random: () => number,
  isFirst: boolean,
): object[] {
  // Sentences repeat: whoever says one is a carrier, each once.
  const said = new Set(carriers.map(({ quote }) => quote));
  return profiles.flatMap((profile, at) => {
    const field = (['bio', 'looking_for', 'prompt_responses'] as const).find((name) =>
      [...said].some((quote) => profile[name].includes(quote)),
    );
    if (field === undefined) {
      return [];
    }
    const quote = [...said].find((one) => profile[field].includes(one)) ?? '';
    const drawn = random();
    if (drawn < missing) {
      return [];
    }
    if (drawn < missing + wrongMember) {
      const other = profiles[(at + 1) % profiles.length]?.member_id ?? 0;
      return isFirst ? [{ member_id: other, field, quote }] : [];
    }
    if (drawn < missing + wrongMember + alters) {
      return isFirst ? [{ member_id: profile.member_id, field, quote: altered(quote) }] : [];
    }
    return [{ member_id: profile.member_id, field, quote }];
  });
}

function save(input: Record<string, unknown>): AnswerTurn {
  const use: ToolUse = {
    name: 'save_pattern',
    input: { description: words, question_prompts: questions, ...input },
  };
  return { tool_uses: [use] };
}

/** The saves so far, by the names of their patterns, and which of them were done. */
function savesIn({ messages }: ScriptedRequest['body']): { name: string; isSaved: boolean }[] {
  const blocks = messages.flatMap(({ content }) => (Array.isArray(content) ? content : []));
  const Name = z.looseObject({ name: z.string() });
  return blocks
    .filter(({ type, name }) => type === 'tool_use' && name === 'save_pattern')
    .map(({ id, input }) => {
      const result = blocks.find(({ tool_use_id }) => tool_use_id === id);
      return { name: Name.parse(input).name, isSaved: String(result?.content).includes('"saved":true') };
    });
}

/** What messages show of members: the data of the first, and results of reading. */
function shownIn({ messages }: Pick<ScriptedRequest['body'], 'messages'>): z.infer<typeof Shown>[] {
  return messages.flatMap(({ content }) =>
    (Array.isArray(content) ? content : []).flatMap((block) => {
      const text = 'content' in block ? block.content : block.text;
      const data: unknown = typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : undefined;
      return Shown.safeParse(data).data ?? [];
    }),
  );
}
