import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { HoldReason, RuleEvaluation } from '@warren/contracts';
import { RequestClient, RetryLater } from '@warren/messaging';
import { evidenceOfQuotes, evidenceOfRule, statisticsIn } from '../evidence/measured-evidence.ts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { Rejection } from '../evidence/rejection.ts';
import { verifyQuotes } from '../evidence/verified-quotes.ts';
import { PatternCheck } from '../holding/pattern-check.ts';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import type { AssertNotErased } from '../run-state/erasure-epoch.ts';
import { PatternStore } from './pattern-store.ts';
import { PatternRow } from './pattern.entity.ts';

/** Patterns evaluated at once. */
const batch = 25;
/** Delay before a change is retried while patterns are being evaluated for another. */
const retryMs = 500;

/** A saved pattern on today's data: whether it holds, and all reasons to hold it back. */
export type EvaluatedPattern = MeasuredEvidence & {
  readonly holds: boolean;
  readonly reasons: readonly HoldReason[];
};

/** Runs work in the transaction that a batch is written in, e.g. one that a run's claim guards. */
type InTransaction = (work: (em: EntityManager) => Promise<void>) => Promise<void>;

/** Evaluates saved patterns on today's data, without an analyst. */
@Injectable()
export class PatternEvaluator {
  private isEvaluating = false;

  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
    private readonly check: PatternCheck,
    private readonly store: PatternStore,
    private readonly erasureEpoch: ErasureEpoch,
  ) {}

  /**
   * Evaluates every pattern that was not dismissed; a pattern that no longer holds is retired. Stops when `signal` is
   * aborted. For a change of the membership (no run) only one evaluation is made at a time: changes are handled
   * concurrently, and one evaluation counts for all.
   * @returns how many were evaluated, and the oldest membership revision that any was evaluated on; null if none was
   * @throws RetryLater while they are being evaluated for another change
   */
  async evaluateAll(
    runId: number | null,
    inTransaction?: InTransaction,
    signal?: AbortSignal,
  ): Promise<{ evaluated: number; revision: number | null }> {
    if (runId !== null) {
      return this.evaluateEach(runId, inTransaction, signal);
    }
    if (this.isEvaluating) {
      throw new RetryLater(retryMs, 'all patterns are being evaluated');
    }
    this.isEvaluating = true;
    try {
      return await this.evaluateEach(null, inTransaction, signal);
    } finally {
      this.isEvaluating = false;
    }
  }

  private async evaluateEach(
    runId: number | null,
    inTransaction: InTransaction = (work) => this.em.fork().transactional(work),
    signal?: AbortSignal,
  ): Promise<{ evaluated: number; revision: number | null }> {
    const rows = await this.em
      .fork()
      .find(PatternRow, { dismissed: false }, { orderBy: { id: 'asc' }, fields: ['id'] });
    const ids = rows.map(({ id }) => id);
    let revision: number | null = null;
    for (let start = 0; start < ids.length; start += batch) {
      const evaluatedOn = await this.evaluateBatch(
        ids.slice(start, start + batch),
        runId,
        inTransaction,
        signal,
      );
      revision = Math.min(revision ?? evaluatedOn, evaluatedOn);
    }
    return { evaluated: ids.length, revision };
  }

  private async evaluateBatch(
    ids: readonly number[],
    runId: number | null,
    inTransaction: InTransaction,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    return this.erasureEpoch.retryIfErased(async (assertNotErased) =>
      this.evaluateOnce(ids, runId, inTransaction, signal, assertNotErased),
    );
  }

  private async evaluateOnce(
    ids: readonly number[],
    runId: number | null,
    inTransaction: InTransaction,
    signal: AbortSignal | undefined,
    assertNotErased: AssertNotErased,
  ): Promise<number> {
    const rows = await this.em.fork().find(PatternRow, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
    const rules = rows.flatMap((row) => (row.evidence.rule === undefined ? [] : [row.evidence.rule]));
    const { evaluations, revision, min_members } = await this.requests.ask(
      'community.evaluate-rules',
      { rules },
      { signal },
    );
    let next = 0;
    const evaluated: { id: number; measured: EvaluatedPattern }[] = [];
    for (const row of rows) {
      const evaluation = row.evidence.rule === undefined ? undefined : evaluations[next++];
      const measured =
        evaluation === undefined
          ? await this.evidenceOfQuotesNow(row, signal)
          : this.evidenceOfRuleNow(row, evaluation, min_members);
      evaluated.push({ id: row.id, measured: await this.checked(row, measured, signal) });
    }
    await inTransaction(async (em) => {
      await assertNotErased(em);
      for (const { id, measured } of evaluated) {
        const row = await em.findOneOrFail(PatternRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
        const author = { analyst: row.analyst, runId };
        await this.store.recordEvaluation(em, row, measured, author, measured.reasons);
      }
    });
    return revision;
  }

  /** Evaluates and checks one pattern on today's data; nothing is written. */
  async evaluate(row: PatternRow): Promise<EvaluatedPattern> {
    return this.checked(row, await this.evidenceNow(row));
  }

  /** Checks again what a pattern says: vocabulary, consents and members may have changed. */
  private async checked(
    { name, description, questionPrompts, namedByOperator, reading }: PatternRow,
    measured: MeasuredEvidence & { holds: boolean },
    signal?: AbortSignal,
  ): Promise<EvaluatedPattern> {
    const { evidence, memberIds } = measured;
    const pattern = { name, description, questionPrompts, evidence, memberIds, namedByOperator, reading };
    return { ...measured, reasons: await this.check.reasonsToHold(pattern, [], signal) };
  }

  private async evidenceNow(row: PatternRow): Promise<MeasuredEvidence & { holds: boolean }> {
    if (row.evidence.rule === undefined) {
      return this.evidenceOfQuotesNow(row);
    }
    const { evaluations, min_members } = await this.requests.ask('community.evaluate-rules', {
      rules: [row.evidence.rule],
    });
    const [evaluation] = evaluations;
    if (evaluation === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    return this.evidenceOfRuleNow(row, evaluation, min_members);
  }

  private evidenceOfRuleNow(
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
      const { member_ids, facets, sides, bridges } = evaluation;
      const evidence = {
        ...row.evidence,
        statistics: statisticsIn(row.category, evaluation),
        facets,
        ...(sides === undefined ? {} : { sides }),
        ...(bridges === undefined ? {} : { bridges }),
      };
      return { fingerprint: row.fingerprint, memberIds: member_ids, evidence, holds: false };
    }
  }

  private async evidenceOfQuotesNow(
    row: PatternRow,
    signal?: AbortSignal,
  ): Promise<MeasuredEvidence & { holds: boolean }> {
    const { verdicts, total_active_members, min_members } = await verifyQuotes(
      this.requests,
      row.evidence.quotes ?? [],
      signal,
    );
    const verified = verdicts.filter(({ verified }) => verified).map(({ quote }) => quote);
    const measured = evidenceOfQuotes(verified, total_active_members, 0);
    return {
      ...measured,
      fingerprint: row.fingerprint,
      holds: measured.memberIds.length >= min_members,
    };
  }
}
