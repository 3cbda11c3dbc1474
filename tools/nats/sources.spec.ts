import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { natsPermissions, natsServices } from '@warren/nats';
import type { NatsService } from '@warren/nats';

const root = join(import.meta.dirname, '../..');

/** Subjects that a service's sources name in calls and decorators of this kind. */
function subjectsIn(service: NatsService, pattern: RegExp): string[] {
  const files = globSync(`apps/${service}/src/**/*.ts`, { cwd: root }).filter(
    (file) => !file.endsWith('.spec.ts'),
  );
  const found = files.flatMap((file) =>
    Array.from(readFileSync(join(root, file), 'utf8').matchAll(pattern), ([, subject = '']) => subject),
  );
  return [...new Set(found)].sort();
}

const asked = /\bask\(\s*'([a-z.-]+)'/g;
const answered = /@Answers\('([a-z.-]+)'\)/g;
const consumed = /@Consumes\('([a-z.-]+)'/g;
const published = /outbox\.add\(\s*\w+,\s*'([a-z.-]+)'/g;

describe.each(natsServices)('what %s does in its sources, it may do', (service) => {
  const { publish, subscribe } = natsPermissions[service];

  it('requests', () => {
    const subjects = subjectsIn(service, asked);
    expect(publish.allow).toEqual(expect.arrayContaining(subjects));
    expect(subjects.length > 0).toBe(service !== 'member-profile');
  });

  it('answers', () => {
    const subjects = subjectsIn(service, answered).map((subject) => `${subject} ${service}`);
    expect(subscribe).toEqual(expect.arrayContaining(subjects));
    expect(subjects.length > 0).toBe(service !== 'gateway');
  });

  it('events and jobs', () => {
    expect(publish.allow).toEqual(expect.arrayContaining(subjectsIn(service, published)));
    const durables = subjectsIn(service, consumed).map(
      (subject) => new RegExp(`^\\$JS\\.ACK\\.\\w+\\.${service}-${subject.replaceAll('.', '-')}\\.>$`),
    );
    for (const durable of durables) {
      expect(publish.allow).toContainEqual(expect.stringMatching(durable));
    }
  });
});

it('no service may delete or purge a stream, or publish what another one publishes', () => {
  for (const service of natsServices) {
    const { allow } = natsPermissions[service].publish;
    expect(
      allow.filter((subject) => /STREAM\.(DELETE|PURGE|SNAPSHOT|RESTORE)|^>$|^\$JS\.>$/.test(subject)),
    ).toEqual([]);
  }
  expect(natsPermissions['question-generator'].publish.allow).not.toContain('pattern.saved');
  expect(natsPermissions.gateway.publish.allow.filter((subject) => subject.includes('EVENTS'))).toEqual([]);
});
