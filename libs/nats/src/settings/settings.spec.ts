import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NatsEnvironment, StreamsEnvironment } from './environment.ts';
import { natsProblems } from './problems.ts';
import { withoutCredentials } from './redact.ts';
import { natsSettings, streamsSettings } from './settings.ts';

const parse = (env: Record<string, string>) => NatsEnvironment.extend(StreamsEnvironment.shape).parse(env);
const settings = (env: Record<string, string>) => natsSettings(parse(env));

describe('addresses', () => {
  it.each([
    ['nats://a:4222', ['a:4222']],
    ['nats://a', ['a:4222']],
    ['a:4333', ['a:4333']],
    ['nats://a:1, nats://b:2', ['a:1', 'b:2']],
    ['a:1,b:2', ['a:1', 'b:2']],
    ['nats://[::1]:4333', ['[::1]:4333']],
    ['nats://user:1234@host:4333', ['host:4333']],
    ['nats://user:secret@nats:4222', ['nats:4222']],
    ['nats://user:a,b@host:1,nats://user:a,b@other:2', ['host:1', 'other:2']],
  ])('of %s have no credentials', (url, servers) => {
    expect(settings({ NATS_URL: url }).servers).toEqual(servers);
  });

  it.each(['http://a:1', 'nats://', 'not a url', 'nats://u:p/x@h:1'])('%s is refused', (url) => {
    const parsed = NatsEnvironment.safeParse({ NATS_URL: url });
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).not.toContain('p/x');
  });
});

describe('credentials', () => {
  it.each([
    ['none', {}, undefined],
    ['of the address', { NATS_URL: 'nats://ada:s%40t@h' }, { kind: 'user', user: 'ada', password: 's@t' }],
    ['token in the address', { NATS_URL: 'nats://s3cret@h' }, { kind: 'token', token: 's3cret' }],
    ['user', { NATS_USER: 'ada', NATS_PASSWORD: 'pw' }, { kind: 'user', user: 'ada', password: 'pw' }],
    [
      'user with a file',
      { NATS_USER: 'ada', NATS_PASSWORD_FILE: '/pw' },
      { kind: 'user-with-file', user: 'ada', file: '/pw' },
    ],
    ['token', { NATS_TOKEN: 't' }, { kind: 'token', token: 't' }],
    ['credentials file', { NATS_CREDS_FILE: '/a.creds' }, { kind: 'creds', file: '/a.creds' }],
    ['nkey', { NATS_NKEY_FILE: '/a.nk' }, { kind: 'nkey', file: '/a.nk' }],
  ])('%s', (_what, env, credentials) => {
    expect(settings(env).credentials).toEqual(credentials);
  });

  it.each([
    [{ NATS_URL: 'nats://a:b@h', NATS_USER: 'a', NATS_PASSWORD: 'b' }, 'NATS_URL and NATS_USER'],
    [{ NATS_CREDS_FILE: '/c', NATS_NKEY_FILE: '/n' }, 'NATS_CREDS_FILE and NATS_NKEY_FILE'],
    [{ NATS_URL: 'nats://a:b@h,nats://a:c@g' }, 'NATS_URL: the servers have different credentials'],
    [{ NATS_USER: 'a' }, 'NATS_PASSWORD: NATS_USER is set without it'],
    [{ NATS_PASSWORD: 'secret' }, 'NATS_USER: there is a password'],
    [
      { NATS_USER: 'a', NATS_PASSWORD: 'secret', NATS_PASSWORD_FILE: '/f' },
      'NATS_PASSWORD and NATS_PASSWORD_FILE',
    ],
    [{ NATS_STREAMS_USER: 'a' }, 'NATS_STREAMS_PASSWORD'],
    [{ NATS_URL: 'nats://ada:secret%off@h:4222' }, 'NATS_URL: a % in a user or password is written %25'],
    [{ NATS_TLS: 'false', NATS_URL: 'tls://h' }, 'NATS_TLS: is false'],
    [{ NATS_CERT_FILE: '/c' }, 'NATS_CERT_FILE and NATS_KEY_FILE'],
    [
      { NATS_CREDS_FILE: '/there/is/none' },
      '/there/is/none, which a variable of NATS names, cannot be read (ENOENT)',
    ],
    [{ NATS_CA_FILE: '/there/is/none' }, 'cannot be read'],
    [{ NATS_NKEY_FILE: import.meta.filename }, 'has no seed of an nkey'],
  ])('%j is a problem, told without a password', (env, problem) => {
    const problems = natsProblems(parse(env)).join('\n');
    expect(problems).toContain(problem);
    expect(problems).not.toContain('secret');
  });

  it('of the streams are those of another user on the same servers', () => {
    const parsed = parse({
      NATS_URL: 'tls://gateway:one@h',
      NATS_STREAMS_USER: 'streams',
      NATS_STREAMS_PASSWORD: 'two',
    });
    expect(streamsSettings(parsed)).toEqual({
      servers: ['h:4222'],
      credentials: { kind: 'user', user: 'streams', password: 'two' },
      tls: {},
    });
    expect(streamsSettings(parse({}))).toBeUndefined();
  });
});

describe('TLS', () => {
  it.each([
    [{ NATS_URL: 'tls://h' }, true],
    [{ NATS_TLS: 'true' }, true],
    [{ NATS_CA_FILE: '/ca.pem' }, true],
    [{ NATS_TLS: 'false' }, false],
    [{}, false],
  ])('%j', (env, wanted) => {
    expect(settings(env).tls !== undefined).toBe(wanted);
  });
});

describe('withoutCredentials', () => {
  it.each([
    ['NATS at nats://a:b@h:4222 (x)', 'NATS at nats://h:4222 (x)'],
    ['nats://a:1,nats://t@h:2', 'nats://a:1,nats://h:2'],
    ['nats://a:b@c@h', 'nats://h'],
    ['nats://a:b/c#d@h', 'nats://h'],
    ['mail ada@example.org', 'mail ada@example.org'],
  ])('%s', (text, expected) => {
    expect(withoutCredentials(text)).toBe(expected);
  });

  it('leaves no password in any address', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{4,20}$/), fc.stringMatching(/^[a-z]{3,9}$/), (password, host) => {
        fc.pre(!/["'<>]|:\/\//.test(password));
        expect(withoutCredentials(`(nats://user:pw${password}@${host}:4222)`)).toBe(`(nats://${host}:4222)`);
      }),
    );
  });
});
