import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { PermissionViolationError, connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import {
  events,
  jobs,
  requestAbandonedSubject,
  requests,
  runCancelRequestedSubject,
  runProgressSubject,
} from '@warren/contracts';
import { connectionOptions, inboxPrefixOf, natsServices, natsSettings, natsUsers } from '@warren/nats';
import type { NatsUser } from '@warren/nats';
import { cacheFolder, startNats } from '../src/index.ts';
import type { Nats } from '../src/index.ts';

const all = natsUsers;
const services: readonly NatsUser[] = natsServices;
/** Services with tables, which publish or consume what is on a stream. */
const withEvents = services.filter((service) => service !== 'gateway');
const nobody: readonly NatsUser[] = [];

/** Who answers a request, by its first word, and who else may ask it beside the gateway. */
function askers(subject: string): readonly NatsUser[] {
  if (subject.startsWith('erasures.')) {
    return ['operator'];
  }
  if (subject === 'members.confirm-erasure') {
    return ['pattern-finder', 'question-generator'];
  }
  if (subject === 'community.analyse') {
    return ['gateway', 'pattern-finder'];
  }
  if (subject.startsWith('community.')) {
    return ['community.network', 'community.demand'].includes(subject) ? ['gateway'] : ['pattern-finder'];
  }
  if (subject === 'themes.list') {
    return ['gateway', 'pattern-finder'];
  }
  if (['themes.define', 'themes.sample', 'themes.to-judge', 'themes.judge'].includes(subject)) {
    return ['pattern-finder'];
  }
  return subject === 'patterns.get' ? ['gateway', 'question-generator'] : ['gateway'];
}

function answerer(subject: string): NatsUser {
  if (/^(audit|community|erasures|members|themes)\./.test(subject)) {
    return 'member-profile';
  }
  return /^(patterns|introductions|runs)\./.test(subject) ? 'pattern-finder' : 'question-generator';
}

/** Who may reply into the inbox of a user: whoever answers one of its requests. */
function repliers(user: NatsUser): readonly NatsUser[] {
  return services.filter((service) =>
    Object.keys(requests).some((subject) => answerer(subject) === service && askers(subject).includes(user)),
  );
}

const durables: readonly (readonly [stream: string, name: string, subject: string, owner: NatsUser])[] = [
  ['JOBS', 'pattern-finder-jobs-discovery', 'jobs.discovery', 'pattern-finder'],
  ['EVENTS', 'question-generator-pattern-saved', 'pattern.saved', 'question-generator'],
  ['EVENTS', 'pattern-finder-members-changed', 'members.changed', 'pattern-finder'],
  ['EVENTS', 'question-generator-members-changed', 'members.changed', 'question-generator'],
];
const sources: Readonly<Record<keyof typeof events | keyof typeof jobs, NatsUser>> = {
  'pattern.saved': 'pattern-finder',
  'introduction.proposed': 'pattern-finder',
  'run.completed': 'pattern-finder',
  'members.changed': 'member-profile',
  'question.created': 'question-generator',
  'jobs.discovery': 'pattern-finder',
};

/** Who hears an event: not everybody, where it names members together. */
function listeners(subject: string): readonly NatsUser[] {
  return subject === 'introduction.proposed' ? ['consumer'] : ['consumer', 'subscriber'];
}

type Row = [subject: string, users: readonly NatsUser[]];

/** Who may publish a subject; everybody else is refused. */
const rows: Row[] = [
  ...Object.keys(requests).map((subject): Row => [subject, askers(subject)]),
  ...Object.entries(sources).map(([subject, source]): Row => [subject, [source, 'operator']]),
  ...all.map((user): Row => [`_INBOX.${user}.abc`, repliers(user)]),
  ['_INBOX.abc', nobody],
  [requestAbandonedSubject, services],
  [runProgressSubject(7), ['pattern-finder']],
  [runCancelRequestedSubject, ['pattern-finder']],
  ['$JS.API.INFO', all.filter((user) => user !== 'subscriber')],
  ['$JS.API.STREAM.NAMES', ['operator', 'consumer']],
  ...['JOBS', 'EVENTS'].flatMap((stream): Row[] => [
    [
      `$JS.API.STREAM.INFO.${stream}`,
      [...withEvents, 'streams', 'operator', ...(stream === 'EVENTS' ? (['consumer'] as const) : [])],
    ],
    [`$JS.API.STREAM.CREATE.${stream}`, ['streams']],
    [`$JS.API.STREAM.UPDATE.${stream}`, ['streams']],
    [`$JS.API.STREAM.DELETE.${stream}`, ['operator']],
    [`$JS.API.STREAM.PURGE.${stream}`, nobody],
    [`$JS.API.STREAM.MSG.GET.${stream}`, nobody],
    [`$JS.API.STREAM.MSG.DELETE.${stream}`, stream === 'EVENTS' ? withEvents : nobody],
    [`$JS.API.STREAM.SNAPSHOT.${stream}`, nobody],
    [`$JS.API.STREAM.RESTORE.${stream}`, nobody],
    [`$JS.API.CONSUMER.CREATE.${stream}`, nobody],
  ]),
  ...durables.flatMap(([stream, name, subject, owner]): Row[] => [
    [`$JS.API.CONSUMER.CREATE.${stream}.${name}.${subject}`, [owner]],
    [`$JS.API.CONSUMER.CREATE.${stream}.${name}`, nobody],
    [`$JS.API.CONSUMER.DURABLE.CREATE.${stream}.${name}`, nobody],
    [`$JS.API.CONSUMER.MSG.NEXT.${stream}.${name}`, [owner]],
    [`$JS.ACK.${stream}.${name}.1.1.1.1.1`, [owner]],
    // A service may end the readings of its own events that it has begun, and by that its own durable consumer.
    [`$JS.API.CONSUMER.DELETE.${stream}.${name}`, stream === 'EVENTS' ? [owner] : nobody],
  ]),
  ...Object.entries(sources)
    .filter(([subject]) => subject !== 'jobs.discovery')
    .map(([subject, source]): Row => [
      `$JS.API.CONSUMER.CREATE.EVENTS.one-reading.${subject}`,
      [source, 'consumer'],
    ]),
  ['$JS.API.CONSUMER.DURABLE.CREATE.EVENTS.newsletter', ['consumer']],
  ['$JS.ACK.EVENTS.newsletter.1.1.1.1.1', ['consumer']],
  ['$JS.API.CONSUMER.MSG.NEXT.JOBS.newsletter', nobody],
  ['$JS.API.STREAM.CREATE.OTHER', nobody],
  ['$JS.API.STREAM.INFO.KV_sessions', ['gateway', 'operator']],
  ['$JS.API.STREAM.CREATE.KV_sessions', ['gateway']],
  ['$KV.sessions.abc', ['gateway']],
  ['$JS.API.STREAM.DELETE.KV_sessions', ['operator']],
  ['$JS.API.STREAM.PURGE.KV_sessions', nobody],
  ['$SYS.REQ.SERVER.PING', nobody],
  ['anything.else', nobody],
];
const publishers = Object.fromEntries(rows);

/** Who may subscribe to a subject, in a queue group where there is one. */
const subscribers: readonly (readonly [
  subject: string,
  queue: string | undefined,
  users: readonly NatsUser[],
])[] = [
  ...Object.keys(requests).flatMap((subject) => [
    [subject, answerer(subject), [answerer(subject)]] as const,
    // Without its queue group, a replica would answer what another answers too.
    [subject, undefined, nobody] as const,
    [subject, 'others', nobody] as const,
  ]),
  ...Object.keys(events).map((subject) => [subject, undefined, listeners(subject)] as const),
  ...Object.keys(events).map((subject) => [subject, 'newsletter', listeners(subject)] as const),
  ['jobs.discovery', undefined, nobody],
  [runProgressSubject('*'), undefined, ['gateway', 'consumer', 'subscriber']],
  [runCancelRequestedSubject, undefined, ['pattern-finder']],
  [requestAbandonedSubject, undefined, services],
  ...all.map((user) => [`_INBOX.${user}.>`, undefined, user === 'subscriber' ? nobody : [user]] as const),
  ['_INBOX.>', undefined, nobody],
  ['$JS.>', undefined, nobody],
  ['$KV.sessions.>', undefined, nobody],
  ['members.*', undefined, nobody],
  ['>', undefined, nobody],
];

let nats: Nats;

beforeAll(async () => {
  nats = await startNats({ cacheDir: cacheFolder });
});

afterAll(async () => {
  await nats.stop();
});

async function connectAs(user: NatsUser): Promise<NatsConnection> {
  const settings = natsSettings({ NATS_URL: [user === 'subscriber' ? nats.url : nats.urlOf(user)] });
  return connect(connectionOptions(settings));
}

describe('a user of the server', () => {
  it.each(all)('%s publishes what the contracts say, and nothing else', async (user) => {
    const connection = await connectAs(user);
    const refused = new Set<string>();
    const reading = (async () => {
      for await (const status of connection.status()) {
        if (status.type === 'error' && status.error instanceof PermissionViolationError) {
          refused.add(status.error.subject);
        }
      }
    })();
    for (const subject of Object.keys(publishers)) {
      connection.publish(subject);
    }
    await connection.flush();
    await connection.close();
    await reading;
    const expected = Object.keys(publishers).filter(
      (subject) => publishers[subject]?.includes(user) !== true,
    );
    expect([...refused].sort()).toEqual(expected.sort());
  });

  it.each(all)('%s subscribes to what the contracts say, and nothing else', async (user) => {
    const connection = await connectAs(user);
    const refused: string[] = [];
    for (const [subject, queue] of subscribers) {
      connection.subscribe(subject, {
        ...(queue !== undefined && { queue }),
        callback: (error) => {
          if (error !== null) {
            refused.push(`${subject} ${queue ?? ''}`);
          }
        },
      });
    }
    await connection.flush();
    await connection.close();
    const expected = subscribers
      .filter(([, , users]) => !users.includes(user))
      .map(([subject, queue]) => `${subject} ${queue ?? ''}`);
    expect(refused.sort()).toEqual(expected.sort());
  });

  it('operator deletes the bucket of sessions, which logs everybody out', async () => {
    const gateway = await connect({
      ...connectionOptions(natsSettings({ NATS_URL: [nats.urlOf('gateway')] })),
      inboxPrefix: inboxPrefixOf('gateway'),
    });
    const operator = await connect({
      ...connectionOptions(natsSettings({ NATS_URL: [nats.urlOf('operator')] })),
      inboxPrefix: inboxPrefixOf('operator'),
    });
    try {
      const sessions = await new Kvm(gateway).create('sessions');
      await sessions.put('abc', 'ada');
      const { streams } = await jetstreamManager(operator);
      expect((await streams.info('KV_sessions')).state.messages).toBe(1);
      await streams.delete('KV_sessions');
      expect(await (await new Kvm(gateway).create('sessions')).get('abc')).toBeNull();
    } finally {
      await Promise.all([gateway.close(), operator.close()]);
    }
  });

  it('is refused with a wrong password, and the log of the server says who was refused, not with what', async () => {
    const wrong = natsSettings({
      NATS_URL: [nats.urlOf('gateway').replace(/:w[0-9a-f]+@/, ':wrong-s3cret@')],
    });
    await expect(connect({ ...connectionOptions(wrong), reconnect: false })).rejects.toThrow(
      /Authorization/i,
    );
    const violations = (await nats.violations()).join('\n');
    expect(violations).toContain('User "gateway"');
    expect(violations).not.toContain('s3cret');
  });
});
