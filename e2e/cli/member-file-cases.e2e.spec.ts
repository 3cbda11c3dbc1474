import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ReadFacet } from '@warren/contracts';
import { casesWithFiles, expectReading, thereAreCases } from '../cases/cases.ts';
import { mine } from './mine-command.ts';

const Read = z.object({
  members: z.int(),
  analysed: z.int(),
  rejected: z.array(z.object({ reason: z.string(), lines: z.array(z.int()) })),
  columns: z.array(
    z.object({ heading: z.string(), role: z.string(), confidence: z.number(), reason: z.string().min(1) }),
  ),
  facets: z.array(ReadFacet),
});
const whereThereAre = thereAreCases ? describe : describe.skip;

whereThereAre('member files as people have them (skipped without the folder of cases)', () => {
  it.each(thereAreCases ? casesWithFiles() : [])(
    'reads $expected.file on the command line',
    async ({ path, expected }) => {
      const { code, stdout } = await mine(path, '--read', '--json');
      expect(code).toBe(0);
      const read = Read.parse(JSON.parse(stdout));
      expectReading(expected, { ...read, rejected: read.rejected.length });
    },
  );
});
