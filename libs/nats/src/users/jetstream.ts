import { durableOf, streams } from '@warren/contracts';
import { consumersOf } from './message-flow.ts';
import type { NatsService } from './message-flow.ts';

const api = '$JS.API';

/** Account limits: the client asks for them before it manages anything. */
export const accountInfo = `${api}.INFO`;

/** Subject of an operation on a stream, e.g. `CREATE`. */
export const streamSubject = (operation: string, stream: string): string =>
  `${api}.STREAM.${operation}.${stream}`;

/** Durable consumer of one of our services. */
export interface Durable {
  readonly service: NatsService;
  readonly stream: string;
  readonly subject: string;
  readonly name: string;
}

/** Durable consumers of our services. */
export const durables: readonly Durable[] = streams.flatMap(({ name: stream, subjects }) =>
  subjects.flatMap((subject) =>
    (Object.entries(consumersOf).find(([known]) => known === subject)?.[1] ?? []).map((service) => ({
      service,
      stream,
      subject,
      name: durableOf(service, subject),
    })),
  ),
);

/** What a service publishes to keep and read its own durable consumer, and to settle messages. */
export const ownDurable = ({ stream, name, subject }: Durable): string[] => [
  `${api}.CONSUMER.CREATE.${stream}.${name}.${subject}`,
  `${api}.CONSUMER.INFO.${stream}.${name}`,
  `${api}.CONSUMER.MSG.NEXT.${stream}.${name}`,
  `$JS.ACK.${stream}.${name}.>`,
];

/** Every way to read, change, settle for or delete a consumer that belongs to another. */
export const foreignDurable = ({ stream, name }: Durable): string[] => [
  `${api}.CONSUMER.CREATE.${stream}.${name}`,
  `${api}.CONSUMER.CREATE.${stream}.${name}.>`,
  `${api}.CONSUMER.DURABLE.CREATE.${stream}.${name}`,
  `${api}.CONSUMER.MSG.NEXT.${stream}.${name}`,
  `${api}.CONSUMER.DELETE.${stream}.${name}`,
  `$JS.ACK.${stream}.${name}.>`,
];

/** What a service publishes to read its own events once, through consumers that end by themselves, and delete from them. */
export const ownSweep = (stream: string, subjects: readonly string[]): string[] => [
  ...subjects.map((subject) => `${api}.CONSUMER.CREATE.${stream}.*.${subject}`),
  `${api}.CONSUMER.INFO.${stream}.*`,
  `${api}.CONSUMER.MSG.NEXT.${stream}.*`,
  `${api}.CONSUMER.DELETE.${stream}.*`,
  `${api}.CONSUMER.LIST.${stream}`,
  streamSubject('MSG.DELETE', stream),
];

/** What a program outside publishes to read a stream with durable consumers of its own. */
export const outsideConsumers = (stream: string): string[] => [
  `${api}.STREAM.NAMES`,
  `${api}.STREAM.LIST`,
  streamSubject('INFO', stream),
  `${api}.CONSUMER.NAMES.${stream}`,
  `${api}.CONSUMER.LIST.${stream}`,
  `${api}.CONSUMER.CREATE.${stream}.>`,
  `${api}.CONSUMER.DURABLE.CREATE.${stream}.*`,
  `${api}.CONSUMER.INFO.${stream}.*`,
  `${api}.CONSUMER.MSG.NEXT.${stream}.*`,
  `${api}.CONSUMER.DELETE.${stream}.*`,
  `$JS.ACK.${stream}.>`,
];

/** Stream in which a key-value bucket is kept. */
export const streamOfBucket = (bucket: string): string => `KV_${bucket}`;

/** What the owner of a key-value bucket publishes to make it, and to read, write and watch its keys. */
export function ownBucket(bucket: string): string[] {
  const stream = streamOfBucket(bucket);
  return [
    streamSubject('INFO', stream),
    streamSubject('CREATE', stream),
    streamSubject('UPDATE', stream),
    streamSubject('MSG.GET', stream),
    `${api}.DIRECT.GET.${stream}`,
    `${api}.DIRECT.GET.${stream}.>`,
    `${api}.CONSUMER.CREATE.${stream}.>`,
    `${api}.CONSUMER.INFO.${stream}.*`,
    `${api}.CONSUMER.MSG.NEXT.${stream}.*`,
    `${api}.CONSUMER.DELETE.${stream}.*`,
    `$KV.${bucket}.>`,
  ];
}
