import { join, resolve } from 'node:path';
import { z } from 'zod';
import { requests } from '@warren/contracts';
import { miningDefaults } from '@warren/mining';
import { EventServiceEnvironment, retainedDays, withinReach } from '@warren/service';

/** Seconds that callers wait for an analysis. */
const deadlineS = requests['community.analyse'].deadline_ms / 1_000;

/** The environment of member-profile, parsed once. */
export const Config = EventServiceEnvironment.extend({
  ERASURE_DIR: z
    .string()
    .optional()
    .describe(
      'Folder of the key and the ledger of erasures, outside the database; by default .warren/erasures/ and the name of the database',
    ),
  RETAIN_LEFT_MEMBERS_DAYS: retainedDays(1)
    .default(null)
    .describe('Days after which members who have left are erased, or keep'),
  VOCABULARY_FILE: z
    .string()
    .optional()
    .describe('The operator’s own labels and aliases, as JSON or CSV; laid over the built-in ones'),
  SENSITIVE: z
    .enum(['on', 'off'])
    .default('off')
    .describe('Whether patterns may tell sensitive things of those members who consented to it'),
  SENSITIVE_FILE: z
    .string()
    .optional()
    .describe('The operator’s own sensitive words, as JSON or CSV: added to the built-in ones, or removed'),
  MIN_LIFT: z.coerce
    .number()
    .min(1)
    .default(miningDefaults.minLift)
    .describe('Minimum of the lower end of lift’s interval for a finding to be beyond chance'),
  FALSE_DISCOVERY_RATE: z.coerce
    .number()
    .gt(0)
    .lt(1)
    .default(miningDefaults.q)
    .describe('Share of findings beyond chance that chance may have made'),
  MIN_PATTERN_MEMBERS: z.coerce
    .number()
    .int()
    .min(1)
    .default(miningDefaults.minMembers)
    .describe('Minimum number of members of a pattern'),
  ANALYSIS_TIMEOUT_S: z.coerce
    .number()
    .positive()
    .lt(deadlineS, { error: `must be less than ${deadlineS}, the seconds that callers wait` })
    .default(80)
    .describe(
      'Seconds one analysis may compute, less than the 90 its callers wait; then it fails with an error that says so',
    ),
  ANALYSIS_QUEUE: z.coerce
    .number()
    .int()
    .min(0)
    .default(8)
    .describe('Analyses that may wait for the running one, and likewise requests to evaluate rules'),
  ANALYSIS_MEMORY_MB: z.coerce
    .number()
    .int()
    .min(16)
    .default(1024)
    .describe('Heap of each of the two computing threads, in MB; the members’ facets lie outside of it'),
}).check(withinReach);
export type Config = z.output<typeof Config>;

/** Folder of the key and the ledger of erasures: each database has its own. */
export function erasureFolder({ ERASURE_DIR, DATABASE_URL }: Config): string {
  const database = new URL(DATABASE_URL).pathname.slice(1);
  return resolve(ERASURE_DIR ?? join('.warren/erasures', encodeURIComponent(decodeURIComponent(database))));
}
