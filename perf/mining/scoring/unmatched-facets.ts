import type { Candidate } from '@warren/mining';
import { scoreReport, touches } from './scoring.ts';

/**
 * Describes the wrong candidates of a report, a line each with their numbers: unmatched (no two of its facets were
 * planted together), a duplicate of a group found before, or a mixture of two groups, which may still match one.
 */
export function describeUnmatched(
  candidates: readonly Candidate[],
  groups: readonly (readonly string[])[],
): string[] {
  const all = candidates.map(({ facets }) => facets.map(({ key }) => key));
  return candidates.flatMap((candidate, at) => {
    const keys = all[at] ?? [];
    const near = groups.filter((group) => keys.some((key) => group.includes(key)));
    const shown = groups.filter((group) => touches(keys, [group]));
    const adds =
      scoreReport(groups, all.slice(0, at + 1)).distinct > scoreReport(groups, all.slice(0, at)).distinct;
    if (adds && shown.length < 2) {
      return [];
    }
    const what = shown.length === 0 ? 'unmatched' : shown.length > 1 ? 'mixture' : 'duplicate';
    const { rule, statistics } = candidate;
    const least = 'clauses' in rule ? rule.clauses.map(({ at_least }) => at_least).join(' and ') : '';
    const { observed, expected, lift_low, p_value, q_value } = statistics;
    const line = [
      `${what}: ${least} of ${keys.join(', ')}`,
      `observed ${observed}`,
      `expected ${expected?.toFixed(1)}`,
      `lift from ${lift_low?.toFixed(2)}`,
      `p ${p_value?.toExponential(1)}`,
      `q ${q_value?.toExponential(1)}`,
      ...(near.length > 0 ? [`near ${near.map((group) => group.join(', ')).join(' / ')}`] : []),
    ];
    return [line.join('; ')];
  });
}
