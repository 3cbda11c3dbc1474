import { PatternCategory, categories } from '@warren/contracts';
import type { Candidate, MiningResult } from '@warren/mining';
import type { ReadFile } from './members/member-file.ts';
import { count, percent, plural } from './numbers.ts';
import { nothingRead } from './reading.ts';
import { sentenceFor } from './sentences.ts';
import type { Names } from './sentences.ts';
import { wrapText, printable } from './wrap-text.ts';

/** Options of a report. */
interface ReportOptions {
  /** File name as given on the command line. */
  file: string;
  /** False discovery rate. */
  q: number;
  /** True if candidates include what chance may explain. */
  all: boolean;
  /** Line width in columns. */
  width: number;
  bold: (text: string) => string;
}

/** Writes the result in sentences, category by category, one paragraph at a time. */
export function* reportOf(result: MiningResult, read: ReadFile, options: ReportOptions): Generator<string> {
  const { file, q, width } = options;
  const { community } = read;
  const paragraph = (text: string): string => `${wrapText('', text, width)}\n\n`;
  yield paragraph(
    `${printable(file)}: ${plural(result.members, 'member')} analysed, ${plural(result.facets, 'facet')}.`,
  );
  if (result.members > 0 && result.facets === 0) {
    yield paragraph(nothingRead(read));
    return;
  }
  if (!result.candidates.some(({ basis }) => basis === 'beyond_chance' || basis === 'apart')) {
    yield paragraph(nothing(result, options));
  }
  const labels = new Map(community.facets.map(({ key, label }) => [key, printable(label)]));
  const names: Names = {
    labelOf: (key) => labels.get(key) ?? key,
    nameOf: (id) => printable(community.nameOf(id)),
  };
  for (const category of PatternCategory.options) {
    const found = result.candidates.filter((candidate) => candidate.category === category);
    if (found.length > 0) {
      yield section(categories[category].heading, found, names, options);
    }
  }
  const tested = `Tested: ${count(result.tested)} possible rules`;
  const meaning = `q ${q}: up to ${percent(q)} of those beyond chance may be flukes.`;
  yield `${wrapText('', `${tested}; ${meaning}`, width)}\n`;
}

function section(
  heading: string,
  found: readonly Candidate[],
  names: Names,
  { width, bold }: ReportOptions,
): string {
  const bullets = (candidates: readonly Candidate[]): string[] =>
    candidates.map((candidate) => wrapText('  • ', sentenceFor(candidate, names), width));
  const shared = found.filter(({ basis }) => basis === 'shared');
  const lines = [bold(heading), ...bullets(found.filter(({ basis }) => basis !== 'shared'))];
  if (shared.length > 0) {
    lines.push('  Shared, though chance may explain it:', ...bullets(shared));
  }
  return `${lines.join('\n')}\n\n`;
}

function nothing({ members, candidates }: MiningResult, { all }: ReportOptions): string {
  if (members === 0) {
    return 'Nobody in it is analysed: that takes a public profile, and a membership that is neither cancelled nor expired.';
  }
  const hint = all ? '' : ' With --all you see what enough members share even so.';
  return candidates.length === 0
    ? `Nothing stands out, and nothing is wrong with that: so few members, or such different ones, rarely show more than chance explains.${hint}`
    : `Nothing stands out as more than chance explains.${hint}`;
}
