import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  Conflict,
  InvalidRequest,
  RunNotFound,
  ServiceUnavailable,
  TooManyRequests,
  hasEnded,
} from '@warren/contracts';
import type { AuditDetails, ReplyOf, RequestOf, Run } from '@warren/contracts';
import { AuditLog, Outbox } from '@warren/messaging';
import { endRun } from '../run-state/end-run.ts';
import { ModelPrices } from '../run-state/prices.ts';
import { RunProgressPublisher } from '../run-state/run-progress.ts';
import { RunTurnRow } from '../run-state/run-turn.entity.ts';
import { inputTokensOf, outputTokensOf } from '../run-state/run-usage.ts';
import { RunRow } from '../run-state/run.entity.ts';
import { toRun } from '../run-state/to-run.ts';
import { IdempotencyKeyRow } from './idempotency-key.entity.ts';
import { RequestLimits, RunDefaults } from './run-settings.ts';

/** Runs for the operator: create, list, cancel, replay. */
@Injectable()
export class RunsService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: Outbox,
    private readonly defaults: RunDefaults,
    private readonly limits: RequestLimits,
    private readonly progress: RunProgressPublisher,
    private readonly prices: ModelPrices,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Creates a run and its job in one transaction, so that an accepted run cannot be lost. A key that was used before
   * returns its run.
   * @throws InvalidRequest if the key came with another request, Conflict if its run is in progress and the caller would
   * wait for it, TooManyRequests if too many runs of the client have not ended, ServiceUnavailable if too many runs wait
   */
  async create({
    kind,
    focus_areas,
    idempotency_key,
    waits,
    client,
  }: RequestOf<'runs.create'>): Promise<Run> {
    const { row, isNew } = await this.em.fork().transactional(async (em) => {
      const request = JSON.stringify({ kind, focus_areas });
      const before = idempotency_key && (await runOfKey(em, idempotency_key, request, waits));
      if (before) {
        return { row: before, isNew: false };
      }
      await assertRoom(em, this.limits, client);
      const run = em.create(RunRow, {
        kind,
        status: 'queued',
        client: client ?? null,
        focusAreas: focus_areas,
        analyst: this.defaults.analyst,
        model: this.defaults.model,
        maxCost: this.defaults.maxCost,
        patterns: [],
        rejected: [],
        createdAt: new Date(),
      });
      await em.persist(run).flush();
      this.outbox.add(em, 'jobs.discovery', { run_id: run.id });
      if (idempotency_key !== undefined) {
        em.create(IdempotencyKeyRow, { key: idempotency_key, request, runId: run.id, createdAt: new Date() });
      }
      await this.record(em, 'runs.create', run.id, { kind, focus_areas: focus_areas.length });
      return { row: run, isNew: true };
    });
    if (isNew) {
      await this.progress.publish(row, 'queued', 'Waits for a worker.');
    }
    return toRun(row);
  }

  async list({ status, limit, page }: RequestOf<'runs.list'>): Promise<ReplyOf<'runs.list'>> {
    const where = status === undefined ? {} : { status };
    const [rows, total] = await this.em
      .fork()
      .findAndCount(RunRow, where, { orderBy: { id: 'desc' }, limit, offset: (page - 1) * limit });
    return { runs: rows.map(toRun), total };
  }

  async get(id: number): Promise<Run> {
    const row = await this.em.fork().findOne(RunRow, id);
    if (row === null) {
      throw RunNotFound.of(id);
    }
    const run = toRun(row);
    return run.reading === null
      ? run
      : { ...run, reading: { ...run.reading, unread_member_ids: row.unreadIds } };
  }

  /** Cancels a run before its next model call or save, and its requests to other services; a waiting run ends at once. */
  async cancel(id: number): Promise<Run> {
    const row = await this.locked(id, async (em, run) => {
      if (hasEnded(run.status)) {
        throw new Conflict(`Run ${id} has already ended (${run.status}).`, {
          run_id: id,
          status: run.status,
        });
      }
      if (!run.cancelRequested) {
        await this.record(em, 'runs.cancel', id, { status: run.status });
      }
      run.cancelRequested = true;
      if (run.status !== 'running') {
        endRun(em, this.outbox, run, 'cancelled', 'Cancelled on request.');
      }
    });
    if (!hasEnded(row.status)) {
      await this.progress.notifyWorker(row.id);
    }
    await this.progress.publish(row, hasEnded(row.status) ? 'ended' : 'thinking', 'Cancelled on request.');
    return toRun(row);
  }

  /** Resumes a run from its last state, optionally with a raised cap; completed turns are not repeated. */
  async replay({ id, max_cost: maxCost, client }: RequestOf<'runs.replay'>): Promise<Run> {
    const limit = this.limits.raisedCost;
    if (maxCost !== undefined && limit !== null && maxCost > limit) {
      throw InvalidRequest.of([
        { field: 'max_cost', message: `must be at most ${limit}, as the operator has it (MAX_RAISED_COST)` },
      ]);
    }
    const row = await this.locked(id, async (em, run) => {
      if (run.status !== 'parked' && run.status !== 'budget_exhausted') {
        throw new Conflict(
          `Run ${id} is ${run.status}; only a parked or budget-exhausted run can be replayed.`,
          {
            run_id: id,
            status: run.status,
          },
        );
      }
      await assertTurns(em, run);
      await assertRoom(em, this.limits, client);
      run.status = 'queued';
      run.client = client ?? null;
      run.reason = null;
      run.finishedAt = null;
      run.errors = 0;
      run.startsWithoutProgress = 0;
      run.cancelRequested = false;
      run.measured = false;
      run.introduced = false;
      run.atReplay = {
        turns: run.turns,
        inputTokens: inputTokensOf(run),
        outputTokens: outputTokensOf(run),
        workedMs: run.workedMs,
      };
      run.maxCost = maxCost ?? this.capAfterReplay(run);
      this.outbox.add(em, 'jobs.discovery', { run_id: run.id });
      await this.record(em, 'runs.replay', id, maxCost === undefined ? {} : { max_cost: maxCost });
    });
    await this.progress.publish(row, 'queued', 'Waits for a worker, to go on where it stood.');
    return toRun(row);
  }

  private async record(em: EntityManager, action: string, id: number, details: AuditDetails): Promise<void> {
    await this.audit.record(em, { action, target: { kind: 'run', ids: [String(id)] }, details });
  }

  /** Drops the cap of a run without a known price if the operator has removed the default cap: else it cannot continue. */
  private capAfterReplay({ model, maxCost }: RunRow): number | null {
    const isEnforceable = this.prices.of(model) !== null;
    return isEnforceable || this.defaults.maxCost !== null ? (maxCost ?? null) : null;
  }

  private async locked(
    id: number,
    change: (em: EntityManager, run: RunRow) => Promise<void>,
  ): Promise<RunRow> {
    return this.em.fork().transactional(async (em) => {
      const run = await em.findOne(RunRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (run === null) {
        throw RunNotFound.of(id);
      }
      await change(em, run);
      return run;
    });
  }
}

/** Checks that a run's turns are still there, from which it would go on. @throws Conflict */
async function assertTurns(em: EntityManager, { id, turns }: RunRow): Promise<void> {
  if ((await em.count(RunTurnRow, { runId: id, turn: { $gt: 0 } })) < turns) {
    throw new Conflict(
      `Run ${id} cannot be replayed: the turns that it would go on from were deleted for their age ` +
        '(RETAIN_MODEL_TURNS_DAYS). Start a new run.',
      { run_id: id },
    );
  }
}

/** Seconds after which a client asks again for another run. */
const retryAfterS = 30;

/**
 * Checks sequentially, under a lock, that another run may wait, and that the client may have another.
 * @throws TooManyRequests, ServiceUnavailable
 */
async function assertRoom(
  em: EntityManager,
  { waitingRuns: limit, runsOfClient }: RequestLimits,
  client: string | undefined,
): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('waiting runs'))`);
  const own =
    client === undefined
      ? 0
      : await em.count(RunRow, { client, status: { $in: ['queued', 'running', 'paused'] } });
  if (own >= runsOfClient) {
    throw TooManyRequests.of(
      `${own} of your runs have not ended yet (MAX_RUNS_PER_PRINCIPAL): wait for one, or cancel one.`,
      retryAfterS,
    );
  }
  const waiting = await em.count(RunRow, { status: { $in: ['queued', 'paused'] } });
  if (waiting >= limit) {
    throw new ServiceUnavailable(
      `${waiting} runs wait already, and no more may (MAX_WAITING_RUNS): let some of them end, or cancel some, and ask again.`,
    );
  }
}

const keyLifetime = '24 hours';

/** The run of a key that was used before; undefined for a new one. Requests with the same key are handled sequentially. */
async function runOfKey(
  em: EntityManager,
  key: string,
  request: string,
  waits: boolean,
): Promise<RunRow | undefined> {
  await em.execute('select pg_advisory_xact_lock(hashtext(?))', [key]);
  await em.execute(`delete from idempotency_key where created_at < now() - interval '${keyLifetime}'`);
  const known = await em.findOne(IdempotencyKeyRow, key);
  if (known === null) {
    return undefined;
  }
  if (known.request !== request) {
    throw InvalidRequest.of([
      {
        field: 'Idempotency-Key',
        message: `was used with another request, for run ${known.runId}; use a new key`,
      },
    ]);
  }
  const run = await em.findOneOrFail(RunRow, known.runId);
  if (waits && !hasEnded(run.status)) {
    throw new Conflict(
      `The request with this Idempotency-Key is in progress: follow /api/v1/discovery-runs/${run.id}.`,
      { run_id: run.id, status: run.status },
    );
  }
  return run;
}
