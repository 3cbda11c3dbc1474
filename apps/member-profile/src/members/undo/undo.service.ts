import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict, ImportNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { AuditLog, failpoint } from '@warren/messaging';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { stateSql } from '../import/import-records.service.ts';
import { MemberRemover } from './member-remover.ts';
import { MemberRestorer } from './member-restorer.ts';
import type { Undone } from './undone.ts';

interface Undoing {
  state: string;
  changed: number;
  removed: number;
  restored: number;
  remaining: number;
}

/** Undoes imports batch by batch; each batch is one transaction, so that an interrupted undoing is continued. */
@Injectable()
export class UndoService {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly remover: MemberRemover,
    private readonly restorer: MemberRestorer,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Undoes a batch of an import: removes members whom it created, and, when none is left, restores those whom it changed.
   * Members who were changed since stay as they are. Undoing what is undone answers the same again.
   * @throws ImportNotFound, or Conflict if it is running or too old
   */
  async undoBatch({ import_id }: RequestOf<'members.undo-import'>): Promise<ReplyOf<'members.undo-import'>> {
    const reply = await this.em.fork().transactional(async (em) => {
      // also so that no batch of the import comes in between
      await this.changes.lock(em);
      const before = await read(em, import_id);
      expectUndoable(before, import_id);
      if (before.remaining > 0) {
        await count(em, import_id, await this.nextBatch(em, import_id));
      }
      const now = await read(em, import_id);
      const isEnd = now.remaining === 0 && now.changed > 0 && before.state !== 'undone';
      if (isEnd) {
        await em.execute(`update member_import set state = 'undone' where import_id = ?`, [import_id]);
      }
      if (isEnd || before.remaining > 0) {
        await this.audit.record(em, {
          action: 'members.undo-import',
          target: { kind: 'import', ids: [import_id] },
          details: { removed: now.removed - before.removed, restored: now.restored - before.restored },
        });
      }
      return now;
    });
    await failpoint('undo.after-commit');
    const { changed, removed, restored, remaining } = reply;
    return {
      import_id,
      removed,
      restored,
      left: Math.max(0, changed - removed - restored - remaining),
      remaining,
    };
  }

  private async nextBatch(em: EntityManager, importId: string): Promise<Undone> {
    // Those created first: they may have an e-mail address that another member had before.
    return (await this.remover.removeBatch(em, importId)) ?? this.restorer.restoreBatch(em, importId);
  }
}

async function read(em: EntityManager, importId: string): Promise<Undoing> {
  const [row] = await em.execute<Undoing[]>(
    `select ${stateSql} as state, changed, removed, restored,
       (select count(*)::integer from member_import_before as before
        where before.import_id = member_import.import_id) as remaining
     from member_import where import_id = ?`,
    [importId],
  );
  if (row === undefined) {
    throw ImportNotFound.of(importId);
  }
  return row;
}

function expectUndoable({ state, changed, removed, restored, remaining }: Undoing, importId: string): void {
  if (state === 'running') {
    throw new Conflict('This import is still running: undo it when it has ended.', { import_id: importId });
  }
  if (state !== 'undone' && changed > 0 && removed + restored === 0 && remaining === 0) {
    throw new Conflict('This import cannot be undone: the earlier state of its members is kept no longer.', {
      import_id: importId,
    });
  }
}

/** Adds what a batch did, and ends an import that was interrupted: it must store nothing any more. */
async function count(em: EntityManager, importId: string, { removed, restored }: Undone): Promise<void> {
  await em.execute(
    `update member_import set removed = removed + ?, restored = restored + ?,
       state = case when state = 'running' then 'interrupted' else state end
     where import_id = ?`,
    [removed, restored, importId],
  );
}
