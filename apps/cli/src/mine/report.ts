import { PatternCategory, categories } from '@warren/contracts';
import type { Candidate, MiningResult } from '@warren/mining';
import { hanging, printable } from './wrap-text.ts';
import { count, percent, plural } from './numbers.ts';
import type { Community } from './member-table.ts';
import { sentenceFor } from './sentences.ts';
import type { Names } from './sentences.ts';

/** How a report is told. */
export interface Telling {
  /** The file as it was named on the command line. */
  file: string;
  /** The false discovery rate that was held. */
  q: number;
  /** What chance may explain is among the candidates. */
  all: boolean;
  /** Columns of a line. */
  width: number;
  bold: (text: string) => string;
}

/** The result in sentences, category by category; each piece is a paragraph. */
export function* reportOf(result: MiningResult, community: Community, telling: Telling): Generator<string> {
  const { file, q, width } = telling;
  const paragraph = (text: string): string => `${hanging('', text, width)}\n\n`;
  yield paragraph(
    `${printable(file)}: ${plural(result.members, 'member')} analysed, ${plural(result.facets, 'facet')}.`,
  );
  if (!result.candidates.some(({ basis }) => basis === 'beyond_chance'))
    yield paragraph(nothing(result, telling));
  const labels = new Map(community.facets.map(({ key, label }) => [key, printable(label)]));
  const names: Names = {
    labelOf: (key) => labels.get(key) ?? key,
    nameOf: (id) => printable(community.nameOf(id)),
  };
  for (const category of PatternCategory.options) {
    const found = result.candidates.filter((candidate) => candidate.category === category);
    if (found.length > 0) yield section(categories[category].heading, found, names, telling);
  }
  const tested = `Tested: ${count(result.tested)} possible rules`;
  const meaning = `q ${q}: up to ${percent(q)} of those beyond chance may be flukes.`;
  yield `${hanging('', `${tested}; ${meaning}`, width)}\n`;
}

function section(
  heading: string,
  found: readonly Candidate[],
  names: Names,
  { width, bold }: Telling,
): string {
  const bullets = (candidates: readonly Candidate[]): string[] =>
    candidates.map((candidate) => hanging('  • ', sentenceFor(candidate, names), width));
  const shared = found.filter(({ basis }) => basis === 'shared');
  const lines = [bold(heading), ...bullets(found.filter(({ basis }) => basis !== 'shared'))];
  if (shared.length > 0) lines.push('  Shared, though chance may explain it:', ...bullets(shared));
  return `${lines.join('\n')}\n\n`;
}

function nothing({ members, candidates }: MiningResult, { all }: Telling): string {
  if (members === 0) {
    return 'Nobody in it is analysed: that takes a public profile, and a membership that is neither cancelled nor expired.';
  }
  const hint = all ? '' : ' With --all you see what enough members share even so.';
  return candidates.length === 0
    ? `Nothing stands out, and nothing is wrong with that: so few members, or such different ones, rarely show more than chance explains.${hint}`
    : `Nothing stands out as more than chance explains.${hint}`;
}
