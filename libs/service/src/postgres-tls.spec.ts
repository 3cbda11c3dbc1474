import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { postgresConnection, tlsProblems } from './postgres-tls.ts';

const folder = mkdtempSync(join(tmpdir(), 'warren-tls-'));
const [ca, cert, key] = ['ca', 'cert', 'key'].map((name) => {
  const path = join(folder, `${name}.pem`);
  writeFileSync(path, `content of ${name}`);
  return path;
}) as [string, string, string];
const base = 'postgresql://warren:secret@db.example:5432/warren';

afterAll(() => rmSync(folder, { recursive: true }));

describe('what a PostgreSQL URL asks of TLS', () => {
  it.each([
    ['', undefined],
    ['?sslmode=disable', false],
    ['?sslmode=require', { rejectUnauthorized: false, anyName: true }],
    [`?sslmode=require&sslrootcert=${ca}`, { ca: 'content of ca', rejectUnauthorized: true, anyName: true }],
    [
      `?sslmode=verify-ca&sslrootcert=${ca}`,
      { ca: 'content of ca', rejectUnauthorized: true, anyName: true },
    ],
    ['?sslmode=verify-full', { rejectUnauthorized: true, anyName: false }],
    ['?sslmode=verify-full&sslrootcert=system', { rejectUnauthorized: true, anyName: false }],
    [
      `?sslmode=verify-full&sslrootcert=${ca}&sslcert=${cert}&sslkey=${key}`,
      {
        ca: 'content of ca',
        cert: 'content of cert',
        key: 'content of key',
        rejectUnauthorized: true,
        anyName: false,
      },
    ],
  ])('is honoured: %s', (query, expected) => {
    const { url, ssl } = postgresConnection(`${base}${query}`);
    expect(url).toBe(base);
    if (ssl === undefined || ssl === false) {
      expect(ssl).toBe(expected);
      return;
    }
    const { checkServerIdentity, host, ...options } = ssl;
    expect(host).toBe('db.example');
    expect({ ...options, anyName: checkServerIdentity !== undefined }).toEqual(expected);
  });

  it.each([
    ['?sslmode=prefer', /sslmode=prefer falls back .*set disable, require, verify-ca or verify-full/],
    ['?sslmode=allow', /sslmode=allow falls back/],
    ['?sslmode=verify_full', /is none of disable, require, verify-ca, verify-full/],
    ['?sslmode=Verify-Full', /is none of/],
    ['?sslmode=', /is none of/],
    ['?sslmode=no-verify', /is none of/],
    ['?sslmode=disable&sslmode=verify-full', /sslmode is given more than once/],
    ['?SSLMODE=verify-full', /SSLMODE is not supported/],
    ['?ssl=true', /ssl is not supported: remove it, and set sslmode/],
    ['?requiressl=1', /requiressl is not supported/],
    ['?sslmode=verify-full&sslcrl=/crl.pem', /sslcrl is not supported/],
    ['?sslmode=verify-full&ssl_min_protocol_version=TLSv1.3', /ssl_min_protocol_version is not supported/],
    ['?sslmode=verify-full&sslnegotiation=direct', /sslnegotiation is not supported/],
    ['?gssencmode=require', /gssencmode is not supported/],
    ['?sslmode=require&channel_binding=require', /channel_binding=require is not supported/],
    ['?sslmode=verify-ca', /verify-ca needs the file of an authority/],
    ['?sslmode=verify-ca&sslrootcert=system', /sslrootcert=system needs sslmode=verify-full/],
    ['?sslrootcert=/ca.pem', /sslrootcert has no effect without an sslmode/],
    ['?sslmode=disable&sslrootcert=/ca.pem', /sslrootcert has no effect/],
    ['?sslmode=verify-full&sslrootcert=ca.pem', /sslrootcert must be an absolute path/],
    ['?sslmode=verify-full&sslcert=/cert.pem', /sslcert and sslkey belong together/],
  ])('is refused, with what to do and without the password: %s', (query, problem) => {
    const problems = tlsProblems(`${base}${query}`).join('\n');
    expect(problems).toMatch(problem);
    expect(problems).not.toContain('secret');
    expect(() => postgresConnection(`${base}${query}`)).toThrow(problem);
  });

  it('keeps other parameters, and names a file that cannot be read', () => {
    expect(postgresConnection(`${base}?schema=x&sslmode=require`).url).toBe(`${base}?schema=x`);
    const missing = join(folder, 'missing.pem');
    expect(() => postgresConnection(`${base}?sslmode=verify-full&sslrootcert=${missing}`)).toThrow(
      /missing\.pem, its sslrootcert, cannot be read \(ENOENT\)/,
    );
  });
});
