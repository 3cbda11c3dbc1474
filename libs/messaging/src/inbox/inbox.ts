import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { failpoint } from '../process/failpoint.ts';

/** Makes handlers idempotent: a message has its effect once, however often it is delivered. */
@Injectable()
export class Inbox {
  constructor(private readonly em: EntityManager) {}

  /** Runs `effect` in one transaction with the row that `messageId` was handled; does nothing the second time. */
  async once(messageId: string, effect: (em: EntityManager) => Promise<void>): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      const inserted = await em.execute(
        'insert into inbox_message (message_id, handled_at) values (?, now()) on conflict do nothing returning message_id',
        [messageId],
      );
      if (inserted.length > 0) {
        await effect(em);
      }
      await failpoint('inbox.before-commit');
    });
    await failpoint('inbox.after-commit');
  }
}
