import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ReadFacet } from '@warren/contracts';
import { fileKinds } from './member-file-kinds.ts';
import { mine } from './mine-command.ts';
import { mineFolder } from './mine-files.ts';
import type { MineFolder } from './mine-files.ts';

const Read = z.object({
  members: z.int(),
  analysed: z.int(),
  rejected: z.array(z.object({ reason: z.string(), lines: z.array(z.int()) })),
  facets: z.array(ReadFacet),
});

describe('mine --read', () => {
  let folder: MineFolder;
  beforeAll(async () => {
    folder = await mineFolder();
  });
  afterAll(async () => folder.remove());

  it.each(fileKinds)(
    'reads $kind',
    async ({ content, members, analysed = members, rejected = 0, facets }) => {
      // the name says nothing about what is in the file
      const path = join(folder.path, 'members');
      await writeFile(path, content);
      const { code, stdout, stderr } = await mine(path, '--read', '--json');
      expect([code, stderr]).toEqual([0, '']);
      const read = Read.parse(JSON.parse(stdout));
      const byKind = Map.groupBy(read.facets, ({ kind }) => kind);
      expect({
        members: read.members,
        analysed: read.analysed,
        rejected: read.rejected.reduce((sum, { lines }) => sum + lines.length, 0),
        facets: Object.fromEntries(
          Array.from(byKind, ([kind, of]) => [
            kind,
            Object.fromEntries(of.map((facet) => [facet.label, facet.members])),
          ]),
        ),
      }).toEqual({ members, analysed, rejected, facets });
    },
  );
});
