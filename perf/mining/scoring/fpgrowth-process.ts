import { FPGrowth } from 'node-fpgrowth';
import { BaselineTask } from './fpgrowth-baseline.ts';
import type { BaselineReply } from './fpgrowth-baseline.ts';
import { scoreReport } from './scoring.ts';

const smallest = 2;
const largest = 5;

/** The process of `runBaseline`: one task, one reply. */
process.once('message', (message) => {
  void answer(BaselineTask.parse(message))
    .catch((error: unknown): BaselineReply => ({ outcome: 'failed', reason: `failed: ${String(error)}` }))
    .then((reply) => process.send?.(reply));
});

async function answer({ transactions, groups, support, leastLift }: BaselineTask): Promise<BaselineReply> {
  const counts = new Map<number, number>();
  for (const item of transactions.flat()) {
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  const started = performance.now();
  const itemsets = await new FPGrowth<number>(support).exec(transactions);
  const milliseconds = performance.now() - started;
  const reported = itemsets
    .filter(({ items }) => items.length >= smallest && items.length <= largest)
    .map(({ items, support: together }) => ({ items, lift: lift(items, together) }))
    .filter((itemset) => itemset.lift >= leastLift)
    .sort((a, b) => b.lift - a.lift);
  const score = scoreReport(
    groups,
    reported.map(({ items }) => items),
  );
  return { outcome: 'finished', itemsets: itemsets.length, score, milliseconds };

  /** Lift of an itemset against independent items. */
  function lift(items: readonly number[], together: number): number {
    const members = transactions.length;
    return items.reduce((ratio, item) => (ratio * members) / (counts.get(item) ?? 0), together / members);
  }
}
