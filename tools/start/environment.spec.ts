import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { configsOfApps, variablesOf } from '../environment/configs.ts';
import type { Config } from '../environment/configs.ts';
import { environmentOf, setByStart } from '../environment/forwarded-variables.ts';
import { sharedEnvironment, validateStart } from './system.ts';

/** Values other than the defaults, for variables that reject the text `7`. */
const values: Record<string, string> = {
  LOG_LEVEL: 'debug',
  LOG_FORMAT: 'json',
  FALSE_DISCOVERY_RATE: '0.1',
  ANALYST: 'statistical',
  ANTHROPIC_BASE_URL: 'http://127.0.0.1:9/',
  MODEL_PRICES: '{"other":{"input":1,"output":2,"cache_read":0,"cache_write":1}}',
  VOCABULARY_FILE: '/words.csv',
  ERASURE_DIR: '/erasures',
  UPLOAD_DIR: '/uploads',
  PUBLIC_URL: 'https://warren.example.org',
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_SCOPE: 'openid groups',
  OIDC_ROLES: 'viewer=staff',
  TRUSTED_PROXIES: '10.0.0.7',
};
const stores = { databaseUrl: 'postgresql://127.0.0.1/theirs', natsUrl: 'nats://127.0.0.1:7' };

let configs: Map<string, Config>;

beforeAll(async () => {
  configs = await configsOfApps();
});

it('forwards every variable that any service reads, except those that it sets itself', () => {
  const names = [...variablesOf(configs).keys()];
  expect(names).toEqual(
    expect.arrayContaining([
      'ANALYSIS_TIMEOUT_S',
      'ANALYSIS_QUEUE',
      'ANALYSIS_MEMORY_MB',
      'DATABASE_IDLE_TIMEOUT_MS',
    ]),
  );
  const set = Object.fromEntries(
    names.map((name) => [name, values[name] ?? (name.endsWith('_FILE') ? '/file' : '70000')]),
  );
  const own = new Set<string>(setByStart);
  const passed = Object.entries(set).filter(([name]) => !own.has(name));
  expect(sharedEnvironment(configs, stores, { ...set, UNKNOWN_TO_ALL: '1' })).toEqual({
    ...Object.fromEntries(passed),
    DATABASE_URL: stores.databaseUrl,
    NATS_URL: stores.natsUrl,
  });
});

it('gives a service what it reads itself, and nothing else', () => {
  const shared = sharedEnvironment(configs, stores, {
    ANTHROPIC_API_KEY: 'the key',
    OIDC_CLIENT_SECRET: 'the secret',
    LOGIN_TOKEN: 'the token',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'debug',
  });
  const secrets = /KEY|SECRET|TOKEN|DATABASE_URL|HOST/;
  const given = Array.from(configs, ([app, config]) => [
    app,
    Object.keys(environmentOf(app, config, shared))
      .filter((name) => secrets.test(name))
      .sort(),
  ]);
  expect(Object.fromEntries(given)).toEqual({
    gateway: ['HOST', 'LOGIN_TOKEN', 'OIDC_CLIENT_SECRET'],
    'member-profile': ['DATABASE_URL'],
    'pattern-finder': ['ANTHROPIC_API_KEY', 'DATABASE_URL'],
    'question-generator': ['DATABASE_URL'],
  });
  expect(Array.from(configs, ([app, config]) => environmentOf(app, config, shared)['LOG_LEVEL'])).toEqual(
    Array.from(configs, () => 'debug'),
  );
});

it("forwards who connects to NATS only where the server is the operator's", () => {
  const set = { NATS_USER: 'ada', NATS_PASSWORD: 's3cret' };
  expect(sharedEnvironment(configs, stores, { ...set, NATS_URL: 'tls://h' })).toMatchObject(set);
  expect(sharedEnvironment(configs, stores, set)).not.toHaveProperty('NATS_USER');
  const contradictory = { ...set, NATS_URL: 'nats://ada:s3cret@h' };
  expect(() => validateStart(configs, contradictory)).toThrow(
    /^NATS_URL and NATS_USER: each says who connects/,
  );
  expect(() => validateStart(configs, { NATS_URL: 'nats://ada:s3/cret@h' })).toThrow(
    /^(?![^]*s3)[^]*NATS_URL/,
  );
});

it('names the community that it opened to every service, whatever the environment says', () => {
  const set = { COMMUNITY_NAME: 'Another', COMMUNITY_SAMPLE: 'false' };
  const community = { name: 'Brindlewick (made-up sample)', sample: true };
  expect(sharedEnvironment(configs, { ...stores, community }, set)).toMatchObject({
    COMMUNITY_NAME: community.name,
    COMMUNITY_SAMPLE: 'true',
  });
  expect(sharedEnvironment(configs, stores, set)).toMatchObject(set);
});

it('resolves files against its own working directory, since services have another', () => {
  const passed = sharedEnvironment(configs, stores, { VOCABULARY_FILE: 'words.csv' });
  expect(passed['VOCABULARY_FILE']).toBe(join(process.cwd(), 'words.csv'));
});

it('names every invalid variable and its readers before anything is started', () => {
  const invalid = { ANALYSIS_TIMEOUT_S: 'soon', DATABASE_IDLE_TIMEOUT_MS: '5', MAX_COST: '-1' };
  for (const message of [
    /ANALYSIS_TIMEOUT_S: .*\(read by member-profile\)/,
    /DATABASE_IDLE_TIMEOUT_MS: .*\(read by member-profile, pattern-finder, question-generator\)/,
    /MAX_COST: .*\(read by pattern-finder\)/,
  ]) {
    expect(() => validateStart(configs, invalid)).toThrow(message);
  }
  const everywhere = { HOST: '0.0.0.0' };
  expect(() => validateStart(configs, everywhere)).toThrow(/HOST: .*leave HOST out.*\(read by gateway\)$/);
  expect(() => validateStart(configs, { DATABASE_URL: 'mysql://127.0.0.1/x' })).toThrow(/DATABASE_URL: /);
  expect(() => validateStart(configs, { ANALYST: 'claude' })).toThrow(/claude needs ANTHROPIC_API_KEY/);
  const proxy = { AUTH: 'proxy', TRUSTED_PROXIES: '10.0.0.7' };
  expect(() => validateStart(configs, proxy)).toThrow(/AUTH=proxy: npm start .* docker compose/);
  expect(() => validateStart(configs, { LOG_LEVEL: '', AUTH: '', ANALYSIS_QUEUE: '3' })).not.toThrow();
});
