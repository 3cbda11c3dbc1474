import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { failpoint } from '@warren/messaging';
import { ErasedIdentities } from '../erasure/erased-identities.ts';
import { ErasureConfirmations } from '../erasure/erasure-confirmations.ts';
import { whoIs } from '../erasure/passages-of-member.ts';
import { MemberRow } from './member.entity.ts';
import { MembershipChanges, readMembership } from '../community/membership-changes.ts';
import { SearchTurns } from './search/search-turns.ts';
import { allMembers, searchMembers } from './search/search.ts';
import { toBrief, toFacets, toMember } from './to-member.ts';

/** Reads members and erases them. */
@Injectable()
export class MembersService {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly turns: SearchTurns,
    private readonly erased: ErasedIdentities,
    private readonly confirmations: ErasureConfirmations,
  ) {}

  async list(
    { page, per_page, q = '' }: RequestOf<'members.list'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'members.list'>> {
    const em = this.em.fork();
    const { total, ids } =
      q === ''
        ? await allMembers(em, (await readMembership(em)).members, page, per_page)
        : await this.turns.take(signal, async () => searchMembers(em, q, page, per_page));
    const rows =
      ids.length === 0 ? [] : await em.find(MemberRow, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
    return { members: rows.map(toMember), total, page, per_page };
  }

  async get(id: number): Promise<ReplyOf<'members.get'>> {
    const row = await this.em.fork().findOne(MemberRow, { id });
    if (row === null) {
      throw MemberNotFound.of(id);
    }
    return { ...toMember(row), facets: toFacets(row) };
  }

  /** In ascending order of ids; ids nobody has are left out. */
  async briefs(ids: number[]): Promise<ReplyOf<'members.briefs'>> {
    const rows = await this.em.fork().find(MemberRow, { id: { $in: ids } }, { orderBy: { id: 'asc' } });
    return { members: rows.map(toBrief) };
  }

  /**
   * Removes the row for good, and keeps by keyed hashes that this person does not come back with the next file; other
   * services remove what they hold when they hear of it.
   */
  async erase(id: number): Promise<ReplyOf<'members.erase'>> {
    await this.em.fork().transactional(async (em) => {
      await this.changes.begin(em);
      const who = await whoIs(em, id);
      if (who === undefined) {
        throw MemberNotFound.of(id);
      }
      await this.erased.note(em, who.identity);
      await failpoint('erasure.after-ledger');
      await em.execute('delete from member where id = ?', [id]);
      for (const passages of who.passages) {
        await this.confirmations.note(em, await this.changes.tell(em, 1, [id], passages));
      }
    });
    await failpoint('erasure.after-commit');
    return { erased: true };
  }
}
