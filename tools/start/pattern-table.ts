import Table from 'cli-table3';
import { categories } from '@warren/contracts';
import type { Evidence, Pattern } from '@warren/contracts';

/** The patterns as a table for people: name, category, members, evidence in words, a question. */
export function patternTable(patterns: readonly Pattern[], columns: number): string {
  const width = Math.max(100, Math.min(columns, 170));
  const free = width - 15 - 9 - 6 - 10;
  const name = Math.floor(free * 0.3);
  const evidence = Math.floor(free * 0.34);
  const table = new Table({
    head: ['pattern', 'category', 'members', 'evidence', 'a question to ask'],
    colWidths: [name, 15, 9, evidence, free - name - evidence],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const pattern of patterns) {
    table.push([
      pattern.name,
      categories[pattern.category].short,
      { content: String(pattern.member_count), hAlign: 'right' },
      inWords(pattern.evidence, pattern.holds),
      pattern.question_prompts[0] ?? '',
    ]);
  }
  return table.toString();
}

/** The evidence of a pattern in one sentence. */
export function inWords({ basis, statistics, sides, facets }: Evidence, holds = true): string {
  const { observed, expected, lift, q_value, share, share_low, share_high } = statistics;
  const among = facets.map(({ label }) => label).join(', ');
  if (!holds) {
    const against = expected === null ? '' : ` where ${round(expected)} are expected`;
    return `holds no more: ${observed} members${against}${among === '' ? '' : `; ${among}`}`;
  }
  const onEach = `${sides?.givers.length ?? 0} on one side, ${sides?.seekers.length ?? 0} on the other`;
  switch (basis) {
    case 'beyond_chance':
      return `beyond chance: ${observed} where ${round(expected)} are expected (lift ${round(lift)}, q ${small(q_value)}); ${among}`;
    case 'apart':
      return `apart: ${observed} on both sides where ${round(expected)} are expected (lift ${round(lift)}, q ${small(q_value)}); ${onEach}; ${among}`;
    case 'shared':
      return expected === null
        ? `${sides === undefined ? `${observed} members` : onEach}; ${among}`
        : `shared, but chance may explain it: ${observed} where ${round(expected)} are expected; ${among}`;
    case 'share':
      if (sides !== undefined) {
        return `${onEach}; ${among}`;
      }
      return `${percent(share)} of the members with a profile (${percent(share_low)} to ${percent(share_high)}); ${among}`;
    case 'wish':
      return `${sides?.seekers.length ?? 0} look for it, ${sides?.givers.length ?? 0} offer it`;
    case 'swap':
      return `${onEach}, each looking for what the other has`;
    case 'quotes':
      return `in the words of ${observed} members`;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function round(value: number | null): string {
  if (value === null) {
    return '–';
  }
  return value < 0.05 ? '< 0.1' : value.toFixed(value < 10 ? 1 : 0);
}

function small(value: number | null): string {
  if (value === null) {
    return '–';
  }
  return value < 0.001 ? '< 0.001' : value.toFixed(3);
}
