import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { startProxy } from '@warren/perf/chaos/proxy/proxy';
import type { Proxy } from '@warren/perf/chaos/proxy/proxy';
import { byTurn, scriptedMessages, startSystem, startTestNats, waitFor } from '@warren/testing';
import type { Nats, ScriptedMessages, System } from '@warren/testing';
import { setBreakpoint } from '../analyst/breakpoints.ts';
import { accept, ended } from '../analyst/runs.ts';
import { analyse, candidatesIn, saveCandidate } from '../analyst/scripted-system.ts';
import { importFile, sample } from '../support.ts';
import { drained, expectPublishedOnce, onStream, textsOf } from './stream-contents.ts';

describe('a connection that drops data silently', () => {
  let system: System;
  let nats: Nats;
  let model: ScriptedMessages;
  let bare: NatsConnection;
  /** Proxies between the other services and NATS, the worker and NATS, and the worker and PostgreSQL. */
  let others: Proxy;
  let broker: Proxy;
  let database: Proxy;

  beforeAll(async () => {
    nats = await startTestNats();
    model = await scriptedMessages([]);
    others = await startProxy({ to: nats.port, protocol: 'nats' });
    broker = await startProxy({ to: nats.port, protocol: 'nats' });
    system = await startSystem({
      nats,
      workers: 0,
      env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url, NATS_URL: urlOf(others) },
    });
    const direct = new URL(system.databaseUrl);
    database = await startProxy({ to: Number(direct.port), protocol: 'postgres' });
    const proxied = new URL(direct);
    proxied.port = String(database.port);
    bare = await connect({ servers: nats.url });
    await importFile(system, sample);
    await system.start('pattern-finder', {
      PATTERN_FINDER_ROLE: 'worker',
      NATS_URL: urlOf(broker),
      DATABASE_URL: proxied.href,
      DATABASE_IDLE_TIMEOUT_MS: '2000',
    });
    model.use(byTurn([{ text: 'Done.' }]));
    expect(await ended(system, await accept(system))).toMatchObject({ status: 'succeeded' });
  }, 120_000);

  afterAll(async () => {
    await bare.close();
    await system.stop();
    await Promise.all([others, broker, database].map(async (proxy) => proxy.stop()));
    await nats.stop();
    await model.stop();
  });

  function urlOf({ port }: Proxy): string {
    return `nats://127.0.0.1:${port}`;
  }

  const saving = byTurn([
    { tool_uses: [analyse] },
    (request) => ({ tool_uses: [saveCandidate(candidatesIn(request)[0]!)] }),
    { text: 'Done.' },
  ]);

  it('half-open to NATS: the worker notices by its pings, reconnects and takes the next job', async () => {
    model.use(byTurn([{ text: 'Done.' }]));
    broker.makeHalfOpen();
    await waitFor(
      async () =>
        /NATS at .* is unreachable; reconnecting[^]*Connected to NATS at .* again/.test(await system.logs()),
      { describe: 'the worker to notice', timeoutMs: 20_000 },
    );
    expect(await ended(system, await accept(system))).toMatchObject({ status: 'succeeded', starts: 1 });
  });

  it('half-open to PostgreSQL, in a transaction: its query times out, the server releases the locks, the run continues', async () => {
    model.use(saving);
    const before = model.calls().length;
    const breakpoint = await setBreakpoint(system, {
      table: 'run_tool_result',
      on: 'insert',
      when: 'new.turn = 2',
      at: 'write',
    });
    const id = await accept(system);
    await breakpoint.reached();
    database.makeHalfOpen();
    await breakpoint.release();
    expect(await ended(system, id)).toMatchObject({ status: 'succeeded', turns: 3 });
    expect(model.calls().length - before).toBe(3);
    const errors = `select errors::text as text from pattern_finder.run where id = ${id}`;
    expect(await textsOf(system, errors)).toEqual(['0']);
    const results = `select position::text as text from pattern_finder.run_tool_result where run_id = ${id}`;
    expect(await textsOf(system, results)).toEqual(['0', '0']);
  });

  it('publish acknowledgement lost: the relay publishes again, and the stream has the event, and so its effect, once', async () => {
    model.use(saving);
    for (const proxy of [others, broker]) {
      proxy.dropNext('down', /"stream":"EVENTS",\s*"seq"/);
    }
    const id = await accept(system);
    await ended(system, id);
    await waitFor(() => others.dropped() + broker.dropped() > 0, { describe: 'an answer to be dropped' });
    await drained(system, bare);
    await expectPublishedOnce(system, bare);
    const ids = (await onStream(bare)).map(({ headers }) => headers?.get('ce-id'));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
