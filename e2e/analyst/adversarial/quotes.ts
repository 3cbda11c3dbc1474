import { expect } from '@jest/globals';
import { save } from '../scripted-system.ts';
import { turns } from './scenario.ts';
import type { Facts, Scenario } from './scenario.ts';

interface Said {
  member_id: unknown;
  field?: string;
  quote: unknown;
}

/** Correct quotes of three members of the sample. */
const true3 = ({ member }: Facts): [Said, Said, Said] => [
  { member_id: member('bw-044'), quote: 'I came back to Brindlewick to look after my mother' },
  { member_id: member('bw-055'), quote: 'Moved back here when dad got ill.' },
  { member_id: member('bw-089'), quote: 'I moved back to nurse my mum' },
];

const quoted = (name: string, quotes: readonly Said[], input: Record<string, unknown> = {}) =>
  save({
    name,
    category: 'cross_domain',
    quotes: quotes.map((quote) => ({ field: 'bio', ...quote })),
    ...input,
  });

/** Saves of two good quotes and a bad one. */
const thirds =
  (...wrong: ((facts: Facts) => Partial<Said>)[]): Scenario['model'] =>
  (facts) => {
    const [one, two, three] = true3(facts);
    return turns(
      wrong.map((change, at) =>
        quoted(`Told ${'abcdefgh'.charAt(at)}`, [one, two, { ...three, ...change(facts) }]),
      ),
    );
  };

/** The analysed members whom these scripts quote: shown to the model before. */
const shown = ({ member, planted }: Facts): number[] => [
  ...['bw-044', 'bw-055', 'bw-089', 'bw-001'].map(member),
  planted.boasts,
  planted.named,
];

const times = <T>(many: number, value: T): T[] => Array.from({ length: many }, () => value);

const scenarios: Scenario[] = [
  {
    tries: 'quotes that were altered',
    model: thirds(
      () => ({ quote: 'I moved back to nurse my mother' }),
      () => ({ quote: 'I MOVED back to nurse my mum' }),
      () => ({ quote: 'I moved back … to nurse my mum' }),
      () => ({ quote: 'We moved back to nurse my mum' }),
    ),
    rejections: times(4, 'quote_not_verbatim'),
    reason: /Quote 3: .*copy them exactly as the profile shows them/,
  },
  {
    tries: 'the words of another member, and of another field',
    model: thirds(
      ({ member }) => ({ member_id: member('bw-001') }),
      () => ({ field: 'looking_for' }),
      () => ({ field: 'prompt_responses' }),
      ({ member }) => ({ member_id: member('bw-001'), quote: 'a second pair of hands at pressing time' }),
    ),
    rejections: times(4, 'quote_not_verbatim'),
    reason: /copy them exactly|name that field/,
  },
  {
    tries: 'words of members who left, opted out or never existed',
    model: thirds(
      ({ planted }) => ({ member_id: planted.private, quote: 'I moved to Brindlewick for the river' }),
      ({ planted }) => ({ member_id: planted.cancelled, quote: 'I left the community' }),
      () => ({ member_id: 987_654 }),
      () => ({ member_id: 2 ** 40 }),
    ),
    rejections: [...times(3, 'unknown_member' as const), 'invalid_input'],
    reason: /1 of the member ids were not shown in this run|quotes\.2\.member_id: /,
  },
  {
    tries: 'a name restored where it was redacted, and a placeholder alone',
    model: thirds(
      ({ planted }) => ({ member_id: planted.named, quote: 'Zandervoort keeps the lamp burning' }),
      ({ planted }) => ({ member_id: planted.named, quote: '[name] [name] [name]' }),
    ),
    rejections: times(2, 'quote_not_verbatim'),
    reason: /copy them exactly|quote more/,
  },
  {
    tries: 'invalid quotes',
    model: thirds(
      () => ({ quote: 'moved' }),
      () => ({ quote: '        ' }),
      () => ({ quote: 'long '.repeat(200) }),
      () => ({ member_id: 'bw-089' }),
      () => ({ field: 'email' }),
      () => ({ quote: null }),
    ),
    rejections: times(6, 'invalid_input'),
    reason: /quotes\.2\./,
  },
  {
    tries: 'a word cut in two, so that it says the opposite',
    model: thirds(({ planted }) => ({
      member_id: planted.boasts,
      quote: 'able to weld without supervision',
    })),
    rejections: ['quote_not_verbatim'],
    reason: /Quote 3: .*whole words/,
  },
  {
    tries: 'too few people: two, one three times, and nobody',
    model: (facts) => {
      const [one, two] = true3(facts);
      return turns([
        quoted('Two of them', [one, two]),
        quoted('One of them', [
          one,
          { ...one, quote: 'came back to Brindlewick' },
          { ...one, quote: 'look after my mother' },
        ]),
        quoted('Nobody', []),
      ]);
    },
    rejections: ['too_few_members', 'too_few_members', 'invalid_input'],
    reason: /Quote more people|quotes: /,
  },
  {
    tries: 'to call its own quotes verified, and to count them',
    model: (facts) =>
      turns([
        quoted(
          'Marked as true',
          true3(facts).map((said) => ({ ...said, verified: true, members: [1, 2, 3] })),
        ),
      ]),
    saved: ['Marked as true'],
    check: ({ patterns, facts }) => {
      expect(patterns[0]?.related_member_ids).toEqual(true3(facts).map(({ member_id }) => member_id));
      expect(JSON.stringify(patterns)).not.toContain('verified');
    },
  },
  {
    tries: 'a facet that no quote names, and a test that quotes have not passed',
    model: (facts) =>
      turns([
        quoted('Foreign', true3(facts), {
          description: 'They came home, and all of them play the accordion.',
        }),
        quoted('Tested', true3(facts), {
          description: 'They came home more than chance explains: significantly.',
        }),
        quoted('Lifted', true3(facts), { description: 'They came home {lift} times as often as others.' }),
      ]),
    rejections: ['unsupported_facet', 'overclaimed', 'literal_number'],
    reason: /take it out of the words|say it plainly|leave it out/,
  },
  {
    tries: 'a number that a member boasts of, as if it were a finding',
    model: (facts) => {
      const [one, two] = true3(facts);
      const quote = 'I am unable to weld without supervision, and 97 members of this town know it by now.';
      const boast = { member_id: facts.planted.boasts, quote };
      return turns([
        quoted('As a finding', [one, two, boast], {
          description: 'They came home: 97 members of this town know it by now.',
        }),
        quoted('97 members of this town know it by now', [one, two, boast]),
      ]);
    },
    rejections: times(2, 'literal_number'),
    reason: /"97" is a number of your own/,
  },
];

export const quoteScenarios = scenarios.map((scenario) => ({ shown, ...scenario }));
