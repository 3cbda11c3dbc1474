import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RequestClient } from '@warren/messaging';

/** What the patterns were measured on last, and how long ago. */
interface Measured {
  readonly revision: number;
  readonly sinceMs: number;
}

/** Which revision of the membership all patterns were measured on. Only what member-profile answers is kept as one. */
@Injectable()
export class MeasuredRevision {
  /** The highest that member-profile has answered to this process: what stands in the table up to here is true. */
  private answered = 0;

  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
  ) {}

  /**
   * Milliseconds until patterns may be measured for a revision that a message tells of, at most once in `everyMs`;
   * undefined where that has been done. A revision that there is not, in the message or from before in the table, keeps
   * nothing from being measured: member-profile is asked which there is.
   */
  async waitFor(told: number, everyMs: number): Promise<number | undefined> {
    const measured = await this.read();
    if (measured === undefined) {
      return 0;
    }
    const waitMs = Math.max(0, Math.ceil(everyMs - measured.sinceMs));
    const isNews = told > measured.revision;
    if (isNews && waitMs > 0) {
      return waitMs;
    }
    if (!isNews && measured.revision <= this.answered) {
      return undefined;
    }
    const now = await this.now();
    const isDone = measured.revision <= now && Math.min(told, now) <= measured.revision;
    return isDone ? undefined : waitMs;
  }

  /** Notes the revision that member-profile answered when all patterns were measured. */
  async note(revision: number): Promise<void> {
    this.answered = Math.max(this.answered, revision);
    await this.em.fork().execute(
      `insert into membership_measured (revision, at) values (?, now())
       on conflict (singleton) do update set revision = excluded.revision, at = now()`,
      [revision],
    );
  }

  private async now(): Promise<number> {
    const { revision } = await this.requests.ask('community.verify-quotes', { quotes: [] });
    this.answered = Math.max(this.answered, revision);
    return revision;
  }

  private async read(): Promise<Measured | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ revision: string; since_ms: string }[]>(
        'select revision, extract(epoch from now() - at) * 1000 as since_ms from membership_measured',
      );
    return row && { revision: Number(row.revision), sinceMs: Number(row.since_ms) };
  }
}
