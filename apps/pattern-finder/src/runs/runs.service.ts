import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict, InvalidRequest, RunNotFound, ServiceUnavailable, hasEnded } from '@warren/contracts';
import type { ReplyOf, RequestOf, Run } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import { inputOf, outputOf } from '../analysts/claude/budget.ts';
import { pricesOf } from '../run-state/prices.ts';
import { endRun } from '../run-state/end-run.ts';
import { IdempotencyKeyRow } from './idempotency-key.entity.ts';
import { RunProgressPublisher } from '../run-state/run-progress.ts';
import { RunRow } from '../run-state/run.entity.ts';
import { toRun } from '../run-state/to-run.ts';
import { LoopSettings, RunDefaults, WishLimits } from '../settings.ts';

/** Runs as an operator sees them: made, listed, stopped, started again. */
@Injectable()
export class RunsService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: Outbox,
    private readonly defaults: RunDefaults,
    private readonly limits: WishLimits,
    private readonly teller: RunProgressPublisher,
    private readonly loop: LoopSettings,
  ) {}

  /**
   * Accepts a run: the row and its job are one transaction, so an accepted run cannot be lost. A key that was used
   * before stands for its run.
   * @throws InvalidRequest where it came with another request, Conflict where its run goes on and the caller would wait,
   * ServiceUnavailable where as many runs wait as may
   */
  async create({ kind, focus_areas, idempotency_key, waits }: RequestOf<'runs.create'>): Promise<Run> {
    const { row, isNew } = await this.em.fork().transactional(async (em) => {
      const request = JSON.stringify({ kind, focus_areas });
      const before = idempotency_key && (await runOfKey(em, idempotency_key, request, waits));
      if (before) {
        return { row: before, isNew: false };
      }
      await ensureRoom(em, this.limits.waitingRuns);
      const run = em.create(RunRow, {
        kind,
        status: 'queued',
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
      return { row: run, isNew: true };
    });
    if (isNew) {
      await this.teller.publish(row, 'queued', 'Waits for a worker.');
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
    return toRun(row);
  }

  /** Stops a run before its next model call or save, and its waiting for other services; one that waits ends at once. */
  async cancel(id: number): Promise<Run> {
    const row = await this.locked(id, (em, run) => {
      if (hasEnded(run.status)) {
        throw new Conflict(`Run ${id} has already ended (${run.status}).`, {
          run_id: id,
          status: run.status,
        });
      }
      run.cancelRequested = true;
      if (run.status !== 'running') {
        endRun(em, this.outbox, run, 'cancelled', 'Cancelled on request.');
      }
    });
    if (!hasEnded(row.status)) {
      await this.teller.notifyWorker(row.id);
    }
    await this.teller.publish(row, hasEnded(row.status) ? 'ended' : 'thinking', 'Cancelled on request.');
    return toRun(row);
  }

  /** Starts a run again where it stood, with a raised cap if wished; finished turns are not repeated. */
  async replay(id: number, maxCost: number | undefined): Promise<Run> {
    const most = this.limits.raisedCost;
    if (maxCost !== undefined && most !== null && maxCost > most) {
      throw InvalidRequest.of([
        { field: 'max_cost', message: `must be at most ${most}, as the operator has it (MAX_RAISED_COST)` },
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
      await ensureRoom(em, this.limits.waitingRuns);
      run.status = 'queued';
      run.reason = null;
      run.finishedAt = null;
      run.errors = 0;
      run.startsWithoutProgress = 0;
      run.cancelRequested = false;
      run.measured = false;
      run.atReplay = {
        turns: run.turns,
        inputTokens: inputOf(run),
        outputTokens: outputOf(run),
        workedMs: run.workedMs,
      };
      run.maxCost = maxCost ?? this.capKept(run);
      this.outbox.add(em, 'jobs.discovery', { run_id: run.id });
    });
    await this.teller.publish(row, 'queued', 'Waits for a worker, to go on where it stood.');
    return toRun(row);
  }

  /** A cap that no price holds is given up where the operator has none any more: nothing else lets the run go on. */
  private capKept({ model, maxCost }: RunRow): number | null {
    const isHeld = pricesOf(model ?? this.loop.model, this.loop.prices) !== null;
    return isHeld || this.defaults.maxCost !== null ? (maxCost ?? null) : null;
  }

  private async locked(
    id: number,
    change: (em: EntityManager, run: RunRow) => Promise<void> | void,
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

/** One after the other: who counts what waits does so after all who were let in before. */
async function ensureRoom(em: EntityManager, most: number): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('waiting runs'))`);
  const waiting = await em.count(RunRow, { status: { $in: ['queued', 'paused'] } });
  if (waiting >= most) {
    throw new ServiceUnavailable(
      `${waiting} runs wait already, and no more may (MAX_WAITING_RUNS): let some of them end, or cancel some, and ask again.`,
    );
  }
}

const keptFor = '24 hours';

/** The run that a key stands for already; none where it is new. Requests with one key come one after the other. */
async function runOfKey(
  em: EntityManager,
  key: string,
  request: string,
  waits: boolean,
): Promise<RunRow | undefined> {
  await em.execute('select pg_advisory_xact_lock(hashtext(?))', [key]);
  await em.execute(`delete from idempotency_key where created_at < now() - interval '${keptFor}'`);
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
