import { jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { waitFor } from '@warren/testing';
import { withDatabase } from './drain.ts';
import { poison } from './poison.ts';
import type { Proxy } from './proxy/proxy.ts';
import type { ChaosSystem, Slot } from './system.ts';

/** A way to break the system, and to repair it. */
interface Fault {
  name: string;
  /** The resource that no other fault may break at the same time. */
  resource: (pick: number) => string;
  inject(system: ChaosSystem, pick: number): Promise<void> | void;
  heal(system: ChaosSystem, pick: number): Promise<void> | void;
  /** Minimum duration. */
  minMs?: number;
  /** Ends a service's process. */
  endsProcess?: true;
}

const workers = ['worker-1', 'worker-2'] as const;
const onPostgres = ['member-profile', 'question-generator', 'api', ...workers] as const;
const onNats = ['gateway', ...onPostgres] as const;
const nothing = (): void => undefined;

/** The element at a fraction of the list, in [0, 1). */
function at<T>(from: readonly T[], share: number): T {
  const found = from[Math.min(from.length - 1, Math.floor(share * from.length))];
  if (found === undefined) {
    throw new Error('the list is empty');
  }
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
    resource: target,
    inject: (system, pick) => system.services[target(pick)].kill(),
    heal: nothing,
    endsProcess: true,
  };
}

/** Restarts a service with a failpoint that kills it, should it get there. */
function breaking(name: string, from: readonly Slot[], points: readonly string[]): Fault {
  return {
    name,
    resource: one(from),
    inject: (system, pick) => {
      const turn = (pick * 1_000) % 1;
      const point = at(points, turn);
      system.services[one(from)(pick)].breakAt(`${point}:kill@${1 + Math.floor((turn * 1_000) % 3)}`);
    },
    heal: nothing,
    endsProcess: true,
  };
}

/** Disturbs one service's connections to one server. */
function onLine(name: string, server: 'nats' | 'postgres', inject: (proxy: Proxy) => void): Fault {
  const target = one(server === 'nats' ? onNats : onPostgres);
  return {
    name,
    resource: (pick) => `${server} of ${target(pick)}`,
    inject: (system, pick) => inject(system[server][target(pick)]),
    heal: (system, pick) => system[server][target(pick)].heal(),
  };
}

/** Deletes something in JetStream without the services. */
function deleting(name: string, what: (manager: JetStreamManager, pick: number) => Promise<unknown>): Fault {
  return {
    name,
    resource: () => 'nats-server',
    inject: async ({ natsServer }, pick) => {
      const connection = await connect({ servers: natsServer.url });
      try {
        await what(await jetstreamManager(connection), pick);
      } finally {
        await connection.close();
      }
    },
    heal: nothing,
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
  'introductions.after-reply',
  'introductions.after-commit',
  'turn.before-call',
  'turn.after-response',
  'turn.after-store',
  'turn.after-close',
  'reading.before-call',
  'reading.after-response',
  'reading.after-store',
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

/** All faults. */
export const faults: readonly Fault[] = [
  killing(...workers),
  killing('api'),
  killing('question-generator'),
  killing('member-profile'),
  killing('gateway'),
  {
    name: 'stop a worker beyond its lease',
    resource: one(workers),
    inject: async (system, pick) => {
      const worker = system.services[one(workers)(pick)];
      // Only a worker with a run in progress can lose a lease.
      await waitFor(async () => worksOnARun(system, worker.pid), {
        describe: 'the worker to work on a run',
        timeoutMs: 3_000,
        everyMs: 20,
      }).catch(() => undefined);
      worker.signal('SIGSTOP');
    },
    heal: (system, pick) => system.services[one(workers)(pick)].signal('SIGCONT'),
    minMs: 4_500,
  },
  {
    name: 'kill nats-server',
    resource: () => 'nats-server',
    inject: async ({ natsServer }) => natsServer.kill(),
    heal: async ({ natsServer }) => natsServer.restart(),
  },
  {
    name: 'wipe the JetStream store',
    resource: () => 'nats-server',
    inject: async (system) => system.wipeNats(),
    heal: async ({ natsServer }) => natsServer.restart(),
  },
  deleting('delete a stream', async ({ streams }, pick) => streams.delete(pick < 0.5 ? 'EVENTS' : 'JOBS')),
  deleting('delete a consumer', async (manager, pick) => {
    const [stream, consumer] = consumers[Math.floor(pick * consumers.length)] ?? consumers[0];
    return manager.consumers.delete(stream, consumer);
  }),
  {
    name: 'kill PostgreSQL',
    resource: () => 'postgres-server',
    inject: async ({ postgresServer }) => postgresServer.kill(),
    heal: async ({ postgresServer }) => postgresServer.restart(),
  },
  onLine('cut connections to NATS', 'nats', (proxy) => proxy.cut()),
  onLine('cut connections to PostgreSQL', 'postgres', (proxy) => proxy.cut()),
  onLine('refuse connections to PostgreSQL', 'postgres', (proxy) => proxy.refuse()),
  onLine('drop all traffic to NATS', 'nats', (proxy) => proxy.pause('up')),
  onLine('drop all traffic from NATS', 'nats', (proxy) => proxy.pause('down')),
  onLine('drop all traffic to and from NATS', 'nats', (proxy) => proxy.pause('up', 'down')),
  onLine('drop all traffic to PostgreSQL', 'postgres', (proxy) => proxy.pause('up')),
  onLine('drop all traffic from PostgreSQL', 'postgres', (proxy) => proxy.pause('down')),
  onLine('slow connection to NATS', 'nats', (proxy) => proxy.delay(150)),
  onLine('slow connection to PostgreSQL', 'postgres', (proxy) => proxy.delay(40)),
  onLine('drop a publish acknowledgement', 'nats', (proxy) => proxy.dropNext('down', /\{"stream":"/)),
  onLine('drop a message acknowledgement', 'nats', (proxy) => proxy.dropNext('up', /\$JS\.ACK\..*\+ACK/s)),
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
  {
    name: 'kill both workers at each start',
    resource: () => 'both workers',
    inject: (system, pick) => {
      const point = at(['run.after-claim', 'turn.before-call'], (pick * 1_000) % 1);
      workers.forEach((worker) =>
        system.services[worker].breakAt(...Array.from({ length: 4 }, () => `${point}:kill`)),
      );
    },
    heal: nothing,
    endsProcess: true,
  },
  {
    name: 'poison a run',
    resource: () => 'a run',
    inject: async (system) => {
      if (!(await withDatabase(system, poison))) {
        throw new Error('no run has begun');
      }
    },
    heal: nothing,
  },
];

async function worksOnARun(system: ChaosSystem, pid: number): Promise<boolean> {
  const found = await withDatabase(system, async (client) =>
    client.query(`select from pattern_finder.run where status = 'running' and worker like '%:' || $1::text`, [
      pid,
    ]),
  );
  return found.rowCount !== 0;
}
