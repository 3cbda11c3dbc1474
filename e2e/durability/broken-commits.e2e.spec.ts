import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { startThrowAwayPostgres } from '@warren/servers';
import type { Postgres } from '@warren/servers';
import { byTurn, scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import { setBreakpoint } from '../analyst/breakpoints.ts';
import { accept, ended } from '../analyst/runs.ts';
import { analyse, candidatesIn, saveCandidate } from '../analyst/scripted-system.ts';
import { importFile, sample } from '../support.ts';
import { startCommitProxy } from './commit-proxy.ts';
import type { CommitProxy } from './commit-proxy.ts';
import { drained, expectPublishedOnce, textsOf } from './stream-contents.ts';

/** Names of patterns contain no digits. */
const nth = ['First', 'Second', 'Third', 'Fourth'];

describe('a transaction whose commit breaks', () => {
  let postgres: Postgres;
  let proxy: CommitProxy;
  let system: System;
  let model: ScriptedMessages;
  let nats: NatsConnection;
  /** Each test has its run save another candidate. */
  let candidate = -1;
  let asked = 0;

  beforeAll(async () => {
    [postgres, model] = await Promise.all([startThrowAwayPostgres(), scriptedMessages([])]);
    proxy = await startCommitProxy(postgres.port);
    const proxied = new URL(postgres.url);
    proxied.port = String(proxy.port);
    system = await startSystem({
      databaseUrl: postgres.url,
      env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url, DATABASE_URL: proxied.href },
    });
    nats = await connect({ servers: system.nats.url });
    await importFile(system, sample);
    model.use(
      byTurn([
        { tool_uses: [analyse] },
        (request) => ({
          tool_uses: [
            saveCandidate(candidatesIn(request)[candidate]!, { name: `${nth[candidate]} finding` }),
          ],
        }),
        { text: 'Done.' },
      ]),
    );
  }, 120_000);

  beforeEach(() => {
    candidate += 1;
    asked = model.calls().length;
  });

  afterAll(async () => {
    await nats.close();
    await system.stop();
    await proxy.stop();
    await model.stop();
    await postgres.stop();
  });

  /** Expects that the run has done everything once: three turns, one pattern with one version and its event. */
  async function expectDoneOnce(id: number): Promise<void> {
    expect(await ended(system, id)).toMatchObject({
      status: 'succeeded',
      turns: 3,
      patterns: [{ created: true }],
    });
    expect(model.calls().length - asked).toBe(3);
    await drained(system, nats);
    const versions = `select version::text as text from pattern_finder.pattern_version where run_id = ${id}`;
    expect(await textsOf(system, versions)).toEqual(['1']);
    await expectPublishedOnce(system, nats);
    const ends = `select message_id::text as text from pattern_finder.outbox_message
      where subject = 'run.completed' and (body::json ->> 'run_id')::integer = ${id}`;
    expect(await textsOf(system, ends)).toHaveLength(1);
    // An outage does not count as an error of the run, of which five would park it.
    expect(
      await textsOf(system, `select errors::text as text from pattern_finder.run where id = ${id}`),
    ).toEqual(['0']);
  }

  it('COMMIT’s answer lost, of a request: the client gets 503, and its retry with the same key gets the same run', async () => {
    const runs = 'select id::text as text from pattern_finder.run';
    const before = await textsOf(system, runs);
    proxy.loseNext(/insert into "run"/);
    const request = {
      method: 'POST',
      headers: { prefer: 'respond-async', 'idempotency-key': randomUUID() },
    };
    const lost = await system.call('patterns/discover', request);
    expect(lost).toMatchObject({ status: 503, body: { title: 'Service Unavailable' } });
    const again = await system.call('patterns/discover', request);
    expect(again.status).toBe(202);
    const made = (await textsOf(system, runs)).filter((id) => !before.includes(id));
    expect(made).toEqual([String((again.body as { run_id: number }).run_id)]);
    await expectDoneOnce(Number(made[0]));
  });

  it('COMMIT’s answer lost, of a worker: it finds what is stored, and does nothing twice', async () => {
    proxy.loseNext(
      /insert into "run_turn"/,
      /insert into "pattern_version"/,
      /"run_id":\d+,"kind":"discover"/,
    );
    await expectDoneOnce(await accept(system));
    expect(proxy.waiting()).toEqual([]);
  });

  it('COMMIT’s answer lost, of a relay and of a consumer: the event has its effect once', async () => {
    proxy.loseNext(/"outbox_message" set "published_at"/, /insert into inbox_message/);
    await expectDoneOnce(await accept(system));
    expect(proxy.waiting()).toEqual([]);
  });

  it('PostgreSQL killed mid-commit: requests get 503, and once it is back the run continues', async () => {
    const save = { table: 'pattern', on: 'insert', when: 'true', at: 'commit' } as const;
    const breakpoint = await setBreakpoint(system, save);
    const id = await accept(system);
    await breakpoint.reached();
    await postgres.kill();
    const unavailable = await system.call('patterns');
    expect(unavailable.status).toBe(503);
    expect(unavailable.headers.get('content-type')).toContain('application/problem+json');
    await postgres.restart();
    await breakpoint.release();
    await waitFor(async () => (await system.call('patterns')).status === 200, {
      describe: 'patterns to be answered again',
    });
    await expectDoneOnce(id);
  });
});
