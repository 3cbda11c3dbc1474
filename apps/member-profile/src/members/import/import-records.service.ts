import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict } from '@warren/contracts';
import type { ImportRecord, ReplyOf, RequestOf } from '@warren/contracts';
import { AuditLog } from '@warren/messaging';
import { MembershipChanges } from '../../community/membership-changes.ts';

/** Imports that can be undone: the newest of those that changed members. */
const undoable = 10;
/** Records kept: of imports that changed no member, and of the others. */
const keptUnchanged = 50;
const keptChanged = 200;

/** Expression of an import's state: one that no batch has reached for a while has lost its gateway. */
export const stateSql = `case when state = 'running' and active_at < now() - interval '2 minutes' then 'interrupted'
  else state end`;

type ImportCounts = Record<'created' | 'updated' | 'unchanged' | 'cancelled' | 'rejected_lines', number>;

interface Row extends Omit<ImportRecord, 'started_at' | 'finished_at'> {
  started_at: Date;
  finished_at: Date | null;
}

/** Records imports from begin to end, and lists them. */
@Injectable()
export class ImportRecords {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly audit: AuditLog,
  ) {}

  /** Records that an import begins; safe to repeat. */
  async begin({
    import_id,
    file_name,
    source,
  }: RequestOf<'members.begin-import'>): Promise<Record<string, never>> {
    return this.em.fork().transactional(async (em) => {
      const begun = await em.execute(
        `insert into member_import (import_id, file_name, source) values (?, ?, ?) on conflict do nothing
         returning import_id`,
        [import_id, file_name, source],
      );
      if (begun.length > 0) {
        await this.audit.record(em, {
          action: 'members.begin-import',
          target: { kind: 'import', ids: [import_id] },
          details: { source },
        });
      }
      return {};
    });
  }

  /** Records the end of an import, and deletes what older ones kept. */
  async finish({
    import_id,
    state,
    rejected_lines,
  }: RequestOf<'members.finish-import'>): Promise<Record<string, never>> {
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const [ended] = await em.execute<ImportCounts[]>(
        `update member_import set state = ?, finished_at = now(), rejected_lines = ?
         where import_id = ? and state = 'running'
         returning created, updated, unchanged, coalesce(cancelled, 0) as cancelled, rejected_lines`,
        [state, rejected_lines, import_id],
      );
      if (ended !== undefined) {
        await this.audit.record(em, {
          action: 'members.finish-import',
          target: { kind: 'import', ids: [import_id] },
          details: { state, ...ended },
        });
      }
      await em.execute('delete from member_import_seen where import_id = ?', [import_id]);
      await prune(em);
      return {};
    });
  }

  async list(): Promise<ReplyOf<'members.list-imports'>> {
    const rows = await this.em.fork().execute<Row[]>(
      `select import_id, file_name, source, ${stateSql} as state, started_at, finished_at, created, updated, unchanged,
         coalesce(cancelled, 0) as cancelled, rejected_lines,
         (${stateSql}) in ('done', 'interrupted') and exists (
           select from member_import_before as before where before.import_id = member_import.import_id
         ) as undoable
       from member_import order by started_at desc, import_id`,
    );
    return {
      imports: rows.map((row) => ({
        ...row,
        started_at: new Date(row.started_at).toISOString(),
        finished_at: row.finished_at === null ? null : new Date(row.finished_at).toISOString(),
      })),
    };
  }
}

/** Counts of a batch, to be added to its import's record. */
interface BatchCounts {
  created: number;
  updated: number;
  unchanged: number;
  /** Members whose state before the import was kept. */
  changed: number;
}

/**
 * Checks, while the membership is locked, that an import may store a batch.
 * @returns whether it has a record yet
 * @throws Conflict if it has ended, or is being undone
 */
export async function expectRunning(em: EntityManager, importId: string): Promise<boolean> {
  const [row] = await em.execute<{ state: string }[]>('select state from member_import where import_id = ?', [
    importId,
  ]);
  if (row !== undefined && row.state !== 'running') {
    throw new Conflict('This import has ended or was undone: send the file again.', { import_id: importId });
  }
  return row !== undefined;
}

/** Adds the counts of a batch, which also shows that the import is alive. */
export async function countBatch(em: EntityManager, importId: string, counts: BatchCounts): Promise<void> {
  const { created, updated, unchanged, changed } = counts;
  await em.execute(
    `insert into member_import as known (import_id, created, updated, unchanged, changed) values (?, ?, ?, ?, ?)
     on conflict (import_id) do update set active_at = now(), created = known.created + excluded.created,
       updated = known.updated + excluded.updated, unchanged = known.unchanged + excluded.unchanged,
       changed = known.changed + excluded.changed`,
    [importId, created, updated, unchanged, changed],
  );
}

/** Deletes old records, and earlier states of members that are kept no longer. */
async function prune(em: EntityManager): Promise<void> {
  await em.execute(
    `delete from member_import_before where import_id not in (
       select import_id from member_import where changed > 0 and state <> 'undone'
       order by started_at desc, import_id limit ${undoable})`,
  );
  // Of imports that were cut off before they could cancel anybody.
  await em.execute(
    `delete from member_import_seen where import_id in (
       select import_id from member_import where active_at < now() - interval '1 day')`,
  );
  await em.execute(
    `delete from member_import where import_id in (
       select import_id from (
         select import_id, row_number() over (partition by changed > 0 order by started_at desc, import_id) as place,
           case when changed > 0 then ${keptChanged} else ${keptUnchanged} end as kept
         from member_import) as ranked
       where place > kept)`,
  );
}
