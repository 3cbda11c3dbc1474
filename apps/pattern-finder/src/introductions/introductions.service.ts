import { EntityManager, LockMode, raw } from '@mikro-orm/postgresql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { IntroductionNotFound } from '@warren/contracts';
import type { IntroductionPatch, ReplyOf, RequestOf, StoredIntroduction } from '@warren/contracts';
import { AuditLog } from '@warren/messaging';
import { IntroductionRow } from './introduction.entity.ts';
import { KnownIntroductions } from './known-introductions.ts';
import { toIntroduction } from './to-introduction.ts';

/** Introductions for the operator: list, show, say what came of them. */
@Injectable()
export class IntroductionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** Lists introductions, greatest need first. Proposals that no longer hold are a list of their own. */
  async list({
    page,
    per_page,
    ...filter
  }: RequestOf<'introductions.list'>): Promise<ReplyOf<'introductions.list'>> {
    const [rows, total] = await this.em.fork().findAndCount(IntroductionRow, filterOf(filter), {
      orderBy: [{ [raw('givers::double precision / seekers')]: 'asc' }, { id: 'asc' }],
      limit: per_page,
      offset: (page - 1) * per_page,
    });
    return { introductions: rows.map(toIntroduction), total, page, per_page };
  }

  async get(id: number): Promise<StoredIntroduction> {
    const row = await this.em.fork().findOne(IntroductionRow, id);
    if (row === null) {
      throw IntroductionNotFound.of(id);
    }
    return toIntroduction(row);
  }

  /** Records what came of an introduction; writes nothing if nothing changes. */
  async patch(id: number, { state, reason }: IntroductionPatch): Promise<StoredIntroduction> {
    const row = await this.em.fork().transactional(async (em) => {
      await KnownIntroductions.lock(em);
      const found = await em.findOne(IntroductionRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (found === null) {
        throw IntroductionNotFound.of(id);
      }
      const before = found.state;
      const kept = before === state ? (found.reason ?? null) : null;
      const why = reason === undefined ? kept : reason === '' ? null : reason;
      if (before === state && (found.reason ?? null) === why) {
        return found;
      }
      found.state = state;
      found.reason = why;
      found.updatedAt = new Date();
      await this.audit.record(em, {
        action: 'introductions.patch',
        target: { kind: 'introduction', ids: [String(id)] },
        details: { from: before, state },
      });
      return found;
    });
    return toIntroduction(row);
  }
}

function filterOf({
  state,
  member_id,
  outdated,
}: Omit<RequestOf<'introductions.list'>, 'page' | 'per_page'>): FilterQuery<IntroductionRow> {
  const gone: FilterQuery<IntroductionRow> = { state: 'proposed', holds: false };
  const conditions: FilterQuery<IntroductionRow>[] = [outdated === 'true' ? gone : { $not: gone }];
  if (state !== undefined) {
    conditions.push({ state });
  }
  if (member_id !== undefined) {
    conditions.push({ $or: [{ seekerId: member_id }, { giverId: member_id }] });
  }
  return { $and: conditions };
}
