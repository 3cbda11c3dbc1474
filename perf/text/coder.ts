import { z } from 'zod';
import { createRandom } from '@warren/mining/test/random';
import { judging, proposing, themeTools } from '@warren/testing';
import type { ScriptedRequest, Turn } from '@warren/testing';
import { givenData } from '../measure/given-data.ts';
import type { Field, Truth } from './communities.ts';

/** How often a scripted model does wrong, as shares of the codes that it should report. */
export interface ErrorRates {
  /** Not reported. */
  readonly missing: number;
  /** Reported of another member of the batch. */
  readonly wrongMember: number;
  /** Reported by words that are nearly the member's. */
  readonly altered: number;
  /** Sentences near a theme that are reported as if they carried it. */
  readonly fooled: number;
  /** Share of members for whom it reports one theme that means nothing. */
  readonly broad: number;
}

/** The error rates of the benchmark. */
export const usualErrors: ErrorRates = {
  missing: 0.1,
  wrongMember: 0.05,
  altered: 0.05,
  fooled: 0,
  broad: 0.7,
};

/** The theme that a model sees everywhere. */
export const broadTheme = { label: 'glad to be here', side: 'is' } as const;

/** What a scripted model has done, by kind. */
export type Told = Record<'codes' | 'missing' | 'wrongMember' | 'altered' | 'fooled' | 'broad', number>;

/** A scripted model that proposes the planted themes and one that is too broad, and codes members by the truth. */
export interface ScriptedCoder {
  readonly answer: (request: ScriptedRequest) => Turn;
  readonly told: Told;
}

const Given = z.object({
  codebook: z.array(z.object({ theme: z.int().optional(), label: z.string(), side: z.string() })),
  members: z
    .array(
      z.object({
        member: z.int(),
        bio: z.string().default(''),
        looking_for: z.string().default(''),
        prompt_responses: z.string().default(''),
      }),
    )
    .default([]),
});
type Given = z.infer<typeof Given>;
type GivenMember = Given['members'][number];
type Code = Parameters<typeof judging>[0] extends readonly (infer C)[] | undefined ? C : never;

const fields: readonly Field[] = ['bio', 'looking_for', 'prompt_responses'];

/** The members and themes in a request to propose or to judge. */
export function givenIn(request: ScriptedRequest): Given {
  return Given.parse(givenData(request));
}

/** Scripts a coder: which code it gets wrong depends on the seed, the member's text and the theme alone. */
export function scriptCoder({ themes, distractors }: Truth, errors: ErrorRates, seed: number): ScriptedCoder {
  const told: Told = { codes: 0, missing: 0, wrongMember: 0, altered: 0, fooled: 0, broad: 0 };
  const carried = new Map<string, string[]>();
  for (const { label, side, carriers } of themes) {
    carried.set(`${side} ${label}`, [...new Set(carriers.map(({ quote }) => quote))]);
  }
  const near = new Map(distractors.map(({ label, quote }) => [quote, label]));

  const codesOf = (
    given: Given,
    member: GivenMember,
    { theme = 0, label, side }: Given['codebook'][number],
  ): Code[] => {
    const random = createRandom(hash(`${seed} ${member.bio} ${member.looking_for} ${side} ${label}`));
    if (label === broadTheme.label) {
      const quote = member.bio.split(/(?<=[.!?])\s+/)[0] ?? '';
      if (quote === '' || random() >= errors.broad) {
        return [];
      }
      told.broad += 1;
      return [{ member: member.member, theme, field: 'bio', quote }];
    }
    const said = saidBy(member, carried.get(`${side} ${label}`) ?? []);
    if (said === undefined) {
      const mistaken = saidBy(
        member,
        [...near].filter(([, of]) => of === label).map(([quote]) => quote),
      );
      if (mistaken === undefined || random() >= errors.fooled) {
        return [];
      }
      told.fooled += 1;
      return [{ member: member.member, theme, ...mistaken }];
    }
    told.codes += 1;
    const drawn = random();
    if (drawn < errors.missing) {
      told.missing += 1;
      return [];
    }
    if (drawn < errors.missing + errors.wrongMember && given.members.length > 1) {
      told.wrongMember += 1;
      return [{ member: (member.member % given.members.length) + 1, theme, ...said }];
    }
    if (drawn < errors.missing + errors.wrongMember + errors.altered) {
      told.altered += 1;
      return [{ member: member.member, theme, field: said.field, quote: altered(said.quote) }];
    }
    return [{ member: member.member, theme, ...said }];
  };

  const answer = (request: ScriptedRequest): Turn => {
    if (request.body.tool_choice?.name === themeTools.propose) {
      const planted = themes.map(({ label, side, definition }) => ({ label, side, definition }));
      return proposing([...planted, { ...broadTheme, definition: 'Says that it is good to be a member.' }]);
    }
    const given = givenIn(request);
    return judging(
      given.members.flatMap((member) => given.codebook.flatMap((theme) => codesOf(given, member, theme))),
    );
  };
  return { answer, told };
}

/** The first of the sentences that a member says, and the field. */
function saidBy(
  member: GivenMember,
  sentences: readonly string[],
): { field: Field; quote: string } | undefined {
  for (const field of fields) {
    const quote = sentences.find((sentence) => member[field].includes(sentence));
    if (quote !== undefined) {
      return { field, quote };
    }
  }
  return undefined;
}

/** The words as one remembers them: without the second, and with another end. */
export function altered(quote: string): string {
  const [first = '', , ...rest] = quote.split(' ');
  return [first, ...rest.slice(0, -1), 'indeed.'].join(' ');
}

/** A number from a text (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
