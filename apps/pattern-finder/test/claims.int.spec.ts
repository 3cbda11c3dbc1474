import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { OutboxMessage } from '@warren/messaging';
import { waitFor } from '@warren/testing';
import { Claims } from '../src/run-state/claims.ts';
import type { Claim } from '../src/run-state/claims.ts';
import { LeaseLost, RunCancelled } from '../src/run-state/run-errors.ts';
import { RunRow } from '../src/run-state/run.entity.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

describe('claims of runs', () => {
  let finder: Finder;
  let claims: Claims;
  let runs: RunsService;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
    claims = finder.app.get(Claims);
    runs = finder.app.get(RunsService);
  });

  afterAll(async () => finder.stop());

  async function newRun(): Promise<number> {
    return (await runs.create({ kind: 'discover', focus_areas: [], waits: false })).id;
  }

  async function claimOf(id: number): Promise<Claim> {
    return waitFor(
      async () => {
        const result = await claims.claim(id);
        return result.kind === 'claimed' && result.claim;
      },
      { describe: `run ${id} to be claimed` },
    );
  }

  it('are rejected while another worker holds the lease, and say for how long', async () => {
    const id = await newRun();
    await claimOf(id);
    const second = await claims.claim(id);
    expect(second.kind).toBe('held');
    expect(second.kind === 'held' && second.forMs).toBeGreaterThan(0);
    expect(second.kind === 'held' && second.forMs).toBeLessThanOrEqual(600);
  });

  it('keep a worker that lost its lease from writing', async () => {
    const id = await newRun();
    const stale = await claimOf(id);
    const current = await claimOf(id);
    expect(current.fence).toBe(stale.fence + 1);
    const write = (claim: Claim, text: string) =>
      claims.unlessCancelled(claim, (_em, run) => Promise.resolve(void (run.responseText = text)));
    await expect(write(stale, 'stale')).rejects.toBeInstanceOf(LeaseLost);
    await expect(claims.renew(stale)).rejects.toBeInstanceOf(LeaseLost);
    await write(current, 'current');
    expect(await runs.get(id)).toMatchObject({ response_text: 'current', starts: 2 });
  });

  it('park a run after three starts without progress; a replay resumes it', async () => {
    const id = await newRun();
    for (let start = 0; start < 3; start += 1) {
      await claimOf(id);
    }
    await waitFor(async () => (await claims.claim(id)).kind === 'ended', {
      describe: 'the fourth start to park it',
    });
    expect(await runs.get(id)).toMatchObject({ status: 'parked', reason: expect.stringMatching(/3 times/) });
    expect(await runs.list({ status: 'parked', limit: 10, page: 1 })).toMatchObject({
      runs: [{ status: 'parked' }],
      total: 1,
    });
    expect(await runs.list({ status: 'parked', limit: 10, page: 2 })).toEqual({ runs: [], total: 1 });
    await runs.replay({ id });
    expect((await claims.claim(id)).kind).toBe('claimed');
  });

  it('continue without limit while each start makes progress', async () => {
    const id = await newRun();
    for (let start = 0; start < 5; start += 1) {
      const claim = await claimOf(id);
      await claims.guarded(claim, (_em, run) => Promise.resolve(void (run.startsWithoutProgress = 0)));
    }
    expect(await runs.get(id)).toMatchObject({ status: 'running', starts: 5 });
  });

  it('end at once when a waiting run is cancelled, with one event', async () => {
    const id = await newRun();
    expect(await runs.cancel(id)).toMatchObject({ status: 'cancelled' });
    expect((await claims.claim(id)).kind).toBe('ended');
    const published = await finder.app
      .get(EntityManager)
      .fork()
      .find(OutboxMessage, { subject: 'run.completed' });
    const ours = published.filter(({ body }) => body.includes(`"run_id":${id},`));
    expect(ours).toHaveLength(1);
    await expect(runs.cancel(id)).rejects.toMatchObject({ name: 'Conflict' });
  });

  it('stop a running run before its next step when it is cancelled', async () => {
    const id = await newRun();
    const claim = await claimOf(id);
    await runs.cancel(id);
    await expect(claims.unlessCancelled(claim, () => Promise.resolve())).rejects.toBeInstanceOf(RunCancelled);
    await expect(claims.unlessCancelled(claim, () => Promise.resolve())).rejects.toBeInstanceOf(RunCancelled);
  });

  it('are of runs that exist', async () => {
    expect((await claims.claim(999_999)).kind).toBe('ended');
    await expect(runs.get(999_999)).rejects.toMatchObject({
      name: 'RunNotFound',
      details: { run_id: 999_999 },
    });
    expect(await finder.app.get(EntityManager).fork().count(RunRow, { id: 999_999 })).toBe(0);
  });
});
