import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { cacheFolder, startNats, startPostgres } from '@warren/servers';
import type { Nats, Postgres } from '@warren/servers';
import { startSystem, waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { accept, ended } from '../analyst/runs.ts';
import { discover, importFile, sample } from '../support.ts';
import { smallDisk } from './small-disk.ts';
import { drained, expectPublishedOnce, textsOf } from './stream-contents.ts';

const databaseDisk = await smallDisk(192);
const streamsDisk = await smallDisk(96);
const mounted = databaseDisk !== undefined && streamsDisk !== undefined;

if (!mounted) {
  // Printed, so that a skipped test is noticed.
  process.stderr.write('A full disk is not tested here: no file system can be mounted (that takes root).\n');
}

(mounted ? describe : describe.skip)('a disk that is full', () => {
  let postgres: Postgres;
  let nats: Nats;
  let system: System;
  let bare: NatsConnection;

  beforeAll(async () => {
    [postgres, nats] = await Promise.all([
      startPostgres({ dataDir: `${databaseDisk?.folder}/postgres`, throwAway: true }),
      startNats({
        storeDir: `${streamsDisk?.folder}/nats`,
        cacheDir: cacheFolder,
        open: true,
        ...(process.env['TEST_NATS_SERVER'] && { binary: process.env['TEST_NATS_SERVER'] }),
      }),
    ]);
    system = await startSystem({ nats, databaseUrl: postgres.url });
    bare = await connect({ servers: nats.url, maxReconnectAttempts: -1 });
    await importFile(system, sample);
    await discover(system);
  }, 120_000);

  afterAll(async () => {
    await bare.close();
    await system.stop();
    await Promise.all([nats.stop(), postgres.stop()]);
    await Promise.all([databaseDisk?.remove(), streamsDisk?.remove()]);
  });

  /** Requests a refresh, which writes an observation of each pattern. @returns its run, if it was accepted */
  async function refresh(): Promise<{ status: number; runId?: number }> {
    const { status, body } = await system.call('patterns/refresh', {
      method: 'POST',
      headers: { prefer: 'respond-async' },
    });
    return status === 202 ? { status, runId: (body as { run_id: number }).run_id } : { status };
  }

  /** Members with so much text that a page of the database is soon full. */
  async function importMore(round: number): Promise<{ status: number; detail: unknown; created: number }> {
    const members = Array.from({ length: 40 }, (_, nth) => ({
      external_id: `more-${round}-${nth}`,
      first_name: 'Ada',
      bio: Array.from({ length: 900 }, () => Math.random().toString(36)).join(' '),
      is_public: false,
    }));
    const { status, body } = await system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: members.map((member) => JSON.stringify(member)).join('\n'),
    });
    const { detail, created } = body as { detail?: string; created?: number };
    return { status, detail, created: created ?? 0 };
  }

  async function members(): Promise<number> {
    return Number((await textsOf(system, 'select count(*)::text as text from member_profile.member'))[0]);
  }

  async function allSucceeded(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      expect(await ended(system, id)).toMatchObject({ status: 'succeeded' });
    }
  }

  it('disk full, under PostgreSQL: accepted requests are kept, the others get 503, and work continues once there is space', async () => {
    const before = await members();
    await databaseDisk?.fill();
    const accepted: number[] = [];
    let imported = 0;
    const rejected = await waitFor(
      async () => {
        const { runId } = await refresh();
        if (runId !== undefined) {
          accepted.push(runId);
        }
        const answer = await importMore(accepted.length);
        imported += answer.created;
        return answer.status !== 200 && answer;
      },
      { describe: 'the disk to be full', timeoutMs: 30_000 },
    );
    expect(rejected).toMatchObject({
      status: 503,
      detail: expect.stringMatching(/disk is full|cannot be used/),
    });
    expect(accepted.length).toBeGreaterThan(0);
    await databaseDisk?.makeRoom();
    // A server without space for its log has ended itself; its supervisor restarts it.
    const answers = { describe: 'PostgreSQL to answer', timeoutMs: 5_000 };
    await waitFor(async () => members(), answers).catch(async () => postgres.restart());
    await allSucceeded([...accepted, await accept(system)]);
    expect(await members()).toBe(before + imported);
    expect((await importMore(-1)).status).toBe(200);
    await drained(system, bare);
    await expectPublishedOnce(system, bare);
  }, 120_000);

  it('disk full, under JetStream: runs are accepted and wait, and all events are published once there is space', async () => {
    await streamsDisk?.fill();
    const accepted: number[] = [];
    await waitFor(
      async () => {
        accepted.push(await accept(system));
        return (await system.logs()).includes('The outbox cannot be published now');
      },
      { describe: 'a publication to be rejected', everyMs: 200, timeoutMs: 30_000 },
    );
    await streamsDisk?.makeRoom();
    // nats-server disables JetStream until a restart if a write finds no space.
    await nats.restart();
    await allSucceeded(accepted);
    await drained(system, bare);
    await expectPublishedOnce(system, bare);
  }, 120_000);
});
