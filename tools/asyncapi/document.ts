import {
  RunCancelRequested,
  RunProgress,
  events,
  jobs,
  runCancelRequestedSubject,
  runProgressSubject,
  streams,
} from '@warren/contracts';
import type { StreamSubject } from '@warren/contracts';
import { consumersOf } from '@warren/nats';
import { headersOf } from './headers.ts';
import { Schemas } from './schemas.ts';

const about =
  'Messages that Warren publishes over NATS. Events and jobs travel over JetStream as CloudEvents 1.0 in binary mode: the ' +
  'attributes are headers, the body is the data alone. Progress of a run goes over core NATS. Consumers ignore keys ' +
  'they do not know, and versions older than one they have seen. Generated from libs/contracts; docs/events.md describes ' +
  'them in prose.';

/** Builds the AsyncAPI 3.0 document of all messages that Warren publishes, from the contracts. */
export function asyncApiDocument(): Record<string, unknown> {
  const schemas = new Schemas();
  const channels: Record<string, unknown> = {};
  const operations: Record<string, unknown> = {};
  const messages: Record<string, unknown> = {};
  const streamed: [StreamSubject, (typeof events)[keyof typeof events] | (typeof jobs)[keyof typeof jobs]][] =
    [...entries(events), ...entries(jobs)];
  for (const [subject, { body, source, about: summary }] of streamed) {
    messages[subject] = {
      name: subject,
      summary,
      contentType: 'application/json',
      headers: headersOf(subject, source),
      payload: schemas.refer(body),
    };
    channels[subject] = channelOf(subject, summary);
    operations[`${source}-sends-${subject}`] = operationOf('send', subject, source);
    for (const listener of consumersOf[subject]) {
      operations[`${listener}-receives-${subject}`] = operationOf('receive', subject, listener);
    }
  }
  const progress = 'run.progress';
  messages[progress] = {
    name: progress,
    summary: 'One step of a run.',
    contentType: 'application/json',
    payload: schemas.refer(RunProgress),
  };
  channels[progress] = {
    address: runProgressSubject('*').replace('*', '{run_id}'),
    summary: 'Progress of a run, published while it works.',
    description: 'Core NATS, no headers; a step may be lost, the run itself is stored in the database.',
    parameters: { run_id: { description: 'Id of the run; `run.progress.*` subscribes to all runs.' } },
    messages: { [progress]: { $ref: `#/components/messages/${progress}` } },
  };
  operations['pattern-finder-sends-run.progress'] = operationOf('send', progress, 'pattern-finder');
  const cancelled = runCancelRequestedSubject;
  messages[cancelled] = {
    name: cancelled,
    summary: 'A run that a worker executes shall stop.',
    contentType: 'application/json',
    payload: schemas.refer(RunCancelRequested),
  };
  channels[cancelled] = {
    address: cancelled,
    summary: 'Makes the worker of a run check at once whether it was cancelled.',
    description: 'Core NATS, no headers; it may be lost, the cancellation itself is stored in the database.',
    messages: { [cancelled]: { $ref: `#/components/messages/${cancelled}` } },
  };
  operations[`pattern-finder-sends-${cancelled}`] = operationOf('send', cancelled, 'pattern-finder');
  operations[`pattern-finder-receives-${cancelled}`] = operationOf('receive', cancelled, 'pattern-finder');
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Warren events',
      version: '1',
      description: about,
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    servers: {
      nats: {
        host: 'localhost:4222',
        protocol: 'nats',
        description: 'nats-server with JetStream (NATS_URL)',
      },
    },
    channels,
    operations,
    components: { messages, schemas: schemas.components },
  };
}

function channelOf(subject: StreamSubject, summary: string): Record<string, unknown> {
  const stream = streams.find(({ subjects }) => subjects.includes(subject));
  if (stream === undefined) {
    throw new Error(`${subject} is on no stream of the contracts`);
  }
  return {
    address: subject,
    summary,
    messages: { [subject]: { $ref: `#/components/messages/${subject}` } },
    'x-jetstream': {
      stream: stream.name,
      retention: stream.retention,
      max_age_s: stream.max_age_ms / 1_000,
      duplicate_window_s: stream.duplicate_window_ms / 1_000,
    },
  };
}

function operationOf(action: 'send' | 'receive', subject: string, service: string): Record<string, unknown> {
  return {
    action,
    channel: { $ref: `#/channels/${subject}` },
    summary: `${service} ${action}s ${subject}`,
    tags: [{ name: service }],
  };
}

function entries<K extends string, V>(table: Record<K, V>): [K, V][] {
  const list: [K, V][] = [];
  for (const key in table) {
    list.push([key, table[key]]);
  }
  return list;
}
