import { z } from 'zod';
import { NatsEnvironment, StreamsEnvironment, natsProblems } from '@warren/nats';
import { tlsProblems } from './postgres-tls.ts';
import { withSecretFiles } from './settings/secret-files.ts';

// `npm start` loads the configurations of the apps with this file in place of the library.
export { isThisMachine, withinReach } from './settings/reach.ts';

/** Boolean variable: `1`, `true`, `yes`, `on` or their opposites. */
export const flag = z.stringbool();

/** Variables that have another name now, by their earlier one. */
const renamed = { DATABASE_SILENCE_MS: 'DATABASE_IDLE_TIMEOUT_MS' } as const;

/**
 * The variables that are set; one that is set by its earlier name alone counts under both. An empty variable counts as
 * absent, as shells and compose files set them.
 */
function present(env: NodeJS.ProcessEnv): Record<string, string> {
  const given = Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );
  for (const [earlier, name] of Object.entries(renamed)) {
    const value = given[earlier];
    if (value !== undefined) {
      given[name] ??= value;
    }
  }
  return given;
}

/** A line for the log for each variable of `config` that was set by its earlier name. */
export function renamedVariables(config: Readonly<Partial<Record<keyof typeof renamed, unknown>>>): string[] {
  return Object.entries(renamed)
    .filter(([earlier]) => earlier in config)
    .map(([earlier, name]) => `${earlier} is called ${name} now: set that instead`);
}

/**
 * Parses the environment once. Every problem is listed on standard error, then the process ends with code 1.
 * @returns the parsed configuration; nothing else reads `process.env`
 */
export function readEnvironment<T extends z.ZodType>(
  schema: T,
  env: NodeJS.ProcessEnv = process.env,
): z.output<T> {
  const secrets = withSecretFiles(env);
  const given = present(secrets.env);
  const parsed = schema.safeParse(given);
  const problems = secrets.problems.map((problem) => `  ${problem}`);
  problems.push(
    ...(parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`),
  );
  if (given['NODE_ENV'] === 'production' && given['WARREN_FAILPOINT'] !== undefined) {
    problems.push('  WARREN_FAILPOINT: breaks this process on purpose; unset it, or NODE_ENV=production');
  }
  const nats = Nats.safeParse(given);
  if (usesNats(parsed.data) && nats.success) {
    problems.push(...natsProblems(nats.data).map((problem) => `  ${problem}`));
  }
  if (!parsed.success || problems.length > 0) {
    process.stderr.write(`The environment is not valid; see .env.example.\n${problems.join('\n')}\n`);
    process.exit(1);
  }
  return parsed.data;
}

const Nats = NatsEnvironment.extend(StreamsEnvironment.shape);
const usesNats = (config: unknown): boolean =>
  typeof config === 'object' && config !== null && 'NATS_URL' in config;

/** Variables of every service: NATS, logging, and the address it listens on. */
export const ServiceEnvironment = NatsEnvironment.extend({
  LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug', 'verbose']).default('log'),
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 inside a container'),
  PUBLISH_ON: z
    .string()
    .optional()
    .describe('Address on which a container’s port is published; none where it stays in its network'),
});

/** Additional variables of a service that tells others of the community. */
export const CommunityEnvironment = z.object({
  COMMUNITY_NAME: z
    .string()
    .default('White Rabbit Ashland')
    .describe('Name of the community, on the page and in the texts of the analyst'),
  SMALLEST_GROUP: z.coerce
    .number()
    .int()
    .min(1)
    .default(5)
    .describe('Members of the smallest group that viewers, events and questions are told of'),
});

const idleTimeoutMs = z.coerce.number().int().min(500);

/** Additional variables of a service with tables. */
export const DatabaseEnvironment = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .check(({ value, issues }) => {
      for (const message of tlsProblems(value)) {
        issues.push({ code: 'custom', message, input: undefined });
      }
    })
    .describe('PostgreSQL, e.g. postgresql://warren:secret@127.0.0.1:5432/warren'),
  DATABASE_IDLE_TIMEOUT_MS: idleTimeoutMs
    .default(60_000)
    .describe('A connection to PostgreSQL is closed, on both ends, after so long without traffic'),
  STATEMENT_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(2 ** 31 - 1)
    .default(300_000)
    .describe('PostgreSQL ends a statement after so long; one of a request ends with its deadline'),
  DATABASE_SILENCE_MS: idleTimeoutMs
    .optional()
    .describe('Earlier name of DATABASE_IDLE_TIMEOUT_MS, still read where that is not set'),
});

const mostDays = 36_500;

/** Number of days that something is kept, or `keep` for good, which reads as null. */
export function retainedDays(least: number) {
  const error = `must be keep, or a whole number of days from ${least} to ${mostDays}`;
  // At each check too: where only these fail, zod reports them and not the union's error.
  const days = z.coerce.number().int({ error }).min(least, { error }).max(mostDays, { error });
  return z.union([z.literal('keep').transform(() => null), days], { error });
}

/** Additional variables of a service that publishes or consumes events. */
const EventsEnvironment = StreamsEnvironment.extend({
  HEALTH_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(0)
    .describe('Port of health and metrics; 0: any free port'),
  WORKER_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(600)
    .default(30_000)
    .describe(
      'Time without a heartbeat after which NATS redelivers what a process was working on; heartbeats and leases follow from it',
    ),
  POLL_MS: z.coerce.number().int().min(50).default(1_000).describe('How often outbox and reconciler poll'),
  RETAIN_MESSAGES_DAYS: retainedDays(7)
    .default(90)
    .describe(
      'Days that parked messages are kept, or keep; the ids of handled messages are kept 21 days longer',
    ),
  RETAIN_AUDIT_DAYS: retainedDays(30)
    .default(365)
    .describe('Days that entries of the audit are kept, or keep'),
  WARREN_FAILPOINT: z
    .string()
    .optional()
    .describe(
      'For tests alone: breaks the process at a named place, as name:action[@n],…; rejected where NODE_ENV=production',
    ),
});

/** Variables of every service of `defineService`, which its own extend. */
export const EventServiceEnvironment = ServiceEnvironment.extend(DatabaseEnvironment.shape).extend(
  EventsEnvironment.shape,
);
export type EventServiceEnvironment = z.output<typeof EventServiceEnvironment>;

/** Times by which a dead worker is detected, in milliseconds. */
interface WorkerTimes {
  readonly heartbeatMs: number;
  /** Duration of a lease, which each heartbeat renews. */
  readonly leaseMs: number;
  /** Time without a heartbeat after which NATS redelivers a message. */
  readonly ackWaitMs: number;
}

/**
 * Derives the times of workers from one, so that they agree: two heartbeats fit into a lease, so that a live worker never
 * loses its run, and the lease of a dead one has expired when its job is redelivered.
 */
export function workerTimes({ WORKER_TIMEOUT_MS }: { WORKER_TIMEOUT_MS: number }): WorkerTimes {
  return {
    heartbeatMs: Math.floor(WORKER_TIMEOUT_MS / 3),
    leaseMs: Math.floor((WORKER_TIMEOUT_MS * 5) / 6),
    ackWaitMs: WORKER_TIMEOUT_MS,
  };
}
