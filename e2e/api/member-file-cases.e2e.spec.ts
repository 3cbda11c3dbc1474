import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportPreview } from '@warren/contracts';
import { startSystem } from '@warren/testing';
import type { System } from '@warren/testing';
import { casesWithFiles, expectReading, thereAreCases } from '../cases/cases.ts';

const whereThereAre = thereAreCases ? describe : describe.skip;

whereThereAre('member files as people have them, through REST (skipped without the folder of cases)', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  }, 120_000);

  afterAll(async () => system.stop());

  it.each(thereAreCases ? casesWithFiles() : [])('previews $expected.file', async ({ path, expected }) => {
    const name = encodeURIComponent(basename(path));
    const { status, body } = await system.call(`members/import?dry_run=true&file_name=${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: await readFile(path),
    });
    expect(status).toBe(200);
    const { members, analysed, rejected_lines, facets } = ImportPreview.parse(body);
    expectReading(expected, { members, analysed, rejected: rejected_lines, facets });
  });
});
