import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { natsUsers } from '@warren/nats';
import { databaseServices, roleOf } from '@warren/servers';

const parent = mkdtempSync(join(tmpdir(), 'warren-secrets-'));
const folder = join(parent, 'secrets');
const make = (env: NodeJS.ProcessEnv = {}): void =>
  void execFileSync('sh', [join(import.meta.dirname, 'secrets.sh'), folder], {
    env: { PATH: process.env['PATH'], ...env },
  });
const read = (name: string): string => readFileSync(join(folder, name), 'utf8').trimEnd();
const all = (): string[] => readdirSync(folder).map((name) => `${name} ${read(name)}`);

afterAll(() => rmSync(parent, { recursive: true }));

it('makes every secret that compose names once, each of its own, for the role of its service', () => {
  make();
  const Compose = z.object({ secrets: z.record(z.string(), z.object({ file: z.string() })) });
  const { secrets } = Compose.parse(
    parse(readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8'), { merge: true }),
  );
  const files = Object.values(secrets).map(({ file }) => file);
  const made = files.filter((file) => file.startsWith('.warren/secrets/'));
  expect(readdirSync(folder).toSorted()).toEqual(
    made.map((file) => file.replace('.warren/secrets/', '')).toSorted(),
  );
  const passwords = databaseServices.map((service) => {
    const { username, password, host, pathname } = new URL(read(`${service}-database-url`));
    expect([username, host, pathname]).toEqual([roleOf(service), 'postgres:5432', '/warren']);
    return password;
  });
  passwords.push(read('superuser-password'), ...natsUsers.map((user) => read(`nats-${user}-password`)));
  expect(new Set(passwords).size).toBe(4 + natsUsers.length);
  expect(passwords.filter((password) => !/^[A-Za-z0-9]{32,33}$/.test(password))).toEqual([]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const before = all();
  make({ POSTGRES_PASSWORD: 'other' });
  expect(all()).toEqual(before);
});

it('takes the password that an older volume was made with', () => {
  rmSync(folder, { recursive: true });
  make({ POSTGRES_PASSWORD: 'warren' });
  expect(read('superuser-password')).toBe('warren');
});

it('makes a password for each user that the configuration of nats-server names', () => {
  const users = readFileSync(join(import.meta.dirname, '../../deploy/nats/users.conf'), 'utf8');
  const named = Array.from(users.matchAll(/\$NATS_([A-Z_]+)_PASSWORD/g), ([, user = '']) => user);
  const made = readdirSync(folder).flatMap((name) => /^nats-(.+)-password$/.exec(name)?.[1] ?? []);
  expect(made.map((user) => user.toUpperCase().replaceAll('-', '_')).toSorted()).toEqual(named.toSorted());
});
