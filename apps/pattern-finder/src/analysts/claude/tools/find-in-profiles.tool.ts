import { z } from 'zod';
import { Text } from '@warren/contracts';
import { defineTool, readOnly } from './tool.ts';

/** Finds members by words in what they wrote. */
export const findInProfiles = defineTool({
  name: 'find_in_profiles',
  description:
    'Finds words in what members wrote (bio, wishes, answers), in any of their forms and slightly misspelled: member ids, ' +
    'best first, each with one of its sentences. Search for other words that mean the same, and in other languages.',
  input: z.strictObject({
    text: Text.trim().min(2).max(200).describe('One word or a few; any of them is found'),
    limit: z.int().min(1).max(50).default(20),
  }),
  prepare: async (input, { requests, signal }) =>
    readOnly(await requests.ask('community.find-texts', input, { signal })),
});
