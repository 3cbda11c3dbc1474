import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';

/**
 * Size in kB of the index's list of pending entries. Every search scans the list, which takes some milliseconds; a smaller
 * list slows down imports.
 */
const pendingKb = 2_048;

/** What is searched, by the name of its index: by people, and by an analyst. */
const indexes = {
  member_searched: 'searched',
  member_written: 'written_text(bio, looking_for, prompt_responses)',
};

/**
 * Trigram indexes for searches (pg_trgm, an extension that whoever makes the database creates, or the service if it owns the database).
 * Without it searches scan all members, which is slower and finds the same.
 */
@Injectable()
export class SearchIndex {
  private readonly logger = new Logger(SearchIndex.name);

  constructor(private readonly em: EntityManager) {}

  /** Creates the indexes that are missing; if that fails, logs once why, and what to do. */
  async ensure(): Promise<void> {
    try {
      await this.em.fork().transactional(async (em) => {
        await em.execute(`select pg_advisory_xact_lock(hashtext('member search index'))`);
        for (const [name, expression] of Object.entries(indexes)) {
          const [known] = await em.execute('select from pg_class where oid = to_regclass(?)', [name]);
          if (known === undefined) {
            await this.create(em, name, expression);
          }
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

  /** Schema of pg_trgm, which may not be on the search path; undefined where it is not installed. */
  async trigramSchema(em: EntityManager): Promise<string | undefined> {
    const [extension] = await em.execute<{ schema: string }[]>(
      `select quote_ident(nspname) as schema from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
       where extname = 'pg_trgm'`,
    );
    return extension?.schema;
  }

  private async create(em: EntityManager, name: string, expression: string): Promise<void> {
    await em.execute('create extension if not exists pg_trgm');
    await em.execute(
      `create index ${name} on member using gin ((${expression}) ${(await this.trigramSchema(em)) ?? 'public'}.gin_trgm_ops)
       with (gin_pending_list_limit = ${pendingKb})`,
    );
    // The planner has no statistics of what is indexed yet.
    await em.execute('analyze member');
  }
}
