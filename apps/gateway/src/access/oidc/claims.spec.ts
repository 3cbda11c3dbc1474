import { describe, expect, it } from '@jest/globals';
import { claimValues } from './claims.ts';

describe('claimValues', () => {
  it.each([
    ['a list', { roles: ['a', 'b'] }, 'roles', ['a', 'b']],
    ['a path, as Keycloak', { realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    [
      'a path through a name with dots',
      { resource_access: { 'my.client': { roles: ['a'] } } },
      'resource_access.my.client.roles',
      ['a'],
    ],
    ['a name that is an address', { 'https://example.org/roles': ['a'] }, 'https://example.org/roles', ['a']],
    [
      'an object with the values as keys',
      { 'urn:roles': { a: { '1': 'x' }, b: {} } },
      'urn:roles',
      ['a', 'b'],
    ],
    ['an empty list', { roles: [] }, 'roles', []],
    ['what is no text in a list', { roles: ['a', 7, null, { b: 1 }] }, 'roles', ['a']],
    ['a number', { roles: 7 }, 'roles', []],
  ])('reads %s', (_what, claims, path, values) => {
    expect(claimValues(claims, path)).toEqual(values);
  });

  it('reads one text as itself and as its parts', () => {
    expect(claimValues({ roles: 'warren viewers' }, 'roles')).toEqual([
      'warren viewers',
      'warren',
      'viewers',
    ]);
    expect(claimValues({ roles: 'a, b' }, 'roles')).toEqual(expect.arrayContaining(['a', 'b']));
    expect(claimValues({ roles: '' }, 'roles')).toEqual([]);
  });

  it.each([
    [{}, 'roles'],
    [{ roles: null }, 'roles'],
    [{ realm_access: 'x' }, 'realm_access.roles'],
    [{}, 'constructor'],
    [{}, '__proto__.constructor'],
    [{ roles: ['a'] }, 'roles.0.length'],
  ])('finds no claim in %j at %s', (claims, path) => {
    expect(claimValues(claims, path)).toBeUndefined();
  });
});
