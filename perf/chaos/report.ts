import Table from 'cli-table3';
import { spreadOf } from '../measure/figures.ts';
import type { ChaosResult } from './scenario-runner.ts';

/** The report of a scenario: the promises with their counts, the faults, times, and what breaks a promise. */
export function report(result: ChaosResult): string {
  const { findings, faults, ledger, stopsAndEnds, left, byStatus, failed } = result;
  const promises = new Table({ head: ['promise', 'checked', 'broken'], style: { head: [], border: [] } });
  promises.push(...findings.map(({ promise, checked, broken }) => [promise, checked, broken.length]));
  const broken = new Table({ head: ['fault', 'times'], style: { head: [], border: [] } });
  broken.push(...[...faults].sort(([a], [b]) => a.localeCompare(b)));
  const duration = spreadOf(result.durations);
  const lines = [
    promises.toString(),
    broken.toString(),
    `faults: ${total(faults)}, and ${failed.length} that found nothing to break`,
    `runs: ${[...byStatus].map(([status, count]) => `${count} ${status}`).join(', ')}`,
    `from accepted to ended: p50 ${seconds(duration.p50)}, p95 ${seconds(duration.p95)}`,
    `calls to the model: ${ledger.calls}; answered whole ${ledger.whole}, broken by the model ${ledger.broken}, lost ${ledger.lost}`,
    `services were killed ${stopsAndEnds.ends} times, workers ${stopsAndEnds.workerEnds} of these; workers stopped ${stopsAndEnds.stops} times`,
    `fenced writes rejected: ${stopsAndEnds.leasesLost}; frames dropped: ${stopsAndEnds.dropped}`,
  ];
  for (const { promise, broken: sets } of findings) {
    if (sets.length > 0) {
      lines.push(`BROKEN: ${promise}`, ...sets.slice(0, 40).map((line) => `  ${line}`));
    }
  }
  if (left.length > 0) {
    lines.push(`NOT IDLE: ${left.join(', ')}`);
  }
  return lines.join('\n');
}

/** True if every promise was kept and the system became idle. */
export function isWhole({ findings, left }: ChaosResult): boolean {
  return left.length === 0 && findings.every(({ broken }) => broken.length === 0);
}

function total(faults: ReadonlyMap<string, number>): number {
  return [...faults.values()].reduce((sum, count) => sum + count, 0);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
