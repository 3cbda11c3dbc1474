import { expect, it } from '@jest/globals';
import { PatternCategory, categories } from '@warren/contracts';
import { buildMembership } from '@warren/mining';
import type { Candidate, MiningResult } from '@warren/mining';
import type { ReadFile } from './members/member-file.ts';
import { reportOf } from './report.ts';

const none = {
  expected: 2,
  lift: 3,
  lift_low: 2,
  lift_high: 4,
  p_value: 0.001,
  q_value: 0.01,
  tested: 10,
};
const one = { clauses: [{ at_least: 1, of: ['skill:welding'] }] };
const other = { clauses: [{ at_least: 1, of: ['looking_for:welding'] }] };

function candidateOf(category: PatternCategory): Candidate {
  const { rule, standsOn } = categories[category];
  return {
    id: category,
    category,
    basis: rule.sides === 2 ? 'wish' : standsOn === 'share' ? 'share' : 'beyond_chance',
    rule: rule.sides === 2 ? { givers: one, seekers: other } : one,
    facets: [{ key: 'skill:welding', in_pattern: 3, in_community: 3 }],
    member_ids: [1, 2, 3],
    statistics: { observed: 3, share: 0.3, share_low: 0.1, share_high: 0.6, ...none },
    ...(rule.sides === 2 && {
      sides: { givers: [1], seekers: [2, 3] },
      pairs: [{ giver: 1, seeker: 2, facet: 'skill:welding', shared: [], mutual: false }],
    }),
  };
}

it('reports the findings of every category under its heading', () => {
  const result: MiningResult = {
    members: 10,
    described: 10,
    facets: 2,
    tested: 10,
    families: 1,
    null_model: { version: 'none', fits: [] },
    candidates: PatternCategory.options.map(candidateOf),
    links: [],
    demand: [],
  };
  const read: ReadFile = {
    report: { format: 'CSV', rows: 10, notes: [], identity: ['external_id'], source: 'a', columns: [] },
    position: 'line',
    community: { membership: buildMembership([]), facets: [], nameOf: String },
    members: 10,
    rejected: [],
    without: [],
    sensitive: { labels: 0, kinds: [] },
    writers: 0,
    silentNo: 0,
    noAnswer: 0,
  };
  const telling = { file: 'a.csv', q: 0.05, all: false, width: 200, bold: (text: string) => `# ${text}` };
  const report = [...reportOf(result, read, telling)].join('');
  const headings = report.split('\n').filter((line) => line.startsWith('# '));
  expect(headings).toEqual(PatternCategory.options.map((category) => `# ${categories[category].heading}`));
  expect(report.match(/ {2}• /g)).toHaveLength(PatternCategory.options.length);
});
