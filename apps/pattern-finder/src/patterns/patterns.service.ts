import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict, InvalidRequest, PatternNotFound, searchWords } from '@warren/contracts';
import type {
  FacetShare,
  Pattern,
  PatternHistory,
  PatternChange,
  PatternPage,
  PatternPatch,
  PatternListing,
} from '@warren/contracts';
import { AuditLog } from '@warren/messaging';
import { kindOf, releasedKindsOf } from '../holding/hold.ts';
import { PatternCheck } from '../holding/pattern-check.ts';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import { facetShares } from './facet-shares.ts';
import { foldName } from './fold-name.ts';
import { latestObservations } from './latest-observations.ts';
import { stateSinceReport } from './life-cycle.ts';
import { PatternEvaluator } from './pattern-evaluator.ts';
import type { EvaluatedPattern } from './pattern-evaluator.ts';
import { PatternStore, isHeld } from './pattern-store.ts';
import { PatternVersionRow } from './pattern-version.entity.ts';
import { PatternRow } from './pattern.entity.ts';
import { shownObservations } from './shown-observations.ts';
import { toPattern } from './to-pattern.ts';

/** Saved patterns for the operator: list, show, rename, pin, dismiss, release. */
@Injectable()
export class PatternsService {
  constructor(
    private readonly em: EntityManager,
    private readonly store: PatternStore,
    private readonly evaluator: PatternEvaluator,
    private readonly check: PatternCheck,
    private readonly erasureEpoch: ErasureEpoch,
    private readonly audit: AuditLog,
  ) {}

  /** Lists patterns, those with most members first; all of them without `limit`. Held ones are a list of their own. */
  async list(query: PatternListing): Promise<PatternPage> {
    const em = this.em.fork();
    const where = filterOf(query);
    const rows = await em.find(
      PatternRow,
      query.cursor === undefined ? where : { $and: [where, after(query.cursor)] },
      {
        orderBy: { memberCount: 'desc', id: 'asc' },
        ...(query.limit === undefined ? {} : { limit: query.limit }),
      },
    );
    const last = rows.at(-1);
    const isFull = rows.length === query.limit;
    return {
      patterns: await this.shown(em, rows),
      total: isFull || query.cursor !== undefined ? await em.count(PatternRow, where) : rows.length,
      next: last !== undefined && isFull ? cursorOf(last) : null,
    };
  }

  async get(id: number): Promise<Pattern> {
    const em = this.em.fork();
    const [pattern] = await this.shown(em, [await this.found(em, id)]);
    if (pattern === undefined) {
      throw PatternNotFound.of(id);
    }
    return pattern;
  }

  /** Shares of a pattern's facets inside and outside of it. */
  async facets(id: number): Promise<FacetShare[]> {
    return facetShares((await this.found(this.em.fork(), id)).evidence);
  }

  async history(id: number): Promise<PatternHistory> {
    const em = this.em.fork();
    const row = await this.found(em, id);
    const { sinceRunId, joined, left } = stateSinceReport(
      row,
      (await latestObservations(em, [id])).get(id) ?? [],
    );
    const observations = await shownObservations(em, id);
    const versions = await em.find(PatternVersionRow, { patternId: id }, { orderBy: { version: 'desc' } });
    return {
      pattern_id: id,
      since_run_id: sinceRunId,
      joined: [...joined],
      left: [...left],
      observations,
      versions: versions.map((row) => ({
        version: row.version,
        change: row.change,
        published: row.published,
        name: row.name,
        description: row.description,
        category: row.category,
        member_count: row.memberCount,
        analyst: row.analyst,
        run_id: row.runId ?? null,
        reading: row.reading ?? null,
        created_at: row.createdAt.toISOString(),
      })),
    };
  }

  /** Applies the operator's changes as a new version with its event, which no run reverses; writes nothing if nothing changes. */
  async patch(id: number, patch: PatternPatch): Promise<Pattern> {
    await this.erasureEpoch.retryIfErased(async (assertNotErased) => {
      if (patch.name !== undefined) {
        await this.assertHarmless(id, patch.name, patch.held === false);
      }
      const today = patch.is_active === true ? await this.evaluateForReactivation(id) : undefined;
      await this.em.fork().transactional(async (em) => {
        await assertNotErased(em);
        await this.change(em, id, patch, today);
      });
    });
    return this.get(id);
  }

  private async change(
    em: EntityManager,
    id: number,
    patch: PatternPatch,
    today: EvaluatedPattern | undefined,
  ): Promise<void> {
    const row = await em.findOne(PatternRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (row === null) {
      throw PatternNotFound.of(id);
    }
    const renamed = patch.name !== undefined && patch.name !== row.name;
    const moved = patch.is_active !== undefined && patch.is_active !== row.isActive;
    const pinned = patch.pinned !== undefined && patch.pinned !== row.pinned;
    const released = patch.held === false && isHeld(row);
    if (released) {
      this.store.release(row);
    }
    if (patch.name !== undefined && renamed) {
      await this.rename(em, row, patch.name);
    }
    if (moved && today !== undefined) {
      await this.store.reactivate(em, row, today, today.reasons);
    }
    row.isActive = patch.is_active ?? row.isActive;
    row.dismissed = patch.is_active === undefined ? row.dismissed : !patch.is_active;
    row.pinned = patch.pinned ?? row.pinned;
    const because = row.dismissedBecause;
    row.dismissedBecause = row.dismissed ? (patch.because ?? row.dismissedBecause ?? null) : null;
    const explained = row.dismissed && row.dismissedBecause !== because;
    if (renamed || moved || pinned || released || explained) {
      const moves: PatternChange = row.isActive ? 'reactivated' : 'retired';
      const change = moved ? moves : released ? 'released' : 'updated';
      this.store.newVersion(em, row, change, { analyst: 'operator', runId: null });
      await this.audit.record(em, {
        action: 'patterns.patch',
        target: { kind: 'pattern', ids: [String(id)] },
        details: {
          version: row.version,
          ...(renamed ? { renamed } : {}),
          ...(moved ? { is_active: row.isActive } : {}),
          ...(pinned ? { pinned: row.pinned } : {}),
          ...(released ? { released } : {}),
          ...(explained ? { because: String(row.dismissedBecause) } : {}),
        },
      });
    }
  }

  /**
   * Rejects a name that says something sensitive, unless the operator releases or has released the pattern for it.
   * @throws Conflict
   */
  private async assertHarmless(id: number, name: string, isReleased: boolean): Promise<void> {
    const row = await this.found(this.em.fork(), id);
    const allowed = new Set([...releasedKindsOf(row), ...(isReleased ? row.holdReasons.map(kindOf) : [])]);
    const reasons = await this.check.sensitiveIn([name], row.relatedMemberIds);
    const reason = reasons.find((found) => !allowed.has(kindOf(found)));
    if (reason !== undefined) {
      throw new Conflict(
        `"${reason.words}" says something sensitive (${kindOf(reason)}): choose another name.`,
        {
          pattern_id: id,
        },
      );
    }
  }

  /** Evaluates a pattern that is to be reactivated: its members may have changed, and it must hold. */
  private async evaluateForReactivation(id: number): Promise<EvaluatedPattern | undefined> {
    const row = await this.found(this.em.fork(), id);
    if (row.isActive) {
      return undefined;
    }
    const measured = await this.evaluator.evaluate(row);
    if (!measured.holds) {
      throw new Conflict(
        `Pattern ${id} does not hold any more: ${measured.memberIds.length} members match today.`,
        {
          pattern_id: id,
        },
      );
    }
    return measured;
  }

  private async rename(em: EntityManager, row: PatternRow, name: string): Promise<void> {
    const nameFolded = foldName(name);
    const other = await em.findOne(PatternRow, { nameFolded, id: { $ne: row.id } });
    if (other !== null) {
      throw new Conflict(`"${name}" is already the name of pattern ${other.id}; choose another.`, {
        pattern_id: other.id,
      });
    }
    this.store.rewrite(row, () => {
      row.name = name;
      row.nameFolded = nameFolded;
      row.namedByOperator = true;
    });
  }

  private async found(em: EntityManager, id: number): Promise<PatternRow> {
    const row = await em.findOne(PatternRow, id);
    if (row === null) {
      throw PatternNotFound.of(id);
    }
    return row;
  }

  private async shown(em: EntityManager, rows: readonly PatternRow[]): Promise<Pattern[]> {
    const of = await latestObservations(
      em,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => toPattern(row, of.get(row.id) ?? []));
  }
}

function filterOf(query: PatternListing): FilterQuery<PatternRow> {
  const conditions: FilterQuery<PatternRow>[] = [{ heldAt: query.held === 'true' ? { $ne: null } : null }];
  if (query.category !== undefined) {
    conditions.push({ category: query.category });
  }
  if (query.is_active !== 'all') {
    conditions.push({ isActive: query.is_active === 'true' });
  }
  if (query.at_least !== undefined) {
    conditions.push({ memberCount: { $gte: query.at_least } });
  }
  if (query.member_id !== undefined) {
    conditions.push({ relatedMemberIds: { $contains: [query.member_id] } });
  }
  for (const word of searchWords(query.q ?? '')) {
    const like = { $ilike: `%${word.replace(/[\\%_]/g, '\\$&')}%` };
    conditions.push({ $or: [{ name: like }, { description: like }] });
  }
  return { $and: conditions };
}

function cursorOf(row: PatternRow): string {
  return Buffer.from(`${row.memberCount}:${row.id}`).toString('base64url');
}

function after(cursor: string): FilterQuery<PatternRow> {
  const match = /^(\d{1,9}):(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null) {
    throw InvalidRequest.of([
      { field: 'cursor', message: 'take it from the Link header of the page before' },
    ]);
  }
  const [memberCount, id] = [Number(match[1]), Number(match[2])];
  return { $or: [{ memberCount: { $lt: memberCount } }, { memberCount, id: { $gt: id } }] };
}
