import { AsyncLocalStorage } from 'node:async_hooks';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import pg from 'pg';
import { createAuthority, startTlsPostgres, testPostgres } from '@warren/testing';
import type { TlsPostgres } from '@warren/testing';
import type { RequestContext } from '../src/bounded-statements.ts';
import { ormOptions } from '../src/database.module.ts';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });
const who = new AsyncLocalStorage<RequestContext>();
/** What the server itself knows of the connection, from its side. */
const secured = 'select ssl as secured from pg_stat_ssl where pid = pg_backend_pid()';

const authority = createAuthority('Authority of the server');
let folder: string;
let postgres: TlsPostgres;
const files: Record<'ca' | 'other', string> = { ca: '', other: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warren-tls-'));
  await chmod(folder, 0o711);
  for (const [name, cert] of [
    ['ca', authority.cert],
    ['other', createAuthority('Authority of the server').cert],
  ] as const) {
    files[name] = join(folder, `${name}.pem`);
    await writeFile(files[name], cert);
  }
  // localhost is in it, 127.0.0.1 is not
  postgres = await startTlsPostgres(authority.issue({ name: 'server', hosts: ['localhost'] }));
});

afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a database as services do. */
async function opened<T>(
  url: string,
  work: (orm: MikroORM) => Promise<T>,
  options: { idleTimeoutMs?: number } = {},
): Promise<T> {
  const orm = await MikroORM.init(
    ormOptions({
      url,
      schema: 'public',
      entities: [Thing],
      migrations: [],
      currentRequest: () => who.getStore(),
      ...options,
    }),
  );
  try {
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}

/** @returns whether the connection is encrypted, as the server says */
const connect = async (url: string): Promise<unknown> =>
  opened(url, async (orm) => {
    const [row] = await orm.em.fork().execute<{ secured: boolean }[]>(secured);
    return row?.secured;
  });

function urlOf(query: string, host: 'localhost' | '127.0.0.1' = 'localhost'): string {
  const url = new URL(postgres.url);
  url.hostname = host;
  return `${url.href}?${query}`;
}

describe('a service, connected to a PostgreSQL with TLS', () => {
  it.each([
    ['without TLS, where the URL says nothing', '', false],
    ['without TLS, where the URL says so', 'sslmode=disable', false],
    ['with TLS and whoever answers', 'sslmode=require', true],
    ['with TLS and a server of the authority', 'sslmode=verify-ca&sslrootcert=CA', true],
    ['with TLS and the server of that name', 'sslmode=verify-full&sslrootcert=CA', true],
  ])('is %s', async (_how, query, expected) => {
    expect(await connect(urlOf(query.replace('CA', files.ca)))).toBe(expected);
  });

  it.each([
    ['require with another authority', 'sslmode=require&sslrootcert=OTHER', 'localhost'],
    ['verify-ca with another authority', 'sslmode=verify-ca&sslrootcert=OTHER', 'localhost'],
    ['verify-full with another authority', 'sslmode=verify-full&sslrootcert=OTHER', 'localhost'],
    ['verify-full with the authorities that all trust', 'sslmode=verify-full', 'localhost'],
    ['verify-full with another name', 'sslmode=verify-full&sslrootcert=CA', '127.0.0.1'],
  ] as const)('is refused: %s', async (_what, query, host) => {
    const url = urlOf(query.replace('CA', files.ca).replace('OTHER', files.other), host);
    await expect(connect(url)).rejects.toThrow(/certificate|altnames|signature|issuer/i);
  });

  it('is connected under another name where only the authority counts', async () => {
    expect(await connect(urlOf(`sslmode=verify-ca&sslrootcert=${files.ca}`, '127.0.0.1'))).toBe(true);
  });

  it('is refused with a certificate that has expired', async () => {
    const old = await startTlsPostgres(authority.issue({ name: 'server', hosts: ['localhost'], days: -1 }));
    try {
      const url = new URL(old.url);
      url.hostname = 'localhost';
      await expect(connect(`${url.href}?sslmode=verify-full&sslrootcert=${files.ca}`)).rejects.toThrow(
        /expired/,
      );
    } finally {
      await old.stop();
    }
  });

  it('cancels statements whose caller has left, and ends connections on which nothing arrives', async () => {
    const url = urlOf(`sslmode=verify-full&sslrootcert=${files.ca}`);
    await opened(url, async (orm) => {
      const leaves = new AbortController();
      const long = who.run({ signal: leaves.signal, until: Number.POSITIVE_INFINITY }, async () =>
        orm.em.fork().execute('select pg_sleep(?)', [30]),
      );
      setTimeout(() => leaves.abort(new Error('left')), 300);
      const started = performance.now();
      await expect(long).rejects.toThrow(/did not finish/);
      expect(performance.now() - started).toBeLessThan(15_000);
    });
    await opened(
      url,
      async (orm) => {
        // longer in all than the limit, but never silent for so long
        for (let n = 0; n < 6; n += 1) {
          await orm.em.fork().execute('select 1');
          await delay(300);
        }
        await expect(orm.em.fork().execute('select pg_sleep(20)')).rejects.toThrow(/cannot be used now/);
      },
      { idleTimeoutMs: 1_000 },
    );
  }, 60_000);
});

describe('a service, connected to a PostgreSQL without TLS', () => {
  it.each(['require', 'verify-ca', 'verify-full'])('is refused: %s', async (mode) => {
    const url = new URL(await testPostgres());
    url.search = mode === 'require' ? `?sslmode=${mode}` : `?sslmode=${mode}&sslrootcert=${files.ca}`;
    await expect(connect(url.href)).rejects.toThrow(/does not support SSL/);
    // it answers without
    url.search = '';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.end();
  });
});
