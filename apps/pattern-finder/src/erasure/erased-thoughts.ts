import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

const Thoughtful = z.looseObject({ content: z.array(z.looseObject({ type: z.string() })) });
/** Condition of a run that has ended for good, in SQL; any other may go on. */
export const endedForGood = `run.status in ('succeeded', 'failed', 'cancelled')`;
const goesOn = `not ${endedForGood}`;

/**
 * Removes what a model has thought in runs that may go on. A thought cannot be read for words of a member, being encrypted,
 * nor changed: its signature would be wrong. Such a run goes on without thinking.
 */
@Injectable()
export class ErasedThoughts {
  constructor(private readonly em: EntityManager) {}

  async forget(): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      await em.execute(`update run set thinking = null where thinking is not null and ${goesOn}`);
      const rows = await em.execute<{ run_id: number; turn: number; response: string }[]>(
        `select run_id, turn, response from run_turn join run on run.id = run_id
         where ${goesOn} and response ~ '"type": ?"(redacted_)?thinking"' for update of run_turn`,
      );
      for (const { run_id, turn, response } of rows) {
        const message = Thoughtful.safeParse(JSON.parse(response)).data;
        if (message !== undefined) {
          const content = message.content.filter(({ type }) => !/^(redacted_)?thinking$/.test(type));
          const rest = JSON.stringify({ ...message, content });
          await em.execute('update run_turn set response = ? where run_id = ? and turn = ?', [
            rest,
            run_id,
            turn,
          ]);
        }
      }
    });
  }
}
