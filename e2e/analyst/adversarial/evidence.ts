import { expect } from '@jest/globals';
import { save, saveCandidate } from '../scripted-system.ts';
import { candidates, rule, turns } from './scenario.ts';
import type { Facts, Scenario } from './scenario.ts';

const best = (facts: Facts) => candidates(facts, 'beyond_chance', 'skill_cluster')[0];
const times = <T>(many: number, value: T): T[] => Array.from({ length: many }, () => value);
const cluster = (name: string, given: unknown) => save({ category: 'skill_cluster', name, rule: given });
const skills = (many: number): string[] => Array.from({ length: many }, (_, at) => `skill:number ${at}`);
const sides = (givers: unknown, seekers: unknown) => ({ givers, seekers });
const together = (name: string, given: unknown) =>
  save({ category: 'collaboration_opportunity', name, rule: given });

/** Every facet that the analysis shows, which somebody has at least one of. */
const everything = ({ analysis }: Facts): string[] =>
  analysis.common_facets.map(({ key }) => key).slice(0, 50);

export const evidenceScenarios: Scenario[] = [
  {
    tries: 'members and numbers of its own beside the evidence',
    model: (facts) =>
      turns(
        ['member_ids', 'related_member_ids', 'member_count', 'evidence', 'p_value', 'basis', 'is_active'].map(
          (key, at) =>
            saveCandidate(facts.analysis.candidates[at]!, { name: `With ${key}`, [key]: [1, 2, 3] }),
        ),
      ),
    rejections: times(7, 'invalid_input'),
    reason: /Unrecognized key/,
  },
  {
    tries: 'members of its own inside the rule',
    model: (facts) =>
      turns([
        save({
          category: 'skill_cluster',
          name: 'Smuggled in',
          rule: { ...best(facts).rule, member_ids: [1, 2, 3], observed: 97, p_value: 0 },
        }),
      ]),
    saved: ['Smuggled in'],
    check: ({ patterns, facts }) => {
      expect(patterns[0]?.evidence.rule).toEqual(best(facts).rule);
      expect(patterns[0]?.member_count).toBe(best(facts).member_count);
    },
  },
  {
    tries: 'invalid rules',
    model: () =>
      turns([
        cluster('Nothing asked', rule(0, 'skill:welding')),
        cluster('Too much asked', rule(2, 'skill:welding')),
        cluster('One facet twice', rule(1, 'skill:welding', 'skill:welding')),
        cluster('Too many facets', rule(1, ...skills(51))),
        cluster('Too many clauses', { clauses: times(11, rule(1, 'skill:welding').clauses[0]) }),
        cluster('No facets', rule(1)),
        cluster('No clauses', { clauses: [] }),
        cluster('A list of members', [1, 2, 3]),
        cluster('A text', 'skill:welding'),
        cluster('Half a person', rule(0.5, 'skill:welding')),
        cluster('No kind', rule(1, 'welding')),
        cluster('Another kind', rule(1, 'member:12')),
        cluster('A padded key', rule(1, 'skill: welding ')),
      ]),
    rejections: times(13, 'invalid_input'),
    reason: /rule/,
  },
  {
    tries: 'facets that no member has',
    model: () =>
      turns([
        cluster('An invented facet', rule(1, 'skill:moon farming', 'skill:welding')),
        cluster('In another case', rule(1, 'skill:Welding', 'skill:Masonry')),
        cluster('With a zero byte', rule(1, 'skill:weld\u0000ing', 'skill:masonry')),
        cluster('With half a sign', rule(1, 'skill:weld\ud83ding', 'skill:masonry')),
      ]),
    rejections: ['unknown_facet', 'unknown_facet', 'invalid_input', 'invalid_input'],
    reason: /use facet keys of the analysis|cannot be stored/,
  },
  {
    tries: 'a rule of the wrong shape for its category',
    model: (facts) =>
      turns([
        cluster('Interests as skills', rule(2, 'interest:astronomy', 'interest:bats')),
        save({ category: 'interest_theme', name: 'Skills as interests', rule: best(facts).rule }),
        cluster('A mixture', rule(2, 'skill:welding', 'interest:street processions')),
        together('One side only', rule(1, 'skill:welding')),
        cluster('Sides in a cluster', sides(rule(1, 'skill:welding'), rule(1, 'looking_for:welding'))),
      ]),
    rejections: times(5, 'wrong_shape'),
    reason: /use those, or the category|needs a rule with givers and seekers|change the category/,
  },
  {
    tries: 'collaborations with an empty side, or with the same people on both',
    model: () =>
      turns([
        together(
          'No givers',
          sides(rule(2, 'skill:kintsugi', 'skill:forklift'), rule(1, 'looking_for:welding')),
        ),
        together('Both the same', sides(rule(1, 'skill:welding'), rule(1, 'skill:welding'))),
      ]),
    rejections: ['unknown_facet', 'wrong_shape'],
    reason: /use facet keys|side/,
  },
  {
    tries: 'a wish that the givers do not meet',
    model: () =>
      turns([
        together('Welders do the books', sides(rule(1, 'skill:welding'), rule(1, 'looking_for:bookkeeping'))),
      ]),
    saved: ['Welders do the books'],
    check: ({ patterns }) => expect(patterns.map(({ evidence }) => evidence.basis)).toEqual(['share']),
  },
  {
    tries: 'trivial rules: one facet, and one facet in disguise',
    model: (facts) => {
      const [key = '', other = ''] = best(facts).facets.map((facet) => facet.key);
      const [clause] = rule(1, key).clauses;
      return turns([
        cluster('One facet', rule(1, key)),
        cluster('One facet twice over', { clauses: [clause, ...rule(1, key, other).clauses] }),
        cluster('The other one', { clauses: [...rule(1, other).clauses, ...rule(1, key, other).clauses] }),
      ]);
    },
    rejections: times(3, 'no_more_than_chance'),
    reason: /this is no pattern\. Use a candidate/,
  },
  {
    tries: 'a rule that everybody matches',
    model: (facts) =>
      turns([save({ category: 'cross_domain', name: 'All of us', rule: rule(1, ...everything(facts)) })]),
    rejections: ['no_more_than_chance'],
    reason: /this is no pattern/,
  },
  {
    tries: 'a strength that few share, and a group that is too small',
    model: (facts) =>
      turns([
        save({ category: 'community_strength', name: 'A strength', rule: best(facts).rule }),
        cluster('Too few', rule(1, `skill:${facts.analysis.unique_skills[0]!.toLowerCase()}`)),
      ]),
    rejections: ['no_more_than_chance', 'too_few_members'],
    reason: /too few for a community_strength|Widen the rule/,
  },
  {
    tries: 'candidates that are unknown, misspelt or missing, and more than one basis',
    model: (facts) =>
      turns([
        save({ category: 'skill_cluster', name: 'Invented', candidate_id: 'fake0001' }),
        save({ category: 'skill_cluster', name: 'Padded', candidate_id: ` ${best(facts).id} ` }),
        save({
          category: 'skill_cluster',
          name: 'Shouted',
          candidate_id: `${best(facts).id.toUpperCase()}!`,
        }),
        save({ category: 'skill_cluster', name: 'Zeroed', candidate_id: `${best(facts).id}\u0000` }),
        save({ category: 'skill_cluster', name: 'Halved', candidate_id: `${best(facts).id}\ud83d` }),
        save({ category: 'skill_cluster', name: 'A number', candidate_id: 7 }),
        save({ category: 'skill_cluster', name: 'No ground' }),
        saveCandidate(best(facts), { name: 'Two grounds', rule: best(facts).rule }),
        saveCandidate(best(facts), { name: 'Another category', category: 'poetry' }),
      ]),
    // The last names the candidate that was misspelt three times.
    rejections: [
      ...times(3, 'unknown_candidate' as const),
      ...times(5, 'invalid_input' as const),
      'retry_limit',
    ],
    reason: /use an id of the analysis|candidate_id|exactly one of|category|goes on without it/,
  },
  {
    tries: 'a fifth pattern that chance may explain',
    model: () =>
      turns(
        [
          ['skill:teaching', 'skill:sewing'],
          ['skill:teaching', 'skill:writing'],
          ['skill:teaching', 'skill:photography'],
          ['skill:python', 'skill:javascript'],
          ['skill:facilitation', 'skill:fundraising'],
        ].map((facets, at) => cluster(`Maybe ${'abcde'.charAt(at)}`, rule(2, ...facets))),
      ),
    rejections: ['too_many_shared'],
    reason: /use a candidate beyond chance/,
    saved: ['Maybe a', 'Maybe b', 'Maybe c', 'Maybe d'],
  },
  {
    tries: 'the same claim again and again',
    model: (facts) =>
      turns(
        ...times(5, [
          saveCandidate(best(facts), { name: 'Again', description: 'There are 42 of them here.' }),
        ]),
      ),
    rejections: [...times(3, 'literal_number' as const), 'retry_limit', 'retry_limit'],
    reason: /number of your own|the run goes on without it/,
    check: ({ rejected }) => expect(rejected[2]?.reason).toMatch(/for the third time: leave it/),
  },
];
