import { describe, expect, it } from '@jest/globals';
import { AccessEnvironment, checkAccess } from './access-environment.ts';

const Environment = AccessEnvironment.superRefine(checkAccess);

/** Names of the variables that are at fault. */
function faults(env: Record<string, string>): string[] {
  return (Environment.safeParse(env).error?.issues ?? []).map(({ path }) => path.join('.'));
}

const oidc = {
  AUTH: 'oidc',
  PUBLIC_URL: 'https://warren.example.org',
  OIDC_ISSUER: 'https://login.example.org/realms/x',
  OIDC_CLIENT_ID: 'warren',
  OIDC_CLIENT_SECRET: 'secret',
};

describe('the variables of access', () => {
  it('may all be left out on this machine', () => {
    expect(faults({})).toEqual([]);
    expect(Environment.parse({}).AUTH).toBe('local');
  });

  it('name all that AUTH=oidc lacks', () => {
    expect(faults({ AUTH: 'oidc' })).toEqual([
      'PUBLIC_URL',
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
    ]);
    expect(faults(oidc)).toEqual([]);
  });

  it.each([
    ['OIDC_ISSUER', 'http://login.example.org'],
    ['OIDC_ISSUER', 'http://127.0.0.1.example.org'],
    ['OIDC_ISSUER', 'https://login.example.org/?realm=x'],
    ['OIDC_ISSUER', 'login.example.org'],
    ['PUBLIC_URL', 'http://warren.example.org'],
    ['PUBLIC_URL', 'https://warren.example.org/app'],
    ['PUBLIC_URL', 'https://somebody@warren.example.org'],
    ['OIDC_SCOPE', 'profile'],
    ['OIDC_ROLES', 'root=warren-admin'],
    ['SESSION_MAX_S', '2592001'],
  ])('cannot be %s=%s', (name, value) => {
    expect(faults({ ...oidc, [name]: value })).toEqual([name]);
  });

  it('may be http for this machine itself', () => {
    expect(
      faults({ ...oidc, OIDC_ISSUER: 'http://localhost:9000', PUBLIC_URL: 'http://127.0.0.1:8000/' }),
    ).toEqual([]);
  });

  it('name no proxy that would be everybody, nor none', () => {
    expect(faults({ AUTH: 'proxy' })).toEqual(['TRUSTED_PROXIES']);
    expect(faults({ AUTH: 'proxy', TRUSTED_PROXIES: '0.0.0.0/0' })).toEqual(['TRUSTED_PROXIES']);
    expect(faults({ AUTH: 'proxy', TRUSTED_PROXIES: '10.0.0.7' })).toEqual([]);
  });
});
