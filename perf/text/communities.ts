import { createRandom, sample } from '@warren/mining/test/random';
import type { Random } from '@warren/mining/test/random';
import { englishCommon, englishRelations } from './bank/english.ts';
import { germanCommon, germanRelations } from './bank/german.ts';
import type { Common, Language, Relation } from './bank/relation.ts';
import { prompts, slots, styles } from './bank/styles.ts';

/** Fields in which members write. */
export type Field = 'bio' | 'looking_for' | 'prompt_responses';

/** Words of a member, letter for letter as one of the texts has them. */
export interface Said {
  readonly external_id: string;
  readonly field: Field;
  readonly quote: string;
}

/** A planted theme, one side of a relation, and who carries it by which sentence. */
export interface PlantedTheme {
  readonly label: string;
  readonly side: 'has' | 'needs';
  readonly definition: string;
  readonly carriers: readonly Said[];
}

/** What is planted in a community's texts. */
export interface Truth {
  readonly themes: readonly PlantedTheme[];
  readonly common: readonly (Pick<Common, 'name' | 'description'> & { readonly carriers: readonly Said[] })[];
  /** Sentences that are near a relation and carry neither side of it. */
  readonly distractors: readonly (Said & { readonly label: string; readonly kind: string })[];
}

/** A member who lists nothing and writes everything, as a row of a member file. */
export interface WrittenMember {
  readonly external_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly bio: string;
  readonly looking_for: readonly string[];
  readonly prompt_responses: readonly { readonly prompt: string; readonly response: string }[];
}

/** A made-up community and the truth about its texts. */
export interface TextCommunity {
  readonly name: string;
  readonly members: readonly WrittenMember[];
  readonly truth: Truth;
}

interface Plan {
  readonly name: string;
  readonly members: number;
  readonly languages: readonly Language[];
  /** Relations of each language, by their places in the banks. */
  readonly relations: Readonly<Record<Language, readonly number[]>>;
}

/** The communities of the benchmark. */
export const plans: readonly Plan[] = [
  { name: 'Quince Row', members: 60, languages: ['en'], relations: { en: [0, 2, 6], de: [] } },
  { name: 'Hinterhof', members: 80, languages: ['de'], relations: { en: [], de: [0, 2, 3] } },
  { name: 'Lock Keepers', members: 120, languages: ['en'], relations: { en: [1, 3, 5, 8], de: [] } },
  { name: 'Zweistromland', members: 200, languages: ['en', 'de'], relations: { en: [4, 7], de: [1, 4] } },
  { name: 'Saltmarsh', members: 300, languages: ['en'], relations: { en: [0, 1, 4, 7, 8], de: [] } },
];

/** Part of the members who carry a side of a relation, and the fewest; of each kind of distractor. */
const carrying = { share: 0.05, fewest: 4 };
const distracting = { share: 0.02, fewest: 2 };
const banks = { en: englishRelations, de: germanRelations };
const commons = { en: englishCommon, de: germanCommon };

/** What a member is to write, before it is put into a style. */
interface Draft {
  readonly external_id: string;
  readonly language: Language;
  readonly sentences: Record<Field, string[]>;
}

/** Writes a community; the same plan and seed give the same. */
export function writeCommunity({ name, members, languages, relations }: Plan, seed: number): TextCommunity {
  const random = createRandom(seed);
  const drafts = Array.from({ length: members }, (_, at): Draft => ({
    external_id: `t-${at + 1}`,
    language: pick(random, languages),
    sentences: { bio: [], looking_for: [], prompt_responses: [] },
  }));
  const themes: PlantedTheme[] = [];
  const distractors: Truth['distractors'][number][] = [];
  for (const relation of languages.flatMap((language) =>
    relations[language].map((at) => banks[language][at]),
  )) {
    if (relation !== undefined) {
      const planted = plantRelation(random, drafts, relation);
      themes.push(...planted.themes);
      distractors.push(...planted.distractors);
    }
  }
  const common = languages.flatMap((language) =>
    commons[language].map((one) => ({
      name: one.name,
      description: one.description,
      carriers: say(random, chosen(random, drafts, language, carrying), one.sentences, {
        bio: 3,
        prompt_responses: 1,
      }),
    })),
  );
  return {
    name,
    members: drafts.map((draft) => written(random, draft)),
    truth: { themes, common, distractors },
  };
}

function plantRelation(
  random: Random,
  drafts: readonly Draft[],
  { label, language, has, needs, distractors }: Relation,
): Pick<Truth, 'themes' | 'distractors'> {
  const havers = chosen(random, drafts, language, carrying);
  const needers = chosen(random, drafts, language, carrying, havers);
  const near = Object.entries(distractors).flatMap(([kind, sentence]) => {
    const others = chosen(random, drafts, language, distracting, [...havers, ...needers]);
    return say(random, others, [sentence], { bio: 1, prompt_responses: 1 }).map((said) => ({
      ...said,
      label,
      kind,
    }));
  });
  return {
    themes: [
      {
        ...{ label, side: 'has', definition: has.definition },
        carriers: say(random, havers, has.sentences, { bio: 2, prompt_responses: 1 }),
      },
      {
        ...{ label, side: 'needs', definition: needs.definition },
        carriers: say(random, needers, needs.sentences, { looking_for: 2, bio: 1, prompt_responses: 1 }),
      },
    ],
    distractors: near,
  };
}

/** Some who write a language, and are none of the others. */
function chosen(
  random: Random,
  drafts: readonly Draft[],
  language: Language,
  { share, fewest }: { readonly share: number; readonly fewest: number },
  others: readonly Draft[] = [],
): Draft[] {
  const able = drafts.filter((draft) => draft.language === language && !others.includes(draft));
  const count = Math.max(fewest, Math.round(drafts.length * share));
  return sample(random, able.length, count).flatMap((at) => able[at] ?? []);
}

/** Has each say one of the sentences, all of them in turn, in a field by weight. */
function say(
  random: Random,
  drafts: readonly Draft[],
  sentences: readonly string[],
  weights: Partial<Record<Field, number>>,
): Said[] {
  const fields = Object.entries(weights).flatMap(([field, weight]) =>
    new Array<Field>(weight).fill(field as Field),
  );
  const from = Math.floor(random() * sentences.length);
  return drafts.map(({ external_id, language, sentences: own }, at) => {
    const field = pick(random, fields);
    const sentence = sentences[(from + at) % sentences.length] ?? '';
    const quote = sentence.replace(/\{(day|place)\}/g, (_slot, name: 'day' | 'place') =>
      pick(random, slots[language][name]),
    );
    own[field].push(quote);
    return { external_id, field, quote };
  });
}

/** Puts what a member is to write into a style. */
function written(random: Random, { external_id, language, sentences }: Draft): WrittenMember {
  const { joinedBy, bullet, fillers, bank } = pick(random, styles);
  const own = bank[language];
  const around = sample(random, own.length, Math.min(own.length, fillers)).map((at) => own[at] ?? '');
  const before = Math.floor(random() * (around.length + 1));
  const text = (...each: string[]): string => each.map((one) => `${bullet}${one}`).join(joinedBy);
  const { bio, looking_for, prompt_responses } = sentences;
  return {
    external_id,
    first_name: `Vorn${external_id.slice(2)}`,
    last_name: `Nachn${external_id.slice(2)}`,
    bio: text(...around.slice(0, before), ...bio, ...around.slice(before)),
    looking_for,
    prompt_responses: prompt_responses.map((response) => ({
      prompt: pick(random, prompts[language]),
      response: text(response),
    })),
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  const [one] = list.slice(Math.floor(random() * list.length));
  if (one === undefined) {
    throw new Error('nothing to pick from');
  }
  return one;
}
