import Table from 'cli-table3';
import { spreadOf } from '../measure/figures.ts';
import type { Played } from './scenario-runner.ts';

/** What is printed after a play: the promises with their counts, the faults, times, and the sets that differ. */
export function report(played: Played): string {
  const { findings, faults, ledger, stopsAndEnds, left, byStatus, failed } = played;
  const promises = new Table({ head: ['promise', 'checked', 'broken'], style: { head: [], border: [] } });
  promises.push(...findings.map(({ promise, checked, broken }) => [promise, checked, broken.length]));
  const broken = new Table({ head: ['fault', 'times'], style: { head: [], border: [] } });
  broken.push(...[...faults].sort(([a], [b]) => a.localeCompare(b)));
  const lasted = spreadOf(played.durations);
  const lines = [
    promises.toString(),
    broken.toString(),
    `faults: ${total(faults)}, and ${failed.length} that found nothing to break`,
    `runs: ${[...byStatus].map(([status, count]) => `${count} ${status}`).join(', ')}`,
    `from accepted to ended: p50 ${seconds(lasted.p50)}, p95 ${seconds(lasted.p95)}`,
    `calls to the model: ${ledger.calls}; answered whole ${ledger.whole}, broken by the model ${ledger.broken}, lost ${ledger.lost}`,
    `services were killed ${stopsAndEnds.ends} times, workers ${stopsAndEnds.workerEnds} of these; workers stopped ${stopsAndEnds.stops} times`,
    `fenced writes refused: ${stopsAndEnds.leasesLost}; frames swallowed: ${stopsAndEnds.dropped}`,
  ];
  for (const { promise, broken: sets } of findings) {
    if (sets.length > 0) lines.push(`BROKEN: ${promise}`, ...sets.slice(0, 40).map((line) => `  ${line}`));
  }
  if (left.length > 0) lines.push(`NOT AT REST: ${left.join(', ')}`);
  return lines.join('\n');
}

/** Whether every promise held and all came to rest. */
export function isWhole({ findings, left }: Played): boolean {
  return left.length === 0 && findings.every(({ broken }) => broken.length === 0);
}

function total(faults: ReadonlyMap<string, number>): number {
  return [...faults.values()].reduce((sum, count) => sum + count, 0);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
