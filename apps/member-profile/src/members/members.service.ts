import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { readMembership } from '../community/membership-changes.ts';
import { codedQuotes } from './facets/coded-quotes.ts';
import { FacetReader } from './facets/facet-reader.ts';
import { MemberRow } from './member.entity.ts';
import { SearchQueue } from './search/search-queue.ts';
import { listMembers, searchMembers } from './search/search.ts';
import { toBrief, toFacets, toMember } from './to-member.ts';

/** Lists, finds and reads members. */
@Injectable()
export class MembersService {
  constructor(
    private readonly em: EntityManager,
    private readonly searches: SearchQueue,
    private readonly reader: FacetReader,
  ) {}

  async list(
    { page, per_page, q = '', ...filter }: RequestOf<'members.list'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'members.list'>> {
    const em = this.em.fork();
    const { total, ids } =
      q === ''
        ? await listMembers(em, (await readMembership(em)).members, { page, per_page, ...filter })
        : await this.searches.run(signal, async () => searchMembers(em, q, { page, per_page, ...filter }));
    const rows = ids.length === 0 ? [] : await em.find(MemberRow, { id: { $in: [...ids] } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { members: ids.flatMap((id) => byId.get(id) ?? []).map(toMember), total, page, per_page };
  }

  async get(id: number): Promise<ReplyOf<'members.get'>> {
    const em = this.em.fork();
    const row = await em.findOne(MemberRow, { id });
    if (row === null) {
      throw MemberNotFound.of(id);
    }
    return {
      ...toMember(row),
      facets: toFacets(row, this.reader.quotesOf(row, (await codedQuotes(em, [id])).get(id))),
    };
  }

  /** Finds members by id, in ascending order of ids; unknown ids are left out. */
  async briefs(ids: number[]): Promise<ReplyOf<'members.briefs'>> {
    const em = this.em.fork();
    const rows = await em.find(MemberRow, { id: { $in: ids } }, { orderBy: { id: 'asc' } });
    const coded = await codedQuotes(em, ids);
    return { members: rows.map((row) => toBrief(row, this.reader.quotesOf(row, coded.get(row.id)))) };
  }
}
