import {
  events,
  jobs,
  requestAbandonedSubject,
  runCancelRequestedSubject,
  runProgressSubject,
  streams,
} from '@warren/contracts';
import { inboxPrefixOf } from '../settings/connection-options.ts';
import {
  accountInfo,
  durables,
  foreignDurable,
  outsideConsumers,
  ownBucket,
  ownDurable,
  ownSweep,
  streamOfBucket,
  streamSubject,
} from './jetstream.ts';
import { answeredBy, askedBy, askersOf, eventsForUsers, natsServices, publishedBy } from './message-flow.ts';
import type { NatsService } from './message-flow.ts';

/** Users of the NATS server: one a service, the owner of the streams, and people and programs outside. */
export const natsUsers = [
  ...natsServices,
  /** creates and changes the streams, and does nothing else */
  'streams',
  /** the person at the command line: replays, starts over, logs everybody out */
  'operator',
  /** programs outside that read events with durable consumers */
  'consumer',
  /** whoever names no user: listens to events, publishes nothing */
  'subscriber',
] as const;
export type NatsUser = (typeof natsUsers)[number];

/**
 * Subjects that a user may publish and subscribe; what is in neither list is refused, and `deny` is stronger. A
 * subscription with a second word is allowed in that queue group alone.
 */
export interface Permissions {
  readonly publish: { readonly allow: readonly string[]; readonly deny: readonly string[] };
  readonly subscribe: readonly string[];
}

/** Key-value buckets of services, which have no table for what they keep in them. */
const buckets: Partial<Record<NatsService, readonly string[]>> = { gateway: ['sessions'] };

const eventStream = 'EVENTS';
const eventSubjects = Object.keys(events);
const eventsForEverybody = eventSubjects.filter(
  (subject) => !eventsForUsers.some((kept) => kept === subject),
);
const everythingPublished: Permissions['publish'] = { allow: [], deny: ['>'] };
const inboxOf = (user: string): string => `${inboxPrefixOf(user)}.>`;

/** Permissions of each user, by the contracts. */
export const natsPermissions: Readonly<Record<NatsUser, Permissions>> = {
  'member-profile': ofService('member-profile'),
  'pattern-finder': ofService('pattern-finder', {
    publish: [runProgressSubject('*'), runCancelRequestedSubject],
    subscribe: [runCancelRequestedSubject],
  }),
  'question-generator': ofService('question-generator'),
  gateway: ofService('gateway', { publish: [], subscribe: [runProgressSubject('*')] }),
  streams: {
    publish: {
      allow: [
        accountInfo,
        ...streams.flatMap(({ name }) =>
          ['INFO', 'CREATE', 'UPDATE'].map((operation) => streamSubject(operation, name)),
        ),
      ],
      deny: [],
    },
    subscribe: [inboxOf('streams')],
  },
  operator: {
    publish: {
      allow: [
        ...askedBy('operator'),
        ...eventSubjects,
        ...Object.keys(jobs),
        accountInfo,
        '$JS.API.STREAM.NAMES',
        ...[...streams.map(({ name }) => name), ...Object.values(buckets).flat().map(streamOfBucket)].flatMap(
          (name) => ['INFO', 'DELETE'].map((operation) => streamSubject(operation, name)),
        ),
      ],
      deny: [],
    },
    subscribe: [inboxOf('operator')],
  },
  consumer: {
    publish: {
      allow: [accountInfo, ...outsideConsumers(eventStream)],
      deny: durables.filter(({ stream }) => stream === eventStream).flatMap(foreignDurable),
    },
    subscribe: [inboxOf('consumer'), ...eventSubjects, runProgressSubject('*')],
  },
  subscriber: {
    publish: everythingPublished,
    subscribe: [...eventsForEverybody, runProgressSubject('*')],
  },
};

function ofService(
  service: NatsService,
  more: { publish: readonly string[]; subscribe: readonly string[] } = { publish: [], subscribe: [] },
): Permissions {
  const published = publishedBy(service);
  const publishedEvents = published.filter((subject) => Object.hasOwn(events, subject));
  const own = durables.filter((durable) => durable.service === service);
  const usesStreams = published.length > 0 || own.length > 0;
  const kept = buckets[service] ?? [];
  const others = durables.filter((durable) => durable.service !== service && durable.stream === eventStream);
  return {
    publish: {
      allow: [
        ...askedBy(service),
        // Replies: an inbox ends in 22 random characters, which only its user and who was asked know.
        ...askersOf(service).map(inboxOf),
        requestAbandonedSubject,
        ...more.publish,
        ...published,
        ...(usesStreams || kept.length > 0 ? [accountInfo] : []),
        ...(usesStreams ? streams.map(({ name }) => streamSubject('INFO', name)) : []),
        ...own.flatMap(ownDurable),
        ...(publishedEvents.length > 0 ? ownSweep(eventStream, publishedEvents) : []),
        ...kept.flatMap(ownBucket),
      ],
      deny: publishedEvents.length > 0 ? others.flatMap(foreignDurable) : [],
    },
    subscribe: [
      inboxOf(service),
      ...answeredBy(service).map((subject) => `${subject} ${service}`),
      requestAbandonedSubject,
      ...more.subscribe,
    ],
  };
}
