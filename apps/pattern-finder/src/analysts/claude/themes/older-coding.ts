import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Whether an older run that is at work has not come to its first message yet, and so codes the same members: two runs would
 * pay for the same batches. The younger one leaves them to it.
 */
export async function isLeftToOlder(em: EntityManager, runId: number): Promise<boolean> {
  const older = await em.execute(
    `select from run where id < ? and status = 'running' and analyst = 'claude'
       and not exists (select from run_turn where run_id = run.id) limit 1`,
    [runId],
  );
  return older.length > 0;
}
