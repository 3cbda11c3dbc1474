import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ImportAnswer, ImportList, ImportPreview, MemberPage, UndoReport } from '@warren/contracts';
import type { ImportRecord } from '@warren/contracts';
import { startSystem, waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { discover, importFile, patternsOf, rowsOf, sample } from '../support.ts';

const members = 2_600;
/** Identifiers of a line of the sample. */
const Known = z.object({ external_id: z.string().optional(), email: z.string().optional() });

describe('imports and their undoing', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
    await importFile(system, sample, '?file_name=brindlewick.ndjson');
  }, 120_000);
  afterAll(async () => system.stop());

  async function send(body: string, query = ''): Promise<{ status: number; body: unknown }> {
    return system.call(`members/import${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body,
    });
  }

  async function newest(): Promise<ImportRecord> {
    return ImportList.parse((await system.call('imports')).body).imports[0]!;
  }

  const undo = async (id: string) => system.call(`imports/${id}/undo`, { method: 'POST' });
  const total = async (): Promise<number> =>
    MemberPage.parse((await system.call('members?per_page=1')).body).total;

  /** All members but for their revisions and times. */
  const stored = async (): Promise<unknown[]> =>
    rowsOf(
      system,
      `select to_jsonb(member) - 'revision' - 'updated_at' as row from member_profile.member order by id`,
      z.object({ row: z.unknown() }),
    );

  /** Kills member-profile and starts one that breaks at a failpoint, or not. */
  async function replaced(failpoint = ''): Promise<void> {
    for (const process of system.processes().filter(({ name }) => name === 'member-profile')) {
      if (process.running()) {
        await process.stop(15_000);
      }
    }
    await system.start('member-profile', { WARREN_FAILPOINT: failpoint });
    await waitFor(async () => (await system.call('members?per_page=1')).status === 200, {
      describe: 'members to be listed again',
      timeoutMs: 30_000,
    });
  }

  const isDead = (): boolean =>
    system.processes().every(({ name, running }) => name !== 'member-profile' || !running());

  /** Lines of new members, and others of the sample with another bio. */
  async function survey(): Promise<string> {
    const known = (await readFile(sample, 'utf8')).trim().split('\n').slice(0, 30);
    const changed = known.map((line) => {
      const { external_id, email } = Known.parse(JSON.parse(line));
      return JSON.stringify({ external_id, email, bio: 'Answered the second survey.', skills: ['Zorbing'] });
    });
    const created = Array.from({ length: members }, (_, at) =>
      JSON.stringify({
        external_id: `s-${at}`,
        first_name: `New ${at}`,
        skills: ['Zorbing', `Skill ${at % 7}`],
      }),
    );
    return [...changed, ...created].join('\n');
  }

  it('previews what the import then does, and undoes it as if it had never been', async () => {
    const before = await stored();
    const file = await survey();
    const preview = ImportPreview.parse((await send(file, '?dry_run=true')).body);
    expect(await stored()).toEqual(before);
    const report = ImportAnswer.parse((await send(file, '?file_name=survey.ndjson')).body);
    const { created, updated, unchanged, rejected_lines } = report;
    expect(preview).toMatchObject({ created, updated, unchanged, rejected_lines, members: members + 30 });
    expect(preview.facets[0]).toMatchObject({
      key: 'skill:zorbing',
      kind: 'skill',
      members: preview.analysed,
    });
    expect(await newest()).toMatchObject({
      import_id: report.import_id,
      file_name: 'survey.ndjson',
      created,
      updated,
      undoable: true,
    });
    const undone = UndoReport.parse((await undo(report.import_id)).body);
    expect(undone).toEqual({ import_id: report.import_id, removed: created, restored: updated, left: 0 });
    expect(await stored()).toEqual(before);
    expect(UndoReport.parse((await undo(report.import_id)).body)).toEqual(undone);
    expect((await undo('nothing')).status).toBe(404);
  });

  it('is undone although the member service was killed in the middle of the import', async () => {
    const before = await stored();
    await replaced('import.after-commit:kill@3');
    const answer = send(await survey());
    await waitFor(isDead, { describe: 'the member service to be killed', timeoutMs: 30_000 });
    expect(await answer).toMatchObject({ status: 503 });
    await replaced();
    const { import_id, created } = await newest();
    expect(created).toBeGreaterThan(0);
    expect(created).toBeLessThan(members);
    // As some minutes later: it may still be running in another gateway until then.
    expect(await undo(import_id)).toMatchObject({ status: 409 });
    await rowsOf(
      system,
      `update member_profile.member_import set active_at = active_at - interval '5 minutes' returning import_id`,
      z.object({ import_id: z.string() }),
    );
    expect(await newest()).toMatchObject({ state: 'interrupted', undoable: true });
    expect(UndoReport.parse((await undo(import_id)).body)).toMatchObject({ removed: created, left: 0 });
    expect(await stored()).toEqual(before);
  }, 120_000);

  it('is completed by sending it again where the member service was killed in the middle of undoing', async () => {
    const before = await stored();
    const report = ImportAnswer.parse((await send(await survey())).body);
    await replaced('undo.after-commit:kill@1');
    const first = undo(report.import_id);
    await waitFor(isDead, { describe: 'the member service to be killed', timeoutMs: 30_000 });
    await first;
    await replaced();
    const half = await total();
    expect(half).toBeGreaterThan(before.length);
    expect(half).toBeLessThan(before.length + members);
    expect(UndoReport.parse((await undo(report.import_id)).body)).toMatchObject({
      removed: report.created,
      restored: report.updated,
      left: 0,
    });
    expect(await stored()).toEqual(before);
  }, 120_000);

  it('leaves nobody in a pattern who is gone', async () => {
    const report = ImportAnswer.parse((await send(await survey())).body);
    const ids = async (): Promise<Set<number>> =>
      new Set((await rowsOf(system, 'select id from member_profile.member', Id)).map(({ id }) => id));
    const Id = z.object({ id: z.int() });
    await discover(system);
    const during = await ids();
    await undo(report.import_id);
    const after = await ids();
    expect(after.size).toBeLessThan(during.size);
    await waitFor(
      async () =>
        (await patternsOf(system, '?is_active=all')).every(({ related_member_ids }) =>
          related_member_ids.every((id) => after.has(id)),
        ),
      { describe: 'patterns to have no member who is gone', timeoutMs: 30_000 },
    );
  }, 120_000);
});
