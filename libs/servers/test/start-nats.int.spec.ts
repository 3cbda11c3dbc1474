import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { cacheFolder, freePort, portInUse, startNats } from '../src/index.ts';
import type { Nats } from '../src/index.ts';
import { until } from './until.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'warren-servers-'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function withNats(storeDir: string | undefined, use: (nats: Nats) => Promise<void>): Promise<void> {
  const nats = await startNats({ cacheDir: cacheFolder, open: true, ...(storeDir && { storeDir }) });
  try {
    await use(nats);
  } finally {
    await nats.stop();
  }
}

async function withConnection<T>(nats: Nats, use: (connection: NatsConnection) => Promise<T>): Promise<T> {
  const connection = await connect({ servers: nats.url });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

const messageCount = async (nats: Nats): Promise<number> =>
  withConnection(
    nats,
    async (connection) => (await (await jetstreamManager(connection)).streams.info('NOTES')).state.messages,
  );

describe('startNats', () => {
  it('keeps what was published through a SIGKILL and a restart on the same port', async () => {
    await withNats(join(root, 'kept'), async (nats) => {
      await withConnection(nats, async (connection) => {
        await (await jetstreamManager(connection)).streams.add({ name: 'NOTES', subjects: ['notes'] });
        await jetstream(connection).publish('notes', 'one');
      });
      const pid = nats.pid;
      await nats.kill();
      expect(await portInUse(nats.port)).toBe(false);
      await nats.restart();
      expect(nats.pid).not.toBe(pid);
      expect(await messageCount(nats)).toBe(1);
      await nats.restart();
      expect(await messageCount(nats)).toBe(1);
    });
    await withNats(join(root, 'kept'), async (nats) => {
      expect(await messageCount(nats)).toBe(1);
    });
  });

  it('serves a client that reconnects after an outage', async () => {
    await withNats(undefined, async (nats) => {
      const connection = await connect({
        servers: nats.url,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 50,
      });
      await nats.kill('SIGTERM');
      await nats.restart();
      const reached = (): Promise<boolean> =>
        connection.flush().then(
          () => true,
          () => false,
        );
      try {
        await until(reached, 'the client to reconnect');
      } finally {
        await connection.close();
      }
    });
  });

  it('ends a server that was stopped with SIGSTOP, and removes its temporary folder', async () => {
    const nats = await startNats({ cacheDir: cacheFolder });
    await nats.kill('SIGSTOP');
    await nats.stop();
    expect(await portInUse(nats.port)).toBe(false);
  });

  it('rejects a folder that is in use and a port that is taken', async () => {
    const storeDir = join(root, 'taken');
    await withNats(storeDir, async ({ port }) => {
      await expect(startNats({ cacheDir: cacheFolder, storeDir })).rejects.toThrow(/in use by process \d+/);
      await expect(startNats({ cacheDir: cacheFolder, port })).rejects.toThrow(`port ${port} is in use`);
    });
  });

  it('throws the reason where the server does not start', async () => {
    const port = await freePort();
    const refused = startNats({
      binary: '/bin/false',
      cacheDir: cacheFolder,
      storeDir: join(root, 'false'),
      port,
    });
    await expect(refused).rejects.toThrow('nats-server ended while starting');
    expect((await stat(join(root, 'false', 'nats.conf'))).isFile()).toBe(true);
  });
});
