import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { startSystem, waitFor } from '@warren/testing';
import type { ServiceName, System } from '@warren/testing';
import { discover, importFile, patternsOf, sample } from '../support.ts';
import { drained, expectPublishedOnce, onStream, textsOf } from './stream-contents.ts';

describe('an event whose publisher or consumer breaks', () => {
  let system: System;
  let nats: NatsConnection;

  beforeAll(async () => {
    system = await startSystem();
    nats = await connect({ servers: system.nats.url, maxReconnectAttempts: -1 });
    await importFile(system, sample);
    await replaced('pattern-finder', 'outbox.after-publish:kill@2');
    await replaced('question-generator', 'message.before-ack:kill@2');
  }, 120_000);

  afterAll(async () => {
    await nats.close();
    await system.stop();
  });

  /** Kills every process of a service and starts one that breaks at a failpoint. */
  async function replaced(name: ServiceName, failpoint: string): Promise<void> {
    for (const { pid } of system.processes().filter((process) => process.name === name)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    await system.start(name, { WARREN_FAILPOINT: failpoint });
    const path = name === 'pattern-finder' ? 'patterns' : 'questions';
    await waitFor(async () => (await system.call(path)).status === 200, {
      describe: `${name} to answer again`,
      timeoutMs: 30_000,
    });
  }

  it('is published and has its effect once: the relay died after publishing, the consumer after the effect', async () => {
    const asked = system.call('patterns/discover', { method: 'POST' });
    // A supervisor would restart them.
    await waitFor(() => dead('pattern-finder'), { describe: 'the relay to die', timeoutMs: 40_000 });
    await system.start('pattern-finder');
    await waitFor(() => dead('question-generator'), { describe: 'the consumer to die', timeoutMs: 40_000 });
    await system.start('question-generator');
    await asked;
    await waitFor(
      async () =>
        (await textsOf(system, `select status as text from pattern_finder.run`)).every(
          (status) => status === 'succeeded',
        ),
      { describe: 'the run to end', timeoutMs: 40_000 },
    );
    await drained(system, nats);
    await expectPublishedOnce(system, nats);
    const versions = await textsOf(
      system,
      'select version::text as text from pattern_finder.pattern_version',
    );
    expect(versions.length).toBeGreaterThanOrEqual(6);
    const asking = await textsOf(
      system,
      'select text from question_generator.question where withdrawn_at is null',
    );
    expect(asking.length).toBeGreaterThan(versions.length);
  }, 120_000);

  it('has no second effect when redelivered after the deduplication window of NATS', async () => {
    const before = await textsOf(
      system,
      'select id::text as text from question_generator.question order by id',
    );
    for (const message of await onStream(nats)) {
      // Another message to JetStream, the same event to its consumer.
      await jetstream(nats).publish(message.subject, message.data, {
        msgID: randomUUID(),
        headers: message.headers,
      });
    }
    await drained(system, nats);
    expect(
      await textsOf(system, 'select id::text as text from question_generator.question order by id'),
    ).toEqual(before);
  });

  it('is published for each saved pattern and for no other, while NATS is killed again and again', async () => {
    const enough = new AbortController();
    const asked = (async () => {
      while (!enough.signal.aborted) {
        await system.call('patterns/refresh', { method: 'POST', headers: { prefer: 'wait=5' } });
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      await discover(system).catch(() => undefined);
      await system.nats.kill('SIGKILL');
      const unavailable = await system.call('patterns');
      expect(unavailable.status).toBe(503);
      expect(unavailable.headers.get('content-type')).toContain('application/problem+json');
      await system.nats.restart();
    }
    enough.abort();
    await asked.catch(() => undefined);
    await waitFor(
      async () =>
        (await textsOf(system, `select status as text from pattern_finder.run`)).every(
          (status) => status === 'succeeded',
        ),
      { describe: 'every accepted run to end', timeoutMs: 60_000 },
    );
    await drained(system, nats);
    await expectPublishedOnce(system, nats);
    // No service had to be restarted: patterns are found, with their questions.
    await waitFor(async () => (await system.call('patterns')).status === 200, {
      describe: 'patterns to be answered again',
      timeoutMs: 30_000,
    });
    expect((await discover(system)).patterns_found).toBeGreaterThanOrEqual(6);
    const patterns = await patternsOf(system);
    await waitFor(
      async () => {
        const { body } = await system.call('questions');
        return Array.isArray(body) && body.length >= patterns.length;
      },
      { describe: 'questions about the patterns', timeoutMs: 30_000 },
    );
  }, 150_000);

  /** Checks whether the newest process of a service has ended. */
  function dead(name: ServiceName): boolean {
    const last = system.processes().findLast((process) => process.name === name);
    try {
      process.kill(last!.pid, 0);
      return false;
    } catch {
      return true;
    }
  }
});
