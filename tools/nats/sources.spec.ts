import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { requests } from '@warren/contracts';
import { natsPermissions, natsServices } from '@warren/nats';
import type { NatsService } from '@warren/nats';

const root = join(import.meta.dirname, '../..');

/** Subjects that an app's sources name in calls and decorators of this kind. */
function subjectsIn(app: NatsService | 'cli', pattern: RegExp): string[] {
  const files = globSync(`apps/${app}/src/**/*.ts`, { cwd: root }).filter(
    (file) => !file.endsWith('.spec.ts'),
  );
  const found = files.flatMap((file) =>
    Array.from(readFileSync(join(root, file), 'utf8').matchAll(pattern), ([, subject = '']) => subject),
  );
  return [...new Set(found)].sort();
}

/** Requests that an app's sources send, also by the function of `messaging` that sends one. */
function askedIn(app: NatsService | 'cli'): string[] {
  const byFunction = subjectsIn(app, /\b(isConfirmedErasure)\(/g).map(() => 'members.confirm-erasure');
  return [...subjectsIn(app, /\b(?:ask|request)\(\s*(?:provider, )?'([a-z.-]+)'/g), ...byFunction].sort();
}

const requestsIn = (subjects: readonly string[]): string[] =>
  subjects.filter((subject) => Object.hasOwn(requests, subject)).sort();

const answered = /@Answers\('([a-z.-]+)'\)/g;
const consumed = /@Consumes\('([a-z.-]+)'/g;
const published = /outbox\.add\(\s*\w+,\s*'([a-z.-]+)'/g;

describe.each(natsServices)('what %s does in its sources, it may do', (service) => {
  const { publish, subscribe } = natsPermissions[service];

  it('requests, and nothing else', () => {
    expect(requestsIn(publish.allow)).toEqual(askedIn(service));
    expect(askedIn(service).length > 0).toBe(service !== 'member-profile');
  });

  it('answers, and nothing else', () => {
    const subjects = subjectsIn(service, answered).map((subject) => `${subject} ${service}`);
    expect(subscribe.filter((subject) => subject.endsWith(` ${service}`)).toSorted()).toEqual(subjects);
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

it('the commands request what their user may, and nothing else', () => {
  expect(requestsIn(natsPermissions.operator.publish.allow)).toEqual(askedIn('cli'));
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
