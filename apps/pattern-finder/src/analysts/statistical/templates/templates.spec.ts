import { describe, expect, it } from '@jest/globals';
import { PatternCategory, facetsOfRule } from '@warren/contracts';
import type { Candidate, FacetKind, Rule } from '@warren/contracts';
import { ProseIndex, Vocabulary } from '@warren/facets';
import { fillTemplate } from './index.ts';

const vocabulary = new Vocabulary();
const prose = ProseIndex.of(vocabulary);

/** A label in capitals that is in no template and no vocabulary, so that all other words are the template's. */
const madeUp = /\b[XYZ]q+v\b/g;

type Shape = [name: string, category: Candidate['category'], basis: Candidate['basis'], rule: Rule];

const all = (...of: string[]) => ({ at_least: of.length, of });
const keys = (kind: FacetKind, ...labels: string[]) => labels.map((label) => `${kind}:${label}`);
const skills = keys('skill', 'Xqv', 'Yqv', 'Zqv');
const interests = keys('interest', 'Xqqv', 'Yqqv');
const meeting = (kind: FacetKind): Rule => ({
  clauses: [all(...skills), all(...keys(kind, 'Xqqqv', 'Yqqqv'))],
});
const wish = (kind: 'skill' | 'interest'): Rule => ({
  givers: { clauses: [all(...keys(kind, 'Xqv'))] },
  seekers: { clauses: [all(...keys('looking_for', 'Xqv'))] },
});

const shapes: Shape[] = [
  ['skills', 'skill_cluster', 'beyond_chance', { clauses: [{ at_least: 2, of: skills }] }],
  ['shared skills', 'skill_cluster', 'shared', { clauses: [all(...skills)] }],
  ['interests', 'interest_theme', 'beyond_chance', { clauses: [{ at_least: 1, of: interests }] }],
  ['shared interests', 'interest_theme', 'shared', { clauses: [all(...interests)] }],
  ['a strength', 'community_strength', 'share', { clauses: [all('skill:Xqv')] }],
  ['a common interest', 'community_strength', 'share', { clauses: [all(...interests)] }],
  [
    'mixed kinds',
    'cross_domain',
    'beyond_chance',
    { clauses: [{ at_least: 2, of: [...skills, ...interests] }] },
  ],
  ['a wish', 'collaboration_opportunity', 'wish', wish('skill')],
  ['company', 'collaboration_opportunity', 'wish', wish('interest')],
  [
    'sides that keep apart',
    'collaboration_opportunity',
    'apart',
    {
      givers: { clauses: [all('skill:Xqv')], none_of: ['skill:Yqv'] },
      seekers: { clauses: [all('skill:Yqv')], none_of: ['skill:Xqv'] },
    },
  ],
  [
    'a swap',
    'collaboration_opportunity',
    'swap',
    {
      givers: { clauses: [all('skill:Xqv'), all('looking_for:Yqv')] },
      seekers: { clauses: [all('interest:Yqv'), all('looking_for:Xqv')] },
    },
  ],
  [
    'common ground',
    'collaboration_opportunity',
    'shared',
    {
      givers: { clauses: [all('skill:Xqv', 'skill:Yqv'), all('interest:Zqv')] },
      seekers: { clauses: [all('skill:Xqqv', 'skill:Yqqv'), all('interest:Zqv')] },
    },
  ],
  ...(['interest', 'role', 'trait', 'location'] as const).map((kind): Shape => [
    `skills and ${kind}`,
    'cross_domain',
    'shared',
    meeting(kind),
  ]),
];

function candidate([, category, basis, rule]: Shape, id: string, topic: string | null = null): Candidate {
  const none = { p_value: null, q_value: null, tested: null, lift_low: null, lift_high: null };
  return {
    id,
    category,
    basis,
    topic,
    rule,
    facets: facetsOfRule(rule).map((key) => ({
      key,
      label: key.slice(key.indexOf(':') + 1),
      in_pattern: 5,
      in_community: 9,
    })),
    member_count: 5,
    statistics: { observed: 5, share: 0.1, share_low: 0, share_high: 1, expected: 1, lift: 5, ...none },
  };
}

/** Every text of a shape: enough ids for each of its wordings. */
function textsOf(shape: Shape): { names: string[]; descriptions: string[]; questions: string[] } {
  const words = Array.from({ length: 60 }, (_, id) => fillTemplate(candidate(shape, `id ${id}`)));
  const unique = (texts: string[]): string[] => [...new Set(texts)];
  return {
    names: unique(words.map(({ name }) => name)),
    descriptions: unique(words.map(({ description }) => description)),
    questions: unique(words.flatMap(({ question_prompts }) => question_prompts)),
  };
}

const numberWords = new RegExp(
  `\\b(${[
    'zero one two three four five six seven eight nine ten eleven twelve hundred thousand million dozen score half',
    'third quarter single double triple pair couple both once twice thrice first second tenth majority most',
  ]
    .join(' ')
    .replaceAll(' ', '|')})s?\\b`,
  'i',
);

describe('the templates', () => {
  it('are checked for every category', () => {
    expect(new Set(shapes.map(([, category]) => category))).toEqual(new Set(PatternCategory.options));
  });

  it.each(shapes)('for %s name no facet of their own', (...shape) => {
    const { names, descriptions, questions } = textsOf(shape);
    const own = [...names, ...descriptions, ...questions].map((text) => text.replace(madeUp, 'Qxq'));
    // As in a short entry, where everyday words count as labels too: stricter than running text.
    expect(own.flatMap((text) => prose.mentions(text, true).map(({ label }) => [label, text]))).toEqual([]);
  });

  it.each(shapes)('for %s hold no number but those the service fills in', (...shape) => {
    const { names, descriptions, questions } = textsOf(shape);
    expect(names.join()).not.toContain('{');
    expect(questions.join()).not.toContain('{');
    const hasExpected =
      shape[2] === 'beyond_chance' || shape[2] === 'apart' || shape[1] !== 'collaboration_opportunity';
    const known =
      shape[2] === 'share' || !hasExpected ? /^(member_count|share)$/ : /^(member_count|share|expected)$/;
    for (const [, name] of descriptions.join().matchAll(/\{([^}]*)\}/g)) {
      expect(name).toMatch(known);
    }
    for (const text of [...names, ...descriptions, ...questions]) {
      const rest = text.replace(/\{\w+\}/g, '');
      expect(rest).not.toMatch(/\p{N}/u);
      expect([text, numberWords.exec(rest)?.[0]]).toEqual([text, undefined]);
    }
  });

  it.each(shapes)('for %s overstate nothing, and take two or three sentences', (...shape) => {
    const { names, descriptions, questions } = textsOf(shape);
    expect([...names, ...descriptions, ...questions].join()).not.toMatch(
      /significan|unusual|remarkabl|striking|proves|surpris/i,
    );
    for (const description of descriptions) {
      expect(description.split(/(?<=[.])\s/).length).toBeGreaterThanOrEqual(2);
      expect(description.split(/(?<=[.])\s/).length).toBeLessThanOrEqual(3);
      expect(description).toContain('{member_count}');
    }
  });

  it('join labels of the vocabulary to nothing that means another label', () => {
    const labels = [...new Set(vocabulary.names().values())];
    // No place is called Design, or it would be “in design”.
    const elsewhere = shapes.filter(([name]) => name !== 'skills and location');
    const wrong = labels.flatMap((label) => {
      const own = new Set([label, ...prose.mentions(label, true).map(({ canonical }) => canonical)]);
      return elsewhere.flatMap((shape) => {
        const whole = candidate(shape, label);
        const facets = whole.facets.map((facet) => ({ ...facet, label }));
        const { name, description, question_prompts } = fillTemplate({ ...whole, facets });
        return prose
          .mentions([name, description, ...question_prompts].join('\n'))
          .filter(({ canonical }) => !own.has(canonical))
          .map(({ label: mentioned }) => [label, mentioned]);
      });
    });
    expect(wrong).toEqual([]);
  });
});
