import { save, saveCandidate } from '../scripted-system.ts';
import { candidates, rule, turns } from './scenario.ts';
import type { Facts, Scenario } from './scenario.ts';

type Words = Record<string, unknown>;

/** Each save has a name of its own: after three rejections of one name the gate rejects it at once. */
const names = (
  'Kind neighbours,Good company,Open doors,Warm rooms,Long tables,Old friends,New faces,Slow days,Fair winds,' +
  'Far fields,Bright mornings,Late evenings'
).split(',');

/** Saves each text on a candidate of its own, beyond chance; only the text is wrong. */
function proven(words: readonly Words[]): Scenario['model'] {
  return (facts) =>
    turns(words.map((each, at) => saveCandidate(one(facts, at), { name: names[at], ...each })));
}

function one({ analysis }: Facts, at: number) {
  const found = analysis.candidates.filter(({ basis }) => basis === 'beyond_chance');
  return found[at % found.length]!;
}

/** Saves texts on a rule that chance may explain. */
function chancy(words: readonly Words[]): Scenario['model'] {
  const basis = { category: 'skill_cluster', rule: rule(2, 'skill:teaching', 'skill:sewing') };
  const again = { category: 'skill_cluster', rule: rule(2, 'skill:sewing', 'skill:teaching') };
  return () =>
    turns(words.map((each, at) => save({ ...(at < 2 ? basis : again), name: names[at], ...each })));
}

const describe = (texts: readonly string[]): Words[] => texts.map((description) => ({ description }));
const ask = (texts: readonly string[]): Words[] =>
  texts.map((text) => ({ question_prompts: [text, 'What brought you to this?'] }));
const times = <T>(many: number, value: T): T[] => Array.from({ length: many }, () => value);

const digits = [
  'All 42 of them are here.',
  'Some ½ of them are here.',
  '٤٢ of them meet.',
  '४२ of them meet.',
];
const signs = [
  'The Ⅻ of them meet often.',
  'The ⑫ of them meet.',
  '𝟒𝟐 of them meet here.',
  '４２ of them meet.',
];
const numberWords = [
  'There are forty of them here.',
  'There are for\u00adty of them here.',
  'There are for\u034fty of them here.',
  'There are for\ufe0fty of them here.',
  'There are ＦＯＲＴＹ of them here.',
  'DOZENS of them meet here.',
  'They are half of the town.',
  'Nearly everyone is one of them.',
  'Most of the members are like them.',
  'They are a third of the people.',
];
const invented = [
  '{members} of them.',
  '{p_value} of them.',
  '{ share } of them.',
  '{MEMBER_COUNT} of them.',
];
const glued = ['{member_count}k people.', '{member_count}{member_count} people.', 'x{share} of them.'];
const tested = [
  'They are a significant group.',
  'They are a signi\u200bficant group.',
  'They are a sig\u034fnificant group.',
  'ＳＩＧＮＩＦＩＣＡＮＴ it is, this group.',
  'This is far beyond chance, surely.',
  'An unusually close group of people.',
];
const foreign = [
  'They know Kubernetes as well.',
  'They do K8s at night, too.',
  'Ku\u200bber\u00adnetes brings them together.',
  'Kuber\u034fnetes brings them together.',
  'Ｋｕｂｅｒｎｅｔｅｓ brings them together.',
  '𝐊𝐮𝐛𝐞𝐫𝐧𝐞𝐭𝐞𝐬 brings them together.',
  'Accordionists at heart, all of them.',
];
const lookAlikes = ['Kub\u0435rnetes brings them together.', 'F\u043erty of them are here today.'];
const links = [
  'Write to https://chosen.example/join for more.',
  'Go to www.chosen.example for more of it.',
  'Write to leader@chosen.example for more.',
];

export const textScenarios: Scenario[] = [
  {
    tries: 'numbers of its own in digits',
    model: proven(describe(digits)),
    rejections: times(4, 'literal_number'),
    reason: /is a number of your own; write \{member_count\}/,
  },
  {
    tries: 'numbers in the numerals of other scripts',
    model: proven(describe(signs)),
    rejections: times(4, 'literal_number'),
    reason: /is a number of your own/,
  },
  {
    tries: 'numbers in words, and in words with invisible characters',
    model: proven(describe(numberWords)),
    rejections: times(10, 'literal_number'),
    reason: /is a number of your own|is a number in words|is not so/,
  },
  {
    tries: 'numbers in names',
    model: proven([
      { name: 'The 42' },
      { name: 'Forty of a feather' },
      { name: 'The {member_count} makers' },
    ]),
    rejections: times(3, 'literal_number'),
    reason: /^name: /,
  },
  {
    tries: 'numbers in questions',
    model: proven(ask(['Would thirty of you come?', 'Would 3 of you come?', 'Do most of the members cook?'])),
    rejections: times(3, 'literal_number'),
    reason: /^question_prompts: /,
  },
  {
    tries: 'unknown placeholders',
    model: proven(describe(invented)),
    rejections: times(4, 'literal_number'),
    reason: /is a number of your own/,
  },
  {
    tries: 'numbers put together from placeholders',
    model: proven(describe(glued)),
    rejections: times(3, 'literal_number'),
    reason: /stand alone/,
  },
  {
    tries: 'a lift for a mere share of the membership',
    model: (facts) =>
      turns([saveCandidate(candidates(facts, 'share')[0], { description: 'That is {lift} times chance.' })]),
    rejections: ['literal_number'],
    reason: /stands on "share" and has no \{lift\}/,
  },
  {
    tries: 'words of a test for what chance may explain',
    model: chancy(describe(tested)),
    rejections: [...times(3, 'overclaimed' as const), ...times(3, 'retry_limit' as const)],
    reason: /says more than this pattern's basis|refused three times/,
  },
  {
    tries: 'foreign facets in a description, by alias, plural and invisible characters',
    model: proven(describe(foreign)),
    // K8s has a digit, which is found first.
    rejections: ['unsupported_facet', 'literal_number', ...times(5, 'unsupported_facet' as const)],
    reason: /description: .*(?:not in the evidence of this pattern|say it of one of them|number of your own)/,
  },
  {
    tries: 'foreign facets in names and questions',
    model: proven([{ name: 'Kubernetes circle' }, ...ask(['Who of you plays the accordion?'])]),
    rejections: ['unsupported_facet', 'unsupported_facet'],
    reason: /^(name|question_prompts): /,
  },
  {
    tries: 'words in letters of another script that look the same',
    model: proven([...describe(lookAlikes), { name: 'Qui\u0435t company' }]),
    rejections: times(3, 'invalid_input'),
    reason: /letters of two scripts/,
  },
  {
    tries: 'links and addresses',
    model: proven([...describe(links), ...ask(['Will you join at http://chosen.example?'])]),
    rejections: times(4, 'invalid_input'),
    reason: /leave links and addresses out/,
  },
  {
    tries: 'names of ten thousand characters, invisible names, and too short texts',
    model: proven([
      { name: 'long '.repeat(2_000) },
      { name: `x${'😀'.repeat(3_000)}` },
      { name: '\u200b\u200b\u200b\u200b' },
      { name: 'ab' },
      { name: null },
      { description: 'short' },
      { description: 'long '.repeat(2_000) },
      { question_prompts: [] },
      { question_prompts: ['What?!', 'What?!'] },
      { question_prompts: ['What is it?', 'WHAT IS \u200bIT?'] },
      { question_prompts: times(4, 'What is it?') },
    ]),
    rejections: times(11, 'invalid_input'),
    reason: /name|description|question_prompts|plain words/,
  },
];
