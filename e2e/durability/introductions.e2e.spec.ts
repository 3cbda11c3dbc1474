import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { IntroductionProposed } from '@warren/contracts';
import type { ServerProcess } from '@warren/servers';
import { startSystem, waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { accept, ended } from '../analyst/runs.ts';
import { importFile, rowsOf, sample } from '../support.ts';

const Row = z.object({ id: z.int(), seeker_id: z.int(), giver_id: z.int(), need: z.string() });

describe('the introductions of a run whose worker is killed', () => {
  let system: System;
  let nats: NatsConnection;
  let worker: ServerProcess | undefined;
  /** Ids that events have told of. */
  const told: number[] = [];

  beforeAll(async () => {
    system = await startSystem({ workers: 0, questions: false });
    await importFile(system, sample);
    nats = await connect({ servers: system.nats.url });
    nats.subscribe('introduction.proposed', {
      callback: (_error, message) => {
        const { introductions } = IntroductionProposed.parse(message.json());
        told.push(...introductions.map(({ introduction_id }) => introduction_id));
      },
    });
    await nats.flush();
  }, 120_000);

  afterEach(async () => worker?.stop(20_000));

  afterAll(async () => {
    await nats.close();
    await system.stop();
  });

  async function startWorker(failpoint = ''): Promise<ServerProcess> {
    worker = await system.start('pattern-finder', {
      PATTERN_FINDER_ROLE: 'worker',
      WARREN_FAILPOINT: failpoint,
    });
    return worker;
  }

  const rows = async () =>
    rowsOf(system, 'select id, seeker_id, giver_id, need from pattern_finder.introduction order by id', Row);

  // commits of a run: the introductions, then the analysis, then the patterns one by one
  it.each([
    'introductions.after-reply:kill@1',
    'run.before-commit:kill@1',
    'introductions.after-commit:kill@1',
    'run.before-commit:kill@2',
  ])(
    'are written once and told once: %s',
    async (failpoint) => {
      await rowsOf(system, 'delete from pattern_finder.introduction returning id', z.object({ id: z.int() }));
      told.length = 0;
      const id = await accept(system);
      const victim = await startWorker(failpoint);
      await victim.ended;
      await startWorker();
      expect(await ended(system, id)).toMatchObject({ status: 'succeeded', starts: 2 });
      const found = await rows();
      expect(found.length).toBeGreaterThan(10);
      const keys = found.map(({ seeker_id, giver_id, need }) => `${seeker_id} ${giver_id} ${need}`);
      expect(new Set(keys).size).toBe(keys.length);
      await waitFor(() => told.length >= found.length, { describe: 'the events to arrive' });
      expect(told.toSorted((a, b) => a - b)).toEqual(found.map((row) => row.id));
      await worker?.stop(20_000);

      await startWorker();
      expect(await ended(system, await accept(system))).toMatchObject({ status: 'succeeded' });
      expect([(await rows()).length, told.length]).toEqual([found.length, found.length]);
    },
    120_000,
  );
});
