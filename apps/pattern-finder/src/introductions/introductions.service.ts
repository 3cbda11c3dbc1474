import { EntityManager, LockMode, QueryOrder, raw } from '@mikro-orm/postgresql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict, IntroductionNotFound } from '@warren/contracts';
import type { IntroductionPatch, ReplyOf, RequestOf, StoredIntroduction } from '@warren/contracts';
import { AuditLog, Outbox } from '@warren/messaging';
import { eventOf } from './introduction-event.ts';
import { IntroductionRow } from './introduction.entity.ts';
import { KnownIntroductions } from './known-introductions.ts';
import { toIntroduction } from './to-introduction.ts';

/** Introductions for the operator: list, show, say what came of them. */
@Injectable()
export class IntroductionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Lists introductions: an analyst's, then greatest need first. Proposals that no longer hold are a list of their own, and
   * so are those that wait for the operator.
   */
  async list({
    page,
    per_page,
    ...filter
  }: RequestOf<'introductions.list'>): Promise<ReplyOf<'introductions.list'>> {
    const [rows, total] = await this.em.fork().findAndCount(IntroductionRow, filterOf(filter), {
      orderBy: [
        { [raw('givers::double precision / seekers')]: QueryOrder.ASC_NULLS_FIRST },
        { id: QueryOrder.ASC },
      ],
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

  /**
   * Records what came of an introduction, or releases it; writes nothing if nothing changes.
   * @throws Conflict
   */
  async patch(id: number, patch: IntroductionPatch): Promise<StoredIntroduction> {
    const row = await this.em.fork().transactional(async (em) => {
      await KnownIntroductions.lock(em);
      const found = await em.findOne(IntroductionRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (found === null) {
        throw IntroductionNotFound.of(id);
      }
      const released = patch.held === false && this.release(em, found, patch.state ?? found.state);
      const before = found.state;
      const changed = change(found, patch);
      if (changed || released) {
        found.updatedAt = new Date();
        await this.audit.record(em, {
          action: 'introductions.patch',
          target: { kind: 'introduction', ids: [String(id)] },
          details: { ...(changed && { from: before, state: found.state }), ...(released && { released }) },
        });
      }
      return found;
    });
    return toIntroduction(row);
  }

  /**
   * Tells of an introduction that was held. @returns whether it was
   * @throws Conflict where it no longer holds, or is declined
   */
  private release(em: EntityManager, row: IntroductionRow, state: IntroductionRow['state']): boolean {
    if (!isHeld(row)) {
      return false;
    }
    if (state === 'declined' || state === 'not_again') {
      throw new Conflict(`Introduction ${row.id} is declined: set it to proposed to release it.`, {
        introduction_id: row.id,
      });
    }
    if (!row.holds) {
      throw new Conflict(`Introduction ${row.id} does not hold any more: the two no longer say so.`, {
        introduction_id: row.id,
      });
    }
    row.heldAt = null;
    this.outbox.add(em, 'introduction.proposed', eventOf(row));
    return true;
  }
}

/**
 * Applies the state of a patch. @returns whether anything changes
 * @throws Conflict where the introduction is held and this would tell the two
 */
function change(row: IntroductionRow, { state, reason }: IntroductionPatch): boolean {
  if (state === undefined) {
    return false;
  }
  if (isHeld(row) && (state === 'introduced' || state === 'met')) {
    throw new Conflict(`Introduction ${row.id} is held: release it first, or decline it.`, {
      introduction_id: row.id,
    });
  }
  const kept = row.state === state ? (row.reason ?? null) : null;
  const why = reason === undefined ? kept : reason === '' ? null : reason;
  if (row.state === state && (row.reason ?? null) === why) {
    return false;
  }
  row.state = state;
  row.reason = why;
  return true;
}

function isHeld({ heldAt }: IntroductionRow): boolean {
  return heldAt !== null && heldAt !== undefined;
}

function filterOf({
  state,
  member_id,
  outdated,
  held,
}: Omit<RequestOf<'introductions.list'>, 'page' | 'per_page'>): FilterQuery<IntroductionRow> {
  const gone: FilterQuery<IntroductionRow> = { state: 'proposed', holds: false };
  const waiting: FilterQuery<IntroductionRow> = { state: 'proposed', holds: true, heldAt: { $ne: null } };
  const conditions: FilterQuery<IntroductionRow>[] = [
    outdated === 'true' ? gone : { $not: gone },
    held === 'true' ? waiting : { $not: waiting },
  ];
  if (state !== undefined) {
    conditions.push({ state });
  }
  if (member_id !== undefined) {
    conditions.push({ $or: [{ seekerId: member_id }, { giverId: member_id }] });
  }
  return { $and: conditions };
}
