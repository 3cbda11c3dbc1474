import { describe, expect, it } from '@jest/globals';
import type { Pattern } from '@warren/contracts';
import { patternsAsCsv, patternsAsJson } from './export.ts';
import { patternsAsReport } from './report.ts';

const pattern: Pattern = {
  id: 1,
  name: '=HYPERLINK("http://x") <img src=x onerror=alert(1)> [a](b)',
  description: 'Quotes "and", commas\nand lines.',
  category: 'skill_cluster',
  member_count: 12,
  related_member_ids: [1, 2],
  evidence: {
    basis: 'beyond_chance',
    rule: { clauses: [{ at_least: 1, of: ['skill:a'] }] },
    facets: [{ key: 'skill:a', label: 'A', in_pattern: 12, in_community: 12 }],
    statistics: {
      observed: 12,
      share: 0.1,
      share_low: 0.05,
      share_high: 0.2,
      expected: 2,
      lift: 6,
      lift_low: 3,
      lift_high: 9,
      p_value: 0.001,
      q_value: 0.01,
      tested: 100,
    },
  },
  question_prompts: ['What is it?', '# Why?'],
  is_active: true,
  holds: true,
  held: null,
  dismissed_because: null,
  reading: null,
  published: true,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  version: 1,
  state: 'new',
  since_run_id: null,
  member_change: null,
  joined_count: 0,
  left_count: 0,
  pinned: false,
  analyst: 'statistical',
  run_id: 1,
};

describe('exported patterns', () => {
  it('as CSV run no formula, and keep quotes, commas and line breaks in their cell', () => {
    const [header = '', ...rest] = patternsAsCsv([pattern]).split('\r\n');
    expect(header.startsWith('\ufeffid,name,category')).toBe(true);
    expect(rest.join('\n')).toContain(`"'=HYPERLINK(""http://x"")`);
    expect(rest.join('\n')).toContain('"Quotes ""and"", commas\nand lines."');
  });

  it('show that a pattern no longer holds, beside its last basis', () => {
    const retired = { ...pattern, is_active: false, holds: false, state: 'retired' as const };
    const [header = '', line = ''] = patternsAsCsv([{ ...retired, name: 'A', description: 'B' }]).split(
      '\r\n',
    );
    const cells = line.split(',');
    const cell = (name: string) => cells[header.replace('\ufeff', '').split(',').indexOf(name)];
    expect([cell('basis'), cell('holds'), cell('active')]).toEqual(['beyond_chance', 'false', 'false']);
    const report = patternsAsReport([retired], new Date('2026-02-03T12:00:00Z'));
    expect(report).toContain('- **Holds no more.** 12 members where chance would give 2: it holds no more.');
    expect(report).not.toContain('More than chance');
  });

  it('as JSON are what the API returned', () => {
    expect(JSON.parse(patternsAsJson([pattern]))).toEqual({ patterns: [pattern] });
  });

  it('as a report are text only: no HTML, link or heading from a pattern', () => {
    const report = patternsAsReport([pattern], new Date('2026-02-03T12:00:00Z'));
    expect(report).toContain('## Skill clusters');
    expect(report).toContain('12 members where chance would give 2: 6 times as many.');
    expect(report).toContain('\\<img src=x onerror=alert(1)\\> \\[a\\](b)');
    expect(report).toContain('- \\# Why?');
    expect(report).not.toMatch(/(?<!\\)</);
  });
});
