import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';

/**
 * kB of new members' trigrams that wait to be sorted into the index. Each search reads through them, which takes some
 * milliseconds; with fewer of them an import takes longer.
 */
const pendingKb = 2_048;

/**
 * The index that searches use, of trigrams (pg_trgm, an extension that a database's owner may create where it is
 * installed). Without it searches read all members, which takes longer and finds the same.
 */
@Injectable()
export class SearchIndex {
  private readonly logger = new Logger(SearchIndex.name);

  constructor(private readonly em: EntityManager) {}

  /** Makes it where it is missing and can be made; else says once why not, and what to do. */
  async ensure(): Promise<void> {
    try {
      await this.em.fork().transactional(async (em) => {
        await em.execute(`select pg_advisory_xact_lock(hashtext('member search index'))`);
        const [known] = await em.execute(`select from pg_class where oid = to_regclass('member_searched')`);
        if (known === undefined) {
          await this.make(em);
        }
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.logger.warn(
        `Searches for members have no index and read all of them (${why}). ` +
          'To have one, have an administrator run "create extension pg_trgm" in this database, then start again.',
      );
    }
  }

  private async make(em: EntityManager): Promise<void> {
    await em.execute('create extension if not exists pg_trgm');
    // Whoever created it may have put it into a schema that is not on the search path.
    const [extension] = await em.execute<{ schema: string }[]>(
      `select quote_ident(nspname) as schema from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
       where extname = 'pg_trgm'`,
    );
    await em.execute(
      `create index member_searched on member using gin (searched ${extension?.schema ?? 'public'}.gin_trgm_ops)
       with (gin_pending_list_limit = ${pendingKb})`,
    );
    // The planner has no figures of the new column yet.
    await em.execute('analyze member (searched)');
  }
}
