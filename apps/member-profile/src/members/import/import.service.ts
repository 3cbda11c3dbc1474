import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { AuditLog, failpoint } from '@warren/messaging';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { keepEarlierPassages } from '../../erasure/earlier-passages.ts';
import { ErasedIdentities } from '../../erasure/erased-identities.ts';
import { rejectErased } from '../../erasure/reject-erased.ts';
import { countBatch, expectRunning } from './import-records.service.ts';
import {
  cancelMembers,
  countMembersBefore,
  findStored,
  findUnseen,
  insertMembers,
  recordSeen,
  updateMembers,
} from './import-statements.ts';
import { MemberPreparer } from './member-preparer.ts';
import { needsConfirmation } from './needs-confirmation.ts';
import { planImport } from './plan-import.ts';
import { withFoldedEmail } from './prepare-member.ts';
import type { Profile } from './prepare-member.ts';
import { keepStates, recordStates } from './states-before.ts';

/** Members that one statement inserts: a few statements a batch. */
const insertedAtOnce = 150;

/** Imports members batch by batch; each batch is one transaction. */
@Injectable()
export class ImportService {
  constructor(
    private readonly em: EntityManager,
    private readonly preparer: MemberPreparer,
    private readonly changes: MembershipChanges,
    private readonly erased: ErasedIdentities,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Reads, merges and writes members while the membership is locked, so that of two concurrent imports the later one
   * builds on the earlier.
   */
  async import({
    import_id,
    seen: isSeenNoted,
    rows,
    empty,
  }: RequestOf<'members.import'>): Promise<ReplyOf<'members.import'>> {
    const given = rows.map((row) => ({ ...row, member: withFoldedEmail(row.member) }));
    const report = await this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const isBegun = import_id !== null && (await expectRunning(em, import_id));
      const { lines, rejected: erased } = await rejectErased(em, this.erased, given);
      const stored = await findStored(
        em,
        lines.flatMap(({ member }) => member.external_id ?? []),
        lines.flatMap(({ member }) => member.email ?? []),
      );
      const {
        inserts,
        updates,
        seen,
        emptied,
        results: _results,
        ...counts
      } = planImport(lines, stored, empty);
      const updated = updates.map(({ id }) => id);
      const kept = import_id === null ? 0 : await keepStates(em, import_id, updated);
      // Updates first: they may free an e-mail address that a new member has.
      await updateMembers(em, await this.preparer.prepare(updates));
      await keepEarlierPassages(em, stored, updates);
      const inserted = await this.insert(em, inserts, import_id);
      if (import_id !== null) {
        await recordStates(em, import_id, updated);
        await countBatch(em, import_id, { ...counts, changed: kept + inserted.length });
        if (isSeenNoted) {
          await recordSeen(em, import_id, [...seen, ...inserted]);
        }
      }
      if (inserts.length + updates.length > 0) {
        await this.changes.publish(em, inserts.length + updates.length);
      }
      // The batches of an import are of whoever began it.
      if (!isBegun && inserts.length + updates.length > 0) {
        await this.audit.record(em, {
          action: 'members.import',
          target: { kind: 'import', ids: import_id === null ? [] : [import_id] },
          details: { created: inserts.length, updated: updates.length },
        });
      }
      const rejected = [...erased, ...counts.rejected];
      const none = { fields: 0, members: 0 };
      return empty === 'clear'
        ? { ...counts, rejected, kept: none, cleared: emptied }
        : { ...counts, rejected, kept: emptied, cleared: none };
    });
    await failpoint('import.after-commit');
    return report;
  }

  /** Inserts new members: some are prepared while the database inserts those before them. @returns their ids */
  private async insert(
    em: EntityManager,
    members: readonly Profile[],
    importId: string | null,
  ): Promise<number[]> {
    const ids: number[] = [];
    let inFlight: Promise<number[]> = Promise.resolve([]);
    try {
      for (let from = 0; from < members.length; from += insertedAtOnce) {
        const prepared = await this.preparer.prepare(members.slice(from, from + insertedAtOnce));
        ids.push(...(await inFlight));
        inFlight = insertMembers(em, prepared, importId);
        inFlight.catch(() => undefined);
      }
    } finally {
      // the transaction must not end before its statements
      await inFlight.catch(() => undefined);
    }
    return [...ids, ...(await inFlight)];
  }

  /**
   * Cancels the members absent from an import; idempotent. If so many are absent that the file may be the wrong one, or
   * incomplete, nobody is cancelled until the request confirms their number.
   */
  async cancelAbsent({
    import_id,
    among = '',
    keep_external_ids,
    confirm,
  }: RequestOf<'members.cancel-absent'>): Promise<ReplyOf<'members.cancel-absent'>> {
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const [done] = await em.execute<{ cancelled: number | null; is_seen: boolean }[]>(
        `select cancelled, exists (select from member_import_seen as seen
           where seen.import_id = member_import.import_id) as is_seen
         from member_import where import_id = ?`,
        [import_id],
      );
      if (done !== undefined && done.cancelled !== null) {
        return { cancelled: done.cancelled, absent: done.cancelled };
      }
      await expectRunning(em, import_id);
      if (done?.is_seen !== true) {
        // An empty or unreadable file must not cancel everybody.
        throw new Conflict('No member of this import was taken, so none is cancelled; check the file.', {
          import_id,
        });
      }
      const absent = await findUnseen(em, import_id, keep_external_ids, among);
      const members = await countMembersBefore(em, import_id, among);
      if (needsConfirmation(absent.length, members) && confirm !== absent.length) {
        return { cancelled: 0, absent: absent.length, unconfirmed_of: members };
      }
      const cancelled = absent.length;
      const changed = await keepStates(em, import_id, absent);
      if (cancelled > 0) {
        await cancelMembers(em, absent);
        await recordStates(em, import_id, absent);
        await this.changes.publish(em, cancelled);
      }
      await em.execute(
        'update member_import set cancelled = ?, changed = changed + ?, active_at = now() where import_id = ?',
        [cancelled, changed, import_id],
      );
      await em.execute('delete from member_import_seen where import_id = ?', [import_id]);
      await this.audit.record(em, {
        action: 'members.cancel-absent',
        target: { kind: 'import', ids: [import_id] },
        details: { cancelled },
      });
      return { cancelled, absent: cancelled };
    });
  }
}
