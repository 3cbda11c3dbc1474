import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

/** Task for node-fpgrowth: transactions and planted groups as facet numbers, the least support as a share. */
export const BaselineTask = z.object({
  transactions: z.array(z.array(z.number())),
  groups: z.array(z.array(z.number())),
  support: z.number(),
  leastLift: z.number(),
});
export type BaselineTask = z.infer<typeof BaselineTask>;

const Finished = z.object({
  outcome: z.literal('finished'),
  /** Frequent itemsets of any size that the library reports. */
  itemsets: z.number(),
  score: z.object({
    planted: z.number(),
    found: z.number(),
    distinct: z.number(),
    reported: z.number(),
    touching: z.number(),
  }),
  /** The library's own time. */
  milliseconds: z.number(),
});
const Failed = z.object({ outcome: z.literal('failed'), reason: z.string() });

/** Outcome of a task; the reason of a failure reads after "node-fpgrowth". */
export const BaselineReply = z.discriminatedUnion('outcome', [Finished, Failed]);
export type BaselineReply = z.infer<typeof BaselineReply>;

const mostMegabytes = 4096;

/** Runs node-fpgrowth in a process of its own, which is killed after `seconds`. */
export function runBaseline(task: BaselineTask, seconds: number): Promise<BaselineReply> {
  const child = fork(join(import.meta.dirname, 'fpgrowth-process.ts'), {
    execArgv: [`--max-old-space-size=${mostMegabytes}`],
    serialization: 'advanced',
    // Node's own report of a full heap would fill the screen.
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const settle = (reply: BaselineReply) => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      resolve(reply);
    };
    const limit = setTimeout(
      () => settle({ outcome: 'failed', reason: `did not finish in ${seconds} s` }),
      seconds * 1000,
    );
    child.on('message', (reply) => settle(BaselineReply.parse(reply)));
    child.on('exit', (code, signal) =>
      settle({
        outcome: 'failed',
        reason: `ended early, most likely out of ${mostMegabytes} MB of memory (${signal ?? code ?? 'gone'})`,
      }),
    );
    child.on('error', reject);
    child.send(task);
  });
}
