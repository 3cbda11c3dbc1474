import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { baseImageProblems, confinementProblems } from './confined.ts';

const root = join(import.meta.dirname, '../../..');
const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

describe('the check of docker-compose.yml', () => {
  it('finds nothing wrong with ours', () => {
    expect(confinementProblems(compose)).toEqual([]);
    expect(baseImageProblems(readFileSync(join(root, 'Dockerfile'), 'utf8'))).toEqual([]);
  });

  it.each([
    [/@sha256:[0-9a-f]+/, '', /service postgres: its image has no digest/],
    ['read_only: true', 'read_only: false', /service postgres: its files can be written/],
    ['cap_drop: [ALL]', 'cap_drop: [NET_RAW]', /service postgres: keeps capabilities/],
    ["security_opt: ['no-new-privileges:true']", 'security_opt: []', /can gain privileges/],
    ['networks: [database]', '', /service postgres: is in the network of all/],
    ['networks: [database]', 'networks: [database, edge]', /service postgres: is in the network edge/],
    [
      'networks: [database]',
      "networks: [database]\n    ports: ['5432:5432']",
      /service postgres: publishes a port/,
    ],
    [
      'POSTGRES_PASSWORD_FILE: /run/secrets/superuser-password',
      'POSTGRES_PASSWORD: warren',
      /POSTGRES_PASSWORD is a secret/,
    ],
    ['database: { internal: true }', 'database:', /network database must be internal/],
    [
      'networks: [messages, edge]\n    depends_on',
      'networks: [messages, database]\n    depends_on',
      /without the gateway/,
    ],
  ])('finds %s turned into %s', (from, to, problem) => {
    const changed = compose.replace(from, to);
    expect(changed).not.toBe(compose);
    expect(confinementProblems(changed).join('\n')).toMatch(problem);
  });

  it('finds a base image without digest', () => {
    expect(baseImageProblems('FROM node:24 AS a\nFROM a AS b\nFROM b\n')).toEqual([
      'Dockerfile: node:24 has no digest: IMAGE:TAG@sha256:…',
    ]);
  });
});

it('nats-server monitors itself where its health check asks, and no other container can', () => {
  const configuration = readFileSync(join(root, 'deploy/nats/closed.conf'), 'utf8');
  const listens = Array.from(configuration.matchAll(/^https?:.*$/gm), ([line]) => line);
  expect(listens).toEqual(['http: "127.0.0.1:8222"']);
  expect(compose).toContain("'http://127.0.0.1:8222/healthz'");
});
