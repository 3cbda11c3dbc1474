import { z } from 'zod';
import { Text } from '@warren/contracts';
import { defineTool, readOnly } from './tool.ts';

/** Finds the keys of facets. */
export const findFacets = defineTool({
  name: 'find_facets',
  description:
    'Facet keys that words name, with how many members carry each: for rules over facets that the analysis does not show. ' +
    'Where nobody lists a word, the keys most alike (known is false).',
  input: z.strictObject({
    texts: z.array(Text.trim().min(1).max(300)).min(1).max(20).describe('Words or keys, each by itself'),
    limit: z.int().min(1).max(25).default(10).describe('Keys for each'),
  }),
  prepare: async (input, { requests, signal }) => {
    const { found } = await requests.ask('community.find-facets', input, { signal });
    return readOnly({
      found: found.map(({ text, known, facets }) => ({
        text,
        known,
        facets: Object.fromEntries(facets.map(({ key, in_community }) => [key, in_community])),
      })),
    });
  },
});
