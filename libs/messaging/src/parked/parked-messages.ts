import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { streamed } from '@warren/contracts';
import { ParkedMessage } from './parked-message.entity.ts';

/** The messages this service could not handle: how often each failed, and those it set aside. */
@Injectable()
export class ParkedMessages {
  constructor(private readonly em: EntityManager) {}

  /**
   * Notes that handling a message failed.
   * @returns how often it has failed; JetStream's own count also counts handing back, and starts anew with its store
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

  /** Forgets the failures of a message that was handled after all. */
  async forgetFailures(subject: string, messageId: string): Promise<void> {
    await this.em
      .fork()
      .execute('delete from failing_message where message_id = ? and subject = ?', [messageId, subject]);
  }

  /** How many messages are parked, by subject; 0 for each that this service has heard of and that has none. */
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
   * What of it an operator should know of a service that is ready otherwise. It stays in rotation: a message that waits
   * for somebody's hand is no reason to answer no requests.
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

  /** Keeps a message with the reason it was set aside; parking it again renews the reason. */
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

/** PostgreSQL's text holds no U+0000, and no half of a surrogate pair. */
function printable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}
