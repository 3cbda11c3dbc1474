import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { freePort } from '@warren/servers';
import type { ServerProcess } from '@warren/servers';
import { startSystem, waitFor } from '@warren/testing';
import type { ServiceName, System } from '@warren/testing';
import { discover, importFile, sample } from '../support.ts';
import { startLoad } from './load.ts';
import type { Load } from './load.ts';
import { drained, expectPublishedOnce, textsOf } from './stream-contents.ts';

/** Deadline of a service to shut down, in milliseconds. */
const bound = 20_000;

describe('a rolling restart under load', () => {
  let system: System;
  let nats: NatsConnection;
  let load: Load;
  const gateways: string[] = [];

  beforeAll(async () => {
    system = await startSystem({ workers: 1 });
    nats = await connect({ servers: system.nats.url });
    await importFile(system, sample);
    await discover(system);
    gateways.push(system.api);
    load = startLoad(() => gateways);
  }, 120_000);

  afterAll(async () => {
    await load.stop();
    await nats.close();
    await system.stop();
  });

  /** Starts one more process of a service; resolves once it is ready. */
  async function another(name: ServiceName, env: Record<string, string> = {}): Promise<string> {
    const port = await freePort();
    await system.start(name, { [name === 'gateway' ? 'PORT' : 'HEALTH_PORT']: String(port), ...env });
    await waitFor(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200, {
      describe: `another ${name} to be ready`,
      timeoutMs: 40_000,
    });
    return `http://127.0.0.1:${port}/api/v1`;
  }

  async function terminated(service: ServerProcess): Promise<void> {
    const asked = performance.now();
    service.signal('SIGTERM');
    const code = await service.ended;
    expect({ code, said: code === 0 ? '' : await system.logs() }).toEqual({ code: 0, said: '' });
    expect(performance.now() - asked).toBeLessThan(bound);
  }

  /** Waits until every client has had another answer. */
  async function underLoad(): Promise<void> {
    const before = load.answered();
    await waitFor(() => load.answered() >= before + 10, {
      describe: 'the load to continue',
      timeoutMs: 30_000,
    });
  }

  it('SIGTERM under load, of every service in turn: each shuts down cleanly, no client gets 5xx, no run is lost', async () => {
    const first = system.processes();
    const roles = ['api', 'worker'];
    for (const service of first) {
      await underLoad();
      const role = service.name === 'pattern-finder' ? roles.shift() : undefined;
      const started = await another(service.name, role === undefined ? {} : { PATTERN_FINDER_ROLE: role });
      if (service.name === 'gateway') {
        // As a load balancer does: it adds the new one before the old one leaves, and then removes that.
        gateways.push(started);
        await underLoad();
        await terminated(service);
        gateways.shift();
      } else {
        await terminated(service);
      }
    }
    await underLoad();
    await load.stop();
    expect(load.failures()).toEqual([]);
    expect(load.accepted().length).toBeGreaterThan(5);
    const open = `select id || ' ' || status as text from pattern_finder.run where status <> 'succeeded'`;
    await waitFor(async () => (await textsOf(system, open)).length === 0, {
      describe: 'every accepted run to end',
      timeoutMs: 90_000,
    });
    const known = await textsOf(system, 'select id::text as text from pattern_finder.run');
    expect(load.accepted().filter((id) => !known.includes(String(id)))).toEqual([]);
    await drained(system, nats);
    await expectPublishedOnce(system, nats);
  }, 240_000);
});
