import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { MemberRow } from './member.entity.ts';
import { readMembership } from '../community/membership-changes.ts';
import { SearchTurns } from './search/search-queue.ts';
import { allMembers, searchMembers } from './search/search.ts';
import { toBrief, toFacets, toMember } from './to-member.ts';

/** Lists, finds and reads members. */
@Injectable()
export class MembersService {
  constructor(
    private readonly em: EntityManager,
    private readonly turns: SearchTurns,
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
}
