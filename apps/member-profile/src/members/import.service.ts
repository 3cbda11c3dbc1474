import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { setImmediate } from 'node:timers/promises';
import { FacetReader } from '../facets/facet-reader.ts';
import { ErasedIdentities } from '../erasure/erased-identities.ts';
import { refuseErased } from '../erasure/refuse-erased.ts';
import { cancelUnseen, findStored, insertMembers, noteSeen, updateMembers } from './import-statements.ts';
import { MembershipChanges } from './membership-changes.ts';
import { planImport } from './plan-import.ts';
import type { PreparedLine } from './plan-import.ts';
import { prepareMember } from './prepare-member.ts';

/** So many are prepared at once, before requests that came meanwhile have their turn. */
const atOnce = 50;

/** Takes members in, batch by batch; each batch is one transaction. */
@Injectable()
export class ImportService {
  constructor(
    private readonly em: EntityManager,
    private readonly reader: FacetReader,
    private readonly changes: MembershipChanges,
    private readonly erased: ErasedIdentities,
  ) {}

  async import({ import_id, rows }: RequestOf<'members.import'>): Promise<ReplyOf<'members.import'>> {
    const prepared: PreparedLine[] = [];
    for (const { line, member } of rows) {
      if (prepared.length % atOnce === 0) {
        await setImmediate();
      }
      prepared.push({ line, member: prepareMember(member, this.reader) });
    }
    const present = (values: (string | null)[]): string[] => values.filter((value) => value !== null);
    return this.em.fork().transactional(async (em) => {
      await this.changes.begin(em);
      const { lines, refused } = await refuseErased(em, this.erased, prepared);
      const stored = await findStored(
        em,
        present(lines.map(({ member }) => member.external_id)),
        present(lines.map(({ member }) => member.email)),
      );
      const { inserts, updates, met, ...report } = planImport(lines, stored);
      // Updates first: they may free an e-mail that a new member takes.
      await updateMembers(em, updates);
      const inserted = await insertMembers(em, inserts);
      if (import_id !== null) {
        await noteSeen(em, import_id, [...met, ...inserted]);
      }
      if (inserts.length + updates.length > 0) {
        await this.changes.tell(em, inserts.length + updates.length);
      }
      return { ...report, rejected: [...refused, ...report.rejected] };
    });
  }

  /** Asked again it changes nothing and answers the same. */
  async cancelAbsent({
    import_id,
    keep_external_ids,
  }: RequestOf<'members.cancel-absent'>): Promise<ReplyOf<'members.cancel-absent'>> {
    return this.em.fork().transactional(async (em) => {
      await this.changes.begin(em);
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
        return { cancelled: done.cancelled };
      }
      const cancelled = await cancelUnseen(em, import_id, keep_external_ids);
      await em.execute('update member_import set cancelled = ? where import_id = ?', [cancelled, import_id]);
      await em.execute('delete from member_import_seen where import_id = ?', [import_id]);
      await em.execute("delete from member_import where started_at < now() - interval '7 days'");
      if (cancelled > 0) {
        await this.changes.tell(em, cancelled);
      }
      return { cancelled };
    });
  }
}
