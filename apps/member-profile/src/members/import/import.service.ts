import { setImmediate } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { keepEarlierPassages } from '../../erasure/earlier-passages.ts';
import { ErasedIdentities } from '../../erasure/erased-identities.ts';
import { rejectErased } from '../../erasure/reject-erased.ts';
import { FacetReader } from '../facets/facet-reader.ts';
import {
  cancelUnseen,
  countUnseen,
  findStored,
  insertMembers,
  recordSeen,
  updateMembers,
} from './import-statements.ts';
import { needsConfirmation } from './needs-confirmation.ts';
import { planImport } from './plan-import.ts';
import { prepareMember, withFoldedEmail } from './prepare-member.ts';
import type { PreparedMember, Profile } from './prepare-member.ts';

/** Members prepared between two yields to the event loop. */
const preparedAtOnce = 50;

/** Imports members batch by batch; each batch is one transaction. */
@Injectable()
export class ImportService {
  constructor(
    private readonly em: EntityManager,
    private readonly reader: FacetReader,
    private readonly changes: MembershipChanges,
    private readonly erased: ErasedIdentities,
  ) {}

  /**
   * Reads, merges and writes members while the membership is locked, so that of two concurrent imports the later one
   * builds on the earlier.
   */
  async import({ import_id, rows, empty }: RequestOf<'members.import'>): Promise<ReplyOf<'members.import'>> {
    const given = rows.map((row) => ({ ...row, member: withFoldedEmail(row.member) }));
    const present = (values: (string | null | undefined)[]): string[] =>
      values.filter((value) => value !== null && value !== undefined);
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const { lines, rejected: erased } = await rejectErased(em, this.erased, given);
      const stored = await findStored(
        em,
        present(lines.map(({ member }) => member.external_id)),
        present(lines.map(({ member }) => member.email)),
      );
      const { inserts, updates, seen, emptied, ...report } = planImport(lines, stored, empty);
      // Updates first: they may free an e-mail address that a new member has.
      await updateMembers(em, await this.prepared(updates));
      await keepEarlierPassages(em, stored, updates);
      const inserted = await insertMembers(em, await this.prepared(inserts));
      if (import_id !== null) {
        await recordSeen(em, import_id, [...seen, ...inserted]);
      }
      if (inserts.length + updates.length > 0) {
        await this.changes.publish(em, inserts.length + updates.length);
      }
      const rejected = [...erased, ...report.rejected];
      const none = { fields: 0, members: 0 };
      return empty === 'clear'
        ? { ...report, rejected, kept: none, cleared: emptied }
        : { ...report, rejected, kept: emptied, cleared: none };
    });
  }

  private async prepared<T extends Profile>(profiles: readonly T[]): Promise<(T & PreparedMember)[]> {
    const prepared: (T & PreparedMember)[] = [];
    for (const profile of profiles) {
      if (prepared.length % preparedAtOnce === 0) {
        await setImmediate();
      }
      prepared.push({ ...profile, ...prepareMember(profile, this.reader) });
    }
    return prepared;
  }

  /**
   * Cancels the members absent from an import; idempotent. If so many are absent that the file may be the wrong one, or
   * incomplete, nobody is cancelled until the request confirms their number.
   */
  async cancelAbsent({
    import_id,
    keep_external_ids,
    confirm,
  }: RequestOf<'members.cancel-absent'>): Promise<ReplyOf<'members.cancel-absent'>> {
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const [done] = await em.execute<{ cancelled: number | null }[]>(
        'select cancelled from member_import where import_id = ?',
        [import_id],
      );
      if (done === undefined) {
        // An empty or unreadable file must not cancel everybody.
        throw new Conflict('No member of this import was taken, so none is cancelled; check the file.', {
          import_id,
        });
      }
      if (done.cancelled !== null) {
        return { cancelled: done.cancelled, absent: done.cancelled };
      }
      const { absent, members } = await countUnseen(em, import_id, keep_external_ids);
      if (needsConfirmation(absent, members) && confirm !== absent) {
        return { cancelled: 0, absent, unconfirmed_of: members };
      }
      const cancelled = await cancelUnseen(em, import_id, keep_external_ids);
      await em.execute('update member_import set cancelled = ? where import_id = ?', [cancelled, import_id]);
      await em.execute('delete from member_import_seen where import_id = ?', [import_id]);
      await em.execute("delete from member_import where started_at < now() - interval '7 days'");
      if (cancelled > 0) {
        await this.changes.publish(em, cancelled);
      }
      return { cancelled, absent: cancelled };
    });
  }
}
