import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { byTurn, waitFor } from '@warren/testing';
import type { ScriptedRequest } from '@warren/testing';
import { importMembers, rowsOf } from '../support.ts';
import { runOf } from './runs.ts';
import { resultOf, startScriptedSystem } from './scripted-system.ts';
import type { ScriptedSystem } from './scripted-system.ts';

/** Sixty members who list nothing, and say it all in their bio. */
const bios = Array.from({ length: 60 }, (_, n) => ({
  external_id: `w-${n}`,
  first_name: 'Zorbina',
  bio: `The oven number ${n} is only warm by noon, and somebody should have told Zorbina of it before.`,
}));

const Shown = z.looseObject({
  coverage: z.string(),
  profiles: z.array(z.looseObject({ member_id: z.int(), bio: z.string() })),
});
const Page = Shown.extend({ after: z.int().nullable(), left: z.int() });

/** The data of the first message. */
function openingOf({ body }: ScriptedRequest): z.infer<typeof Shown> | undefined {
  const content = body.messages[0]!.content;
  const text = Array.isArray(content) ? content.at(-1)!.text! : content;
  return text.startsWith('{') ? Shown.parse(JSON.parse(text)) : undefined;
}

describe('a run that reads everybody', () => {
  let folder: string;
  let scripted: ScriptedSystem;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-reading-'));
    scripted = await startScriptedSystem(await fileOf(bios), { MAX_OPENING_CHARACTERS: '3000' });
  }, 120_000);

  afterAll(async () => {
    await scripted.stop();
    await rm(folder, { recursive: true });
  });

  async function fileOf(members: readonly object[]): Promise<string> {
    const file = join(folder, 'members.ndjson');
    await writeFile(file, members.map((member) => JSON.stringify(member)).join('\n'));
    return file;
  }

  const read = (input: Record<string, unknown> = {}) => ({ tool_uses: [{ name: 'read_profiles', input }] });

  it('is shown a sample at first, and tells whom nobody has read', async () => {
    let opening: ReturnType<typeof openingOf>;
    const { run } = await scripted.runScript((request) => {
      opening = openingOf(request);
      return { text: 'Enough.' };
    });
    const ids = opening!.profiles.map(({ member_id }) => member_id);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.length).toBeLessThan(40);
    // Spread from the newest to the oldest.
    expect(Math.max(...ids) - Math.min(...ids)).toBeGreaterThan(50);
    expect(opening!.coverage).toBe(`read ${ids.length} of 60`);
    expect(run.reading).toMatchObject({ members: 60, read: ids.length, read_in_run: ids.length });
    expect(run.reading!.unread_member_ids).toHaveLength(60 - ids.length);
    expect(run.reading!.unread_member_ids).not.toEqual(expect.arrayContaining(ids.slice(0, 1)));
    const { body } = await scripted.system.call('discovery-runs');
    expect(JSON.stringify(body)).not.toContain('unread_member_ids');
  });

  it('reads on where earlier runs stopped, each text once, until nothing is left', async () => {
    const before = await rowsOf(
      scripted.system,
      'select member_id from pattern_finder.profile_read',
      z.object({ member_id: z.int() }),
    );
    const seen: number[] = [];
    const { run } = await scripted.runScript((request) => {
      const data = request.turn === 0 ? openingOf(request)! : Page.parse(resultOf(request));
      seen.push(...data.profiles.map(({ member_id }) => member_id));
      return 'left' in data && data.left === 0 ? { text: 'All read.' } : read({ limit: 10 });
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(60 - before.length);
    expect(run).toMatchObject({
      status: 'succeeded',
      reading: { members: 60, read: 60, unread: 0, unread_member_ids: [] },
    });
  });

  it('reads in a later run only what has changed, without names', async () => {
    await importMembers(scripted.system, [
      { ...bios[7], bio: 'Slow heat is what I bake with, as Zorbina knows.' },
      { external_id: 'late', bio: 'I bring the flour from the mill by boat.' },
    ]);
    let opening: ReturnType<typeof openingOf>;
    const { run } = await scripted.runScript(
      byTurn([
        (request) => {
          opening = openingOf(request);
          return read();
        },
        (request) => {
          expect(Page.parse(resultOf(request))).toMatchObject({
            profiles: [],
            left: 0,
            coverage: 'read 61 of 61',
          });
          return read({ again: true, limit: 5 });
        },
        (request) => {
          expect(Page.parse(resultOf(request)).profiles).toHaveLength(5);
          return { tool_uses: [{ name: 'find_in_profiles', input: { text: 'baking' } }] };
        },
        (request) => {
          expect(resultOf(request)).toMatchObject({
            found: [{ field: 'bio', quote: 'Slow heat is what I bake with, as [name] knows.' }],
            more: false,
          });
          return { text: 'Done.' };
        },
      ]),
    );
    expect(opening!.profiles.map(({ bio }) => bio).sort()).toEqual([
      'I bring the flour from the mill by boat.',
      'Slow heat is what I bake with, as [name] knows.',
    ]);
    expect(run.reading).toMatchObject({ members: 61, read: 61, read_in_run: 7, unread: 0 });
  });

  it('reads again what a run had read that was cancelled before it came to an end', async () => {
    await importMembers(scripted.system, [{ ...bios[8], bio: 'The kiln and the oven share a chimney now.' }]);
    scripted.model.use(() => ({ text: 'Never heard.', delay_ms: 60_000 }));
    const calls = scripted.model.calls().length;
    const { body } = await scripted.system.call('patterns/discover', {
      method: 'POST',
      headers: { prefer: 'respond-async' },
    });
    const { run_id } = z.object({ run_id: z.int() }).parse(body);
    await waitFor(() => scripted.model.calls().length > calls, { describe: 'the model to be asked' });
    expect((await runOf(scripted.system, run_id)).reading).toMatchObject({ read_in_run: 1 });
    await scripted.system.call(`discovery-runs/${run_id}/cancel`, { method: 'POST' });
    await waitFor(async () => (await runOf(scripted.system, run_id)).status === 'cancelled', {
      describe: 'it to be cancelled',
      timeoutMs: 90_000,
    });
    let opening: ReturnType<typeof openingOf>;
    await scripted.runScript((request) => {
      opening = openingOf(request);
      return { text: 'Done.' };
    });
    expect(opening!.profiles.map(({ bio }) => bio)).toEqual(['The kiln and the oven share a chimney now.']);
  }, 120_000);

  it('forgets with an erased member what was read of them', async () => {
    const Row = z.object({ id: z.int() });
    const [member] = await rowsOf(
      scripted.system,
      `select id from member_profile.member where external_id = 'late'`,
      Row,
    );
    const remembered = async () =>
      rowsOf(
        scripted.system,
        `select member_id as id from pattern_finder.profile_read where member_id = ${member!.id}`,
        Row,
      );
    expect(await remembered()).toHaveLength(1);
    await scripted.system.call(`members/${member!.id}`, { method: 'DELETE' });
    await waitFor(async () => (await remembered()).length === 0, {
      describe: 'it to be forgotten',
      timeoutMs: 30_000,
    });
  });
});
