import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RequestClient } from '@warren/messaging';

/** The revision that patterns were last evaluated on, and how long ago. */
interface Evaluated {
  readonly revision: number;
  readonly sinceMs: number;
}

/** Revision of the membership that all patterns were evaluated on. Only revisions that member-profile answers are stored. */
@Injectable()
export class EvaluatedRevision {
  /** Highest revision that member-profile has answered to this process: stored ones up to it are valid. */
  private answered = 0;

  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
  ) {}

  /**
   * Milliseconds until patterns may be evaluated for the revision of a message, at most once in `everyMs`; undefined if
   * that is done. Revisions that do not exist, in the message or in the table, prevent no evaluation: member-profile is
   * asked for the current one.
   */
  async waitFor(announced: number, everyMs: number): Promise<number | undefined> {
    const evaluated = await this.read();
    if (evaluated === undefined) {
      return 0;
    }
    const waitMs = Math.max(0, Math.ceil(everyMs - evaluated.sinceMs));
    const isNewer = announced > evaluated.revision;
    if (isNewer && waitMs > 0) {
      return waitMs;
    }
    if (!isNewer && evaluated.revision <= this.answered) {
      return undefined;
    }
    const now = await this.now();
    const isDone = evaluated.revision <= now && Math.min(announced, now) <= evaluated.revision;
    return isDone ? undefined : waitMs;
  }

  /** Stores the revision that member-profile answered when all patterns were evaluated. */
  async store(revision: number): Promise<void> {
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

  private async read(): Promise<Evaluated | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ revision: string; since_ms: string }[]>(
        'select revision, extract(epoch from now() - at) * 1000 as since_ms from membership_measured',
      );
    return row && { revision: Number(row.revision), sinceMs: Number(row.since_ms) };
  }
}
