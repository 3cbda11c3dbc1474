import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { RuleEvaluation } from '@warren/contracts';
import { RequestClient, RetryLater } from '@warren/messaging';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import type { AssertNotErased } from '../run-state/erasure-epoch.ts';
import { groundsOfQuotes, evidenceOfRule, statisticsIn } from '../evidence/measured-evidence.ts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { PatternStore } from './pattern-store.ts';
import { PatternRow } from './pattern.entity.ts';
import { Rejection } from '../evidence/rejection.ts';

const batch = 25;
/** When a change comes again for which another is measured now. */
const againMs = 500;

/** Opens the transaction that a batch is written in, e.g. one that a run's claim guards. */
export type Within = (work: (em: EntityManager) => Promise<void>) => Promise<void>;

/** Measures saved patterns on today's data, without any analyst. */
@Injectable()
export class PatternEvaluator {
  private isFollowing = false;

  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
    private readonly store: PatternStore,
    private readonly erasures: ErasureEpoch,
  ) {}

  /**
   * Measures every pattern that was not dismissed; one that holds no more retires. Stops where `signal` is aborted. For a
   * change, which is no run, one at a time: several changes are handled at once, and one measuring counts for all.
   * @returns how many were measured, and the oldest membership revision that any was measured on; null for none
   * @throws RetryLater where it is done for another change now
   */
  async measureAll(
    runId: number | null,
    within?: Within,
    signal?: AbortSignal,
  ): Promise<{ measured: number; revision: number | null }> {
    if (runId !== null) {
      return this.measureEach(runId, within, signal);
    }
    if (this.isFollowing) {
      throw new RetryLater(againMs, 'all patterns are being measured');
    }
    this.isFollowing = true;
    try {
      return await this.measureEach(null, within, signal);
    } finally {
      this.isFollowing = false;
    }
  }

  private async measureEach(
    runId: number | null,
    within: Within = (work) => this.em.fork().transactional(work),
    signal?: AbortSignal,
  ): Promise<{ measured: number; revision: number | null }> {
    const rows = await this.em
      .fork()
      .find(PatternRow, { dismissed: false }, { orderBy: { id: 'asc' }, fields: ['id'] });
    const ids = rows.map(({ id }) => id);
    let revision: number | null = null;
    for (let start = 0; start < ids.length; start += batch) {
      const on = await this.measure(ids.slice(start, start + batch), runId, within, signal);
      revision = Math.min(revision ?? on, on);
    }
    return { measured: ids.length, revision };
  }

  private async measure(
    ids: readonly number[],
    runId: number | null,
    within: Within,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    return this.erasures.retryIfErased(async (ensure) =>
      this.measureOnce(ids, runId, within, signal, ensure),
    );
  }

  private async measureOnce(
    ids: readonly number[],
    runId: number | null,
    within: Within,
    signal: AbortSignal | undefined,
    ensure: AssertNotErased,
  ): Promise<number> {
    const rows = await this.em.fork().find(PatternRow, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
    const rules = rows.flatMap((row) => (row.evidence.rule === undefined ? [] : [row.evidence.rule]));
    const { evaluations, revision, min_members } = await this.requests.ask(
      'community.evaluate-rules',
      { rules },
      { signal },
    );
    let next = 0;
    const measured: { id: number; grounds: MeasuredEvidence & { holds: boolean } }[] = [];
    for (const row of rows) {
      const evaluation = row.evidence.rule === undefined ? undefined : evaluations[next++];
      measured.push({
        id: row.id,
        grounds:
          evaluation === undefined
            ? await this.quoted(row, signal)
            : this.ruled(row, evaluation, min_members),
      });
    }
    await within(async (em) => {
      await ensure(em);
      for (const { id, grounds } of measured) {
        const row = await em.findOneOrFail(PatternRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
        await this.store.remeasure(em, row, grounds, { analyst: row.analyst, runId });
      }
    });
    return revision;
  }

  /** One pattern measured on today's data; nothing is written. */
  async groundsNow(row: PatternRow): Promise<MeasuredEvidence & { holds: boolean }> {
    if (row.evidence.rule === undefined) {
      return this.quoted(row);
    }
    const { evaluations, min_members } = await this.requests.ask('community.evaluate-rules', {
      rules: [row.evidence.rule],
    });
    const [evaluation] = evaluations;
    if (evaluation === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    return this.ruled(row, evaluation, min_members);
  }

  private ruled(
    row: PatternRow,
    evaluation: RuleEvaluation,
    minMembers: number,
  ): MeasuredEvidence & { holds: boolean } {
    try {
      return { ...evidenceOfRule(row.category, evaluation, minMembers), holds: true };
    } catch (error) {
      if (!(error instanceof Rejection)) {
        throw error;
      }
      const { member_ids, facets, sides } = evaluation;
      const evidence = {
        ...row.evidence,
        statistics: statisticsIn(row.category, evaluation),
        facets,
        ...(sides === undefined ? {} : { sides }),
      };
      return { fingerprint: row.fingerprint, memberIds: member_ids, evidence, holds: false };
    }
  }

  private async quoted(
    row: PatternRow,
    signal?: AbortSignal,
  ): Promise<MeasuredEvidence & { holds: boolean }> {
    const { verdicts, total_active_members, min_members } = await this.requests.ask(
      'community.verify-quotes',
      { quotes: row.evidence.quotes ?? [] },
      { signal },
    );
    const standing = verdicts.filter(({ verified }) => verified).map(({ quote }) => quote);
    const grounds = groundsOfQuotes(standing, total_active_members, 0);
    return {
      ...grounds,
      fingerprint: row.fingerprint,
      holds: grounds.memberIds.length >= min_members,
    };
  }
}
