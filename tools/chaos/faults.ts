import { jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { Proxy } from './proxy.ts';
import type { ChaosSystem, Slot } from './system.ts';

/** A way to break the system, and to let it be whole again. */
export type Fault = {
  name: string;
  /** What it may not share with another fault at the same time. */
  holds: (pick: number) => string;
  inject(system: ChaosSystem, pick: number): Promise<void> | void;
  heal(system: ChaosSystem, pick: number): Promise<void> | void;
  /** How many workers it takes from a call to the model that is under way, beside those whose process it ends. */
  interrupts: (pick: number) => number;
  /** Least time it lasts. */
  leastMs?: number;
  /** Whether a service's process ends by it. */
  endsProcess?: true;
};

const workers = ['worker-1', 'worker-2'] as const;
const withDatabase = ['member-profile', 'question-generator', 'api', ...workers] as const;
const onNats = ['gateway', ...withDatabase] as const;
const none = (): number => 0;
const nothing = (): void => undefined;

/** The element at a share of the list, from 0 to 1. */
function at<T>(from: readonly T[], share: number): T {
  const found = from[Math.min(from.length - 1, Math.floor(share * from.length))];
  if (found === undefined) throw new Error('the list is empty');
  return found;
}

function one<T extends Slot>(from: readonly T[]): (pick: number) => T {
  return (pick) => at(from, pick);
}

/** kill -9 of a service; its supervisor starts it again. */
function killing(...from: [Slot, ...Slot[]]): Fault {
  const target = one(from);
  return {
    name: `kill ${from[0].replace(/-\d$/, '')}`,
    holds: target,
    inject: (system, pick) => system.services[target(pick)].kill(),
    heal: nothing,
    interrupts: none,
    endsProcess: true,
  };
}

/** A service starts again with a failpoint, and meets its death there, if it gets there. */
function breaking(name: string, from: readonly Slot[], points: readonly string[], times = 1): Fault {
  return {
    name,
    holds: one(from),
    inject: (system, pick) => {
      const turn = (pick * 1_000) % 1;
      const point = at(points, turn);
      const setting = `${point}:kill@${1 + Math.floor((turn * 1_000) % 3)}`;
      system.services[one(from)(pick)].breakAt(...Array.from({ length: times }, () => setting));
    },
    heal: nothing,
    interrupts: none,
    endsProcess: true,
  };
}

/** What is done to one service's line to one server. */
function onLine(
  name: string,
  server: 'nats' | 'postgres',
  inject: (proxy: Proxy) => void,
  options: { interrupts: boolean },
): Fault {
  const target = one(server === 'nats' ? onNats : withDatabase);
  return {
    name,
    holds: (pick) => `${server} of ${target(pick)}`,
    inject: (system, pick) => inject(system[server][target(pick)]),
    heal: (system, pick) => system[server][target(pick)].release(),
    interrupts: (pick) => (options.interrupts && target(pick).startsWith('worker') ? 1 : 0),
  };
}

/** Something deleted in JetStream, behind the back of all services. */
function deleting(name: string, what: (manager: JetStreamManager, pick: number) => Promise<unknown>): Fault {
  return {
    name,
    holds: () => 'nats-server',
    inject: async ({ natsServer }, pick) => {
      const connection = await connect({ servers: natsServer.url });
      try {
        await what(await jetstreamManager(connection), pick);
      } finally {
        await connection.close();
      }
    },
    heal: nothing,
    interrupts: none,
  };
}

const consumers = [
  ['JOBS', 'pattern-finder-jobs-discovery'],
  ['EVENTS', 'question-generator-pattern-saved'],
  ['EVENTS', 'pattern-finder-members-changed'],
] as const;

const runPoints = [
  'run.after-claim',
  'run.before-commit',
  'run.after-end',
  'turn.before-call',
  'turn.after-response',
  'turn.after-store',
  'turn.after-close',
  'tool.after-commit',
  'message.before-ack',
  'message.after-ack',
  'outbox.before-publish',
  'outbox.after-publish',
];
const readerPoints = [
  'inbox.before-commit',
  'inbox.after-commit',
  'message.before-ack',
  'message.after-ack',
  'outbox.before-publish',
  'outbox.after-publish',
];

/** Every fault there is. */
export const faults: readonly Fault[] = [
  killing(...workers),
  killing('api'),
  killing('question-generator'),
  killing('member-profile'),
  killing('gateway'),
  {
    name: 'stop a worker beyond its lease',
    holds: one(workers),
    inject: (system, pick) => system.services[one(workers)(pick)].signal('SIGSTOP'),
    heal: (system, pick) => system.services[one(workers)(pick)].signal('SIGCONT'),
    interrupts: () => 1,
    leastMs: 4_500,
  },
  {
    name: 'kill nats-server',
    holds: () => 'nats-server',
    inject: async ({ natsServer }) => natsServer.kill(),
    heal: async ({ natsServer }) => natsServer.restart(),
    interrupts: none,
  },
  {
    name: 'wipe the JetStream store',
    holds: () => 'nats-server',
    inject: async (system) => system.wipeNats(),
    heal: async ({ natsServer }) => natsServer.restart(),
    interrupts: none,
  },
  deleting('delete a stream', async ({ streams }, pick) => streams.delete(pick < 0.5 ? 'EVENTS' : 'JOBS')),
  deleting('delete a consumer', async (manager, pick) => {
    const [stream, consumer] = consumers[Math.floor(pick * consumers.length)] ?? consumers[0];
    return manager.consumers.delete(stream, consumer);
  }),
  {
    name: 'kill PostgreSQL',
    holds: () => 'postgres-server',
    inject: async ({ postgresServer }) => postgresServer.kill(),
    heal: async ({ postgresServer }) => postgresServer.restart(),
    interrupts: () => workers.length,
  },
  onLine('cut connections to NATS', 'nats', (proxy) => proxy.cut(), { interrupts: false }),
  onLine('cut connections to PostgreSQL', 'postgres', (proxy) => proxy.cut(), { interrupts: true }),
  onLine('lose all to NATS', 'nats', (proxy) => proxy.hold('up'), { interrupts: false }),
  onLine('lose all from NATS', 'nats', (proxy) => proxy.hold('down'), { interrupts: false }),
  onLine('lose all to and from NATS', 'nats', (proxy) => proxy.hold('up', 'down'), { interrupts: false }),
  onLine('lose all to PostgreSQL', 'postgres', (proxy) => proxy.hold('up'), { interrupts: true }),
  onLine('lose all from PostgreSQL', 'postgres', (proxy) => proxy.hold('down'), { interrupts: true }),
  onLine('slow line to NATS', 'nats', (proxy) => proxy.delay(150), { interrupts: false }),
  onLine('slow line to PostgreSQL', 'postgres', (proxy) => proxy.delay(40), { interrupts: true }),
  onLine('swallow a publish acknowledgement', 'nats', (proxy) => proxy.dropNext('down', /\{"stream":"/), {
    interrupts: false,
  }),
  onLine(
    'swallow a message acknowledgement',
    'nats',
    (proxy) => proxy.dropNext('up', /\$JS\.ACK\..*\+ACK/s),
    {
      interrupts: false,
    },
  ),
  breaking('kill a worker at a failpoint', workers, runPoints),
  breaking(
    'kill the api at a failpoint',
    ['api'],
    [
      'outbox.before-publish',
      'outbox.after-publish',
      'inbox.before-commit',
      'inbox.after-commit',
      'message.before-ack',
      'message.after-ack',
    ],
  ),
  breaking('kill question-generator at a failpoint', ['question-generator'], readerPoints),
  breaking('kill a worker at each start', workers, ['run.after-claim', 'turn.before-call'], 3),
];
