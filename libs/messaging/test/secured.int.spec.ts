import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { nkeys } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import { NatsEnvironment, natsSettings } from '@warren/nats';
import { createAuthority, startTestNats } from '@warren/testing';
import type { Nats } from '@warren/testing';
import { Answers, NatsConnectionManager, RequestClient } from '../src/index.ts';
import { credentialsOfOperatorMode } from './operator-mode.ts';
import { createService, startService } from './support.ts';

@Controller()
class Questions {
  @Answers('questions.list')
  list() {
    return Promise.resolve({ questions: [] });
  }
}

let folder: string;
let nats: Nats | undefined;
let app: INestApplication | undefined;

const authority = createAuthority();
const other = createAuthority('Another authority');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warren-secured-'));
});

afterEach(async () => {
  await app?.close();
  await nats?.stop();
  app = undefined;
  nats = undefined;
});

afterAll(async () => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content, { mode: 0o600 });
  return join(folder, name);
}

/** Starts a server with a certificate of these names; `verify` makes it ask clients for theirs. */
async function startWithTls(hosts: readonly string[], { verify = false, days = 30 } = {}): Promise<Nats> {
  const { cert, key } = authority.issue({ name: 'nats', hosts, days });
  const files = [
    await file('server.pem', cert),
    await file('server.key', key),
    await file('ca.pem', authority.cert),
  ];
  const [certFile, keyFile, caFile] = files.map((path) => JSON.stringify(path));
  nats = await startTestNats({
    violations: true,
    configuration: `tls { cert_file: ${certFile}, key_file: ${keyFile}, ca_file: ${caFile}, verify: ${verify} }`,
  });
  return nats;
}

const connectionOf = (env: Record<string, string>) => natsSettings(NatsEnvironment.parse(env));

/** Asks a question over both connections of a service; throws where one is refused. */
async function roundTrip(env: Record<string, string>): Promise<unknown> {
  app = await startService({
    nats: '',
    service: 'question-generator',
    controllers: [Questions],
    times: { connection: connectionOf(env) },
  });
  return app.get(RequestClient).ask('questions.list', {});
}

/** Tries to connect for three seconds and returns what the service logged. */
async function refusal(env: Record<string, string>): Promise<string> {
  const lines: string[] = [];
  app = await createService({
    nats: '',
    service: 'gateway',
    times: { connection: connectionOf(env) },
    lines,
  });
  expect(await app.get(NatsConnectionManager).isUpWithin(3_000)).toBe(false);
  return lines.join('\n');
}

describe('TLS', () => {
  it('is used by both connections, with the certificate verified by name and by address', async () => {
    const { port } = await startWithTls(['localhost', '127.0.0.1']);
    const caFile = await file('ca.pem', authority.cert);
    expect(await roundTrip({ NATS_URL: `tls://localhost:${port}`, NATS_CA_FILE: caFile })).toEqual({
      questions: [],
    });
    await app?.close();
    expect(
      await roundTrip({ NATS_URL: `nats://127.0.0.1:${port}`, NATS_TLS: 'true', NATS_CA_FILE: caFile }),
    ).toEqual({
      questions: [],
    });
  });

  it('is refused where the server has none, whichever variable asks for it', async () => {
    nats = await startTestNats();
    const { port } = nats;
    expect(await refusal({ NATS_URL: `tls://127.0.0.1:${port}` })).toMatch(/does not support 'tls'/);
    await app?.close();
    expect(await refusal({ NATS_URL: `nats://127.0.0.1:${port}`, NATS_TLS: 'true' })).toMatch(/'tls'/);
    await app?.close();
    const caFile = await file('ca.pem', authority.cert);
    expect(await refusal({ NATS_URL: `nats://127.0.0.1:${port}`, NATS_CA_FILE: caFile })).toMatch(/'tls'/);
  });

  it('is refused with a certificate of an unknown authority', async () => {
    const { port } = await startWithTls(['localhost', '127.0.0.1']);
    expect(await refusal({ NATS_URL: `tls://localhost:${port}` })).toMatch(/unable to verify|self.signed/);
    await app?.close();
    const caFile = await file('other.pem', other.cert);
    expect(await refusal({ NATS_URL: `tls://localhost:${port}`, NATS_CA_FILE: caFile })).toMatch(
      /unable to|self.signed/,
    );
  });

  it.each([
    ['another name', ['nats.example.org'], 'localhost', 30],
    ['localhost alone, for an address', ['localhost'], '127.0.0.1', 30],
    ['an expired certificate', ['localhost'], 'localhost', -1],
  ])('is refused with %s', async (_what, hosts, host, days) => {
    const { port } = await startWithTls(hosts, { days });
    const caFile = await file('ca.pem', authority.cert);
    expect(await refusal({ NATS_URL: `tls://${host}:${port}`, NATS_CA_FILE: caFile })).toMatch(
      /does not match certificate|is not in the cert|expired/,
    );
  });

  it('sends its own certificate where the server asks for one', async () => {
    const { port } = await startWithTls(['localhost'], { verify: true });
    const { cert, key } = authority.issue({ name: 'question-generator' });
    const env = { NATS_URL: `tls://localhost:${port}`, NATS_CA_FILE: await file('ca.pem', authority.cert) };
    const own = { NATS_CERT_FILE: await file('own.pem', cert), NATS_KEY_FILE: await file('own.key', key) };
    expect(await roundTrip({ ...env, ...own })).toEqual({ questions: [] });
    await app?.close();
    expect(await refusal(env)).not.toBe('');
  });
});

describe('credentials', () => {
  const users = (lines: string): string => `authorization { users: [ ${lines} ] }`;

  it.each([
    ['in the address', (port: number) => ({ NATS_URL: `nats://ada:s%40cret@127.0.0.1:${port}` })],
    ['in variables', () => ({ NATS_USER: 'ada', NATS_PASSWORD: 's@cret' })],
    ['in a file', async () => ({ NATS_USER: 'ada', NATS_PASSWORD_FILE: await file('password', 's@cret\n') })],
  ])('of a user are taken %s', async (_where, env) => {
    nats = await startTestNats({ configuration: users('{ user: ada, password: "s@cret" }') });
    const url = nats.url;
    expect(await roundTrip({ NATS_URL: url, ...(await env(nats.port)) })).toEqual({ questions: [] });
  });

  it.each([
    ['in the address', (port: number) => ({ NATS_URL: `nats://t0ken@127.0.0.1:${port}` })],
    ['in a variable', () => ({ NATS_TOKEN: 't0ken' })],
  ])('by a token are taken %s', async (_where, env) => {
    nats = await startTestNats({ configuration: 'authorization { token: t0ken }' });
    expect(await roundTrip({ NATS_URL: nats.url, ...env(nats.port) })).toEqual({ questions: [] });
  });

  it('by the seed of an nkey are taken from a file', async () => {
    const pair = nkeys.createUser();
    nats = await startTestNats({ configuration: users(`{ nkey: ${pair.getPublicKey()} }`) });
    const seedFile = await file('user.nk', `${new TextDecoder().decode(pair.getSeed())}\n`);
    expect(await roundTrip({ NATS_URL: nats.url, NATS_NKEY_FILE: seedFile })).toEqual({ questions: [] });
  });

  it('of a credentials file are taken, and proved by its seed', async () => {
    const { configuration, creds } = credentialsOfOperatorMode();
    nats = await startTestNats({ configuration });
    const credsFile = await file('user.creds', creds);
    expect(await roundTrip({ NATS_URL: nats.url, NATS_CREDS_FILE: credsFile })).toEqual({ questions: [] });
  });

  it('that are wrong are refused, and appear in no line of the log', async () => {
    nats = await startTestNats({ violations: true, configuration: users('{ user: ada, password: right }') });
    const log = await refusal({ NATS_URL: nats.url.replace('//', '//ada:wr0ng-s3cret@') });
    expect(log).toMatch(/Waiting for NATS at 127\.0\.0\.1:\d+ \(AuthorizationError/);
    expect(log).not.toContain('s3cret');
    expect((await nats.violations()).join()).not.toContain('s3cret');
  });

  it('in a file are read again at the next connection', async () => {
    const configuration = users('{ user: ada, password: new }');
    nats = await startTestNats({ violations: true, configuration });
    const passwordFile = await file('changing', 'old');
    const env = { NATS_URL: nats.url, NATS_USER: 'ada', NATS_PASSWORD_FILE: passwordFile };
    await refusal(env);
    await file('changing', 'new');
    expect(await app?.get(NatsConnectionManager).isUpWithin(10_000)).toBe(true);
  });
});
