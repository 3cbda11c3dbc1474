import { EntityManager, raw } from '@mikro-orm/postgresql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { MemberRow } from './member.entity.ts';
import { MembershipChanges, readMembership } from './membership-changes.ts';
import { toBrief, toFacets, toMember } from './to-member.ts';

/** Reads members and erases them. */
@Injectable()
export class MembersService {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
  ) {}

  async list({ page, per_page, q }: RequestOf<'members.list'>): Promise<ReplyOf<'members.list'>> {
    const em = this.em.fork();
    const where = matching(q ?? '');
    const rows = await em.find(MemberRow, where, {
      orderBy: { id: 'asc' },
      limit: per_page,
      offset: (page - 1) * per_page,
    });
    // All of them are counted already.
    const total =
      where.$and.length === 0 ? (await readMembership(em)).members : await em.count(MemberRow, where);
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

  /** Removes the row for good; other services remove what they hold when they hear of it. */
  async erase(id: number): Promise<ReplyOf<'members.erase'>> {
    await this.em.fork().transactional(async (em) => {
      await this.changes.begin(em);
      const erased = await em.execute('delete from member where id = ? returning id', [id]);
      if (erased.length === 0) {
        throw MemberNotFound.of(id);
      }
      await this.changes.tell(em, 1, [id]);
    });
    return { erased: true };
  }
}

/** Every word of the query must stand somewhere in name, role, bio or the facets. */
function matching(query: string): { $and: FilterQuery<MemberRow>[] } {
  const words = query.split(/\s+/).filter((word) => word !== '');
  return {
    $and: words.map((word) => {
      const $ilike = `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`;
      return {
        $or: [
          { firstName: { $ilike } },
          { lastName: { $ilike } },
          { role: { $ilike } },
          { bio: { $ilike } },
          { [raw("array_to_string(facet_labels, ' ')")]: { $ilike } },
        ],
      };
    }),
  };
}
