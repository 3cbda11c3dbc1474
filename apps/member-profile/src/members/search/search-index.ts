import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';

/**
 * Size in kB of the index's list of pending entries. Every search scans the list, which takes some milliseconds; a smaller
 * list slows down imports.
 */
const pendingKb = 2_048;

/**
 * Trigram index for searches (pg_trgm, an extension that whoever makes the database creates, or the service if it owns the database).
 * Without it searches scan all members, which is slower and finds the same.
 */
@Injectable()
export class SearchIndex {
  private readonly logger = new Logger(SearchIndex.name);

  constructor(private readonly em: EntityManager) {}

  /** Creates the index if it is missing; if that fails, logs once why, and what to do. */
  async ensure(): Promise<void> {
    try {
      await this.em.fork().transactional(async (em) => {
        await em.execute(`select pg_advisory_xact_lock(hashtext('member search index'))`);
        const [known] = await em.execute(`select from pg_class where oid = to_regclass('member_searched')`);
        if (known === undefined) {
          await this.create(em);
        }
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.logger.warn(
        `Searches have no index and scan all members (${why}). ` +
          'To create one, have an administrator run "create extension pg_trgm" in this database, then start again.',
      );
    }
  }

  private async create(em: EntityManager): Promise<void> {
    await em.execute('create extension if not exists pg_trgm');
    // The extension may be installed in a schema that is not on the search path.
    const [extension] = await em.execute<{ schema: string }[]>(
      `select quote_ident(nspname) as schema from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
       where extname = 'pg_trgm'`,
    );
    await em.execute(
      `create index member_searched on member using gin (searched ${extension?.schema ?? 'public'}.gin_trgm_ops)
       with (gin_pending_list_limit = ${pendingKb})`,
    );
    // The planner has no statistics of the new column yet.
    await em.execute('analyze member (searched)');
  }
}
