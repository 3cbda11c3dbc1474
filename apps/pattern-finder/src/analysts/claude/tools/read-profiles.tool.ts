import { z } from 'zod';
import { Id } from '@warren/contracts';
import { firstWithin, toReadProfile } from '../presentation/read-profiles.ts';
import { toRead } from '../reading/reading-order.ts';
import { defineTool } from './tool.ts';

/** Bytes of the profiles of one call. */
const mostBytes = 24_000;

/** Pages through what every member wrote, each text once. */
export const readProfiles = defineTool({
  name: 'read_profiles',
  description:
    'Reads on through what members wrote, without a rule: first who has not been read, newest first, each text once. ' +
    'Only new and changed texts, unless again is true. Tells how many of all were read.',
  input: z.strictObject({
    after: Id.optional().describe('Go on after this member id; without it, where the reading stopped'),
    limit: z.int().min(1).max(50).default(25),
    again: z
      .boolean()
      .default(false)
      .describe('Also texts that earlier runs read, least recently read first'),
  }),
  prepare: async ({ after, limit, again }, { profileReader, runId, signal }) => {
    const { texts, read } = await profileReader.state(runId, signal);
    const next = toRead(texts, read, { after, again }).map(({ memberId }) => memberId);
    const profiles = firstWithin(await profileReader.profiles(next.slice(0, limit), signal), mostBytes);
    return async (em, run) => {
      const reading = await profileReader.record(em, run, profiles, texts);
      return {
        profiles: profiles.map((profile) => toReadProfile(profile, again ? undefined : read.membersBefore)),
        after: profiles.at(-1)?.member_id ?? null,
        left: Math.max(0, next.length - profiles.length),
        coverage: `read ${reading.read} of ${reading.members}`,
      };
    };
  },
});
