import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { streamed } from '@warren/contracts';
import { ParkedMessage } from './parked-message.entity.ts';

/** Dead letters of this service, and the number of failures of messages that may become one. */
@Injectable()
export class ParkedMessages {
  constructor(private readonly em: EntityManager) {}

  /**
   * Counts a failed attempt to handle a message.
   * @returns the number of failures; JetStream's own count includes hand-backs, and restarts with its store
   */
  async countFailure(subject: string, messageId: string, reason: string): Promise<number> {
    const [row] = await this.em.fork().execute<{ failures: number }[]>(
      `insert into failing_message as before (message_id, subject, failures, reason, failed_at)
       values (?, ?, 1, ?, now())
       on conflict (message_id, subject) do update
       set failures = before.failures + 1, reason = excluded.reason, failed_at = excluded.failed_at
       returning failures`,
      [messageId, subject, printable(reason)],
    );
    return row?.failures ?? 1;
  }

  /** Deletes the failures of a message that was handled in the end. */
  async forgetFailures(subject: string, messageId: string): Promise<void> {
    await this.em
      .fork()
      .execute('delete from failing_message where message_id = ? and subject = ?', [messageId, subject]);
  }

  /** Number of parked messages by subject, 0 for each subject without any. */
  async bySubject(): Promise<{ subject: string; messages: number }[]> {
    const rows = await this.em
      .fork()
      .execute<{ subject: string; messages: number }[]>(
        'select subject, count(*)::integer as messages from parked_message group by subject order by subject',
      );
    const known = new Set(rows.map(({ subject }) => subject));
    const others = Object.keys(streamed).filter((subject) => !known.has(subject));
    return [...rows, ...others.map((subject) => ({ subject, messages: 0 }))];
  }

  /**
   * Notice for the operator of a service that is otherwise ready. The service stays in rotation: a message that waits for
   * manual action is no reason to stop answering requests.
   */
  async notice(): Promise<{ up: true; messages: Record<string, number>; erasures?: string }> {
    const parked = (await this.bySubject()).filter(({ messages }) => messages > 0);
    return {
      up: true,
      messages: Object.fromEntries(parked.map(({ subject, messages }) => [subject, messages])),
      ...(parked.some(({ subject }) => subject === 'members.changed')
        ? {
            erasures:
              'A parked members.changed may be an erasure that was not done here: npm run events -- parked',
          }
        : {}),
    };
  }

  /** Stores a message with the reason it could not be handled; parking it again updates the reason. */
  async park(subject: string, messageId: string, body: string, reason: string): Promise<void> {
    await this.em.fork().upsert(ParkedMessage, {
      messageId,
      subject,
      body: printable(body),
      reason: printable(reason),
      parkedAt: new Date(),
    });
    await this.forgetFailures(subject, messageId);
  }
}

/** Replaces what PostgreSQL's text cannot hold: U+0000 and lone surrogates. */
function printable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}
