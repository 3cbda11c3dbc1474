import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportAnswer, ImportPreview, Member, ServiceUnavailable, UndoReport } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import { filesIn, problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;
const csv = 'text/csv; charset=utf-8';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warren-test-'));
  gateway = await startGateway({ MAX_UPLOAD_BYTES: '3000000', UPLOAD_DIR: folder });
});
afterAll(async () => {
  await gateway.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  Object.assign(gateway.peer.state, {
    imported: [],
    batches: [],
    begun: [],
    previewed: [],
    undone: 0,
    finished: [],
    mappings: new Map(),
    cancellations: [],
    before: {},
    absent: { absent: 3, members: 600 },
  });
});

async function send(body: RequestInit['body'], type?: string, query = ''): Promise<Response> {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  return fetch(`${gateway.url}/api/v1/members/import${query}`, { method: 'POST', headers, body });
}

/** CSV of members; the lines in `bad` have a comma outside of quotes. */
function table(lines: number, bad: readonly number[] = []): string {
  const rows = Array.from({ length: lines }, (_, index) => {
    const line = index + 2;
    const identity = `m${line},m${line}@example.org`;
    return bad.includes(line) ? `${identity},Figma, tea, green` : `${identity},"Figma; tea, green"`;
  });
  return ['id,E-mail,Skills', ...rows].join('\r\n');
}

/** Folder of uploads. */
let folder = '';

/** Waits until the folder holds no upload. */
async function nothingLeft(): Promise<boolean> {
  return waitFor(async () => (await filesIn(folder)).length === 0, {
    describe: 'every upload to be removed',
  });
}

describe('POST /members/import', () => {
  it('accepts 990 of 1,000 lines and names the 10 that are bad', async () => {
    const bad = [2, 13, 14, 500, 501, 502, 503, 777, 1000, 1001];
    const answer = await send(table(1000, bad), csv);
    expect(answer.status).toBe(200);
    const report = await read(answer, ImportAnswer);
    expect(report).toMatchObject({ created: 990, updated: 0, unchanged: 0, rejected_lines: 10 });
    expect(report.rejected.map(({ line, field }) => [line, field])).toEqual(
      bad.map((line) => [line, 'line']),
    );
    expect(report.rejected[0]?.reason).toContain('has 5 cells where the header has 3');
    expect(gateway.peer.state.imported[0]).toMatchObject({
      external_id: 'm3',
      skills: ['Figma', 'tea, green'],
    });
    expect(await nothingLeft()).toBe(true);
  });

  it('accepts a member with an id without the invalid e-mail, and reports it apart from rejected lines', async () => {
    const body = [
      'sep=;',
      '"Member ID";"E-Mail";"Membership Status";"Skills"',
      '"1";"nowhere";"Purple";"Welding, Baking"',
      '"2";"b@example.org";"Active";"Baking"',
      '"";"n/a";"";""',
    ].join('\r');
    const report = await read(await send(body, csv), ImportAnswer);
    expect(report).toMatchObject({ created: 2, rejected_lines: 1, taken_without: 1 });
    expect(report.rejected.map(({ line, field, taken }) => [line, field, taken])).toEqual([
      [3, 'email', true],
      [3, 'membership_status', true],
      [5, 'line', false],
    ]);
    expect(gateway.peer.state.imported[0]).toEqual({ external_id: '1', skills: ['Welding', 'Baking'] });
  });

  it('sends only the columns of the file, and an empty cell as such', async () => {
    const sparse = 'id,bio,is_public\n1,,1\n2,hi,\n';
    const report = await read(await send(sparse, csv, '?empty=clear'), ImportAnswer);
    expect(report).toMatchObject({ created: 2, silent_no: 1 });
    expect(gateway.peer.state.batches).toMatchObject([{ empty: 'clear' }]);
    expect(gateway.peer.state.imported).toEqual([
      { external_id: '1', bio: '', is_public: true },
      { external_id: '2', bio: 'hi', is_public: false },
    ]);
    await send(sparse, csv);
    expect(gateway.peer.state.batches).toMatchObject([{}, { empty: 'keep' }]);
  });

  it('sends no batch that is larger than a message carries, and loses no member', async () => {
    const bio = 'x'.repeat(15_000);
    const lines = Array.from({ length: 150 }, (_, n) => JSON.stringify({ email: `m${n}@example.org`, bio }));
    const report = await read(await send(lines.join('\n'), 'application/x-ndjson'), ImportAnswer);
    expect(report).toMatchObject({ created: 150, rejected: [] });
    expect(gateway.peer.state.batches.length).toBeGreaterThan(4);
    for (const batch of gateway.peer.state.batches) {
      expect(JSON.stringify(batch).length).toBeLessThan(500_000);
    }
  });

  it('rejects a member that no message can carry, and accepts the others', async () => {
    const response = 'x'.repeat(9_900);
    const huge = {
      external_id: 'huge',
      prompt_responses: Array.from({ length: 90 }, (_, at) => ({ prompt: `${at}?`, response })),
    };
    const body = JSON.stringify([huge, { external_id: 'small' }]);
    const report = await read(await send(body, 'application/json'), ImportAnswer);
    expect(report).toMatchObject({ created: 1, rejected: [{ line: 1, field: 'line' }] });
  });

  it('reports what the member service rejects, in the order of the file', async () => {
    const body =
      'email,first_name\na@example.org,Refused\nb@example.org,Bea,too,many\nc@example.org,Refused\nd@example.org,Dan\n';
    const report = await read(await send(body, csv), ImportAnswer);
    expect(report.created).toBe(1);
    expect(report.rejected.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it.each([
    ['application/x-ndjson', '{"email":"a@example.org"}\n{"email":\n{"email":"c@example.org"}\n', 2],
    ['application/json', '[{"email":"a@example.org"},3,{"email":"c@example.org"}]', 2],
    [csv, 'email,bio\na@example.org,hi\nb@example.org,"hi\nc@example.org,hi\n', 2],
  ])('loses no good line of %s to a bad one', async (type, body, created) => {
    const report = await read(await send(body, type), ImportAnswer);
    expect(report).toMatchObject({ created, rejected_lines: 1 });
    expect(await nothingLeft()).toBe(true);
  });

  it.each([
    ['application/xml', '<members/>'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['text/plain;charset=UTF-8', 'email\na@example.org'],
  ])('is a 415 that names the accepted formats for %s', async (type, body) => {
    const problem = await problemIn(await send(body, type));
    expect(problem.status).toBe(415);
    for (const known of ['text/csv', 'application/x-ndjson', 'application/json']) {
      expect(problem.detail).toContain(known);
    }
  });

  it('takes members whom only their names tell apart', async () => {
    const report = await read(await send('first name,bio\nAda,hi\n', csv), ImportAnswer);
    expect(report).toMatchObject({ created: 1, reading: { identity: ['name'] } });
    expect(gateway.peer.state.imported).toEqual([{ external_id: 'name:ada', first_name: 'Ada', bio: 'hi' }]);
  });

  it('is a 422 if the file is empty, or holds no list of members', async () => {
    expect(await problemIn(await send('', csv))).toMatchObject({ status: 422 });
    const problem = await problemIn(await send('{"members": "none"}', 'application/json'));
    expect(problem).toMatchObject({ status: 422, errors: [{ field: 'file' }] });
    expect(problem.detail).toContain('list of members');
  });

  it('is a 413 if the file is too large, with Content-Length or without', async () => {
    expect(await problemIn(await send('x'.repeat(3_000_001), csv))).toMatchObject({ status: 413 });
    const body = new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < 40; piece += 1) {
          controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)));
        }
        controller.close();
      },
    });
    const chunked = await fetch(`${gateway.url}/api/v1/members/import`, {
      method: 'POST',
      headers: { 'content-type': csv },
      body,
      duplex: 'half',
    });
    expect(await problemIn(chunked)).toMatchObject({ status: 413 });
    expect(gateway.peer.state.batches).toEqual([]);
    expect(await nothingLeft()).toBe(true);
  });

  it('retries a batch while the member service is unavailable for a moment', async () => {
    let tries = 0;
    gateway.peer.state.before['members.import'] = () => {
      tries += 1;
      if (tries === 1) {
        throw new ServiceUnavailable('Restarting.');
      }
    };
    expect(await read(await send(table(3), csv), ImportAnswer)).toMatchObject({ created: 3 });
  });

  it('reports how many members were stored if it fails', async () => {
    let tries = 0;
    gateway.peer.state.before['members.import'] = () => {
      tries += 1;
      if (tries === 2) {
        throw new Error('broken');
      }
    };
    const problem = await problemIn(await send(table(1200), csv));
    expect(problem.status).toBe(500);
    expect(gateway.peer.state.imported).toHaveLength(500);
    expect(gateway.peer.state.finished).toMatchObject([{ state: 'interrupted' }]);
    expect(await nothingLeft()).toBe(true);
  });
});

describe('an import', () => {
  it('is recorded with its file name, and named in the answer', async () => {
    const answer = await send(table(3, [2]), csv, '?file_name=Members%202026.csv');
    const { import_id, rejected_lines } = await read(answer, ImportAnswer);
    const { begun, finished, batches } = gateway.peer.state;
    expect(begun).toMatchObject([{ import_id, file_name: 'Members 2026.csv' }]);
    expect(batches).toMatchObject([{ import_id, seen: false }]);
    expect(finished).toEqual([{ import_id, state: 'done', rejected_lines }]);
    const long = `?file_name=${'x'.repeat(301)}`;
    expect(await problemIn(await send(table(1), csv, long))).toMatchObject({ status: 422 });
  });

  it('of bytes, of which the content tells what they are, is taken', async () => {
    for (const body of [
      'email\na@example.org\n',
      ' {"email":"b@example.org"}\n',
      '[{"email":"c@example.org"}]',
    ]) {
      const report = await read(await send(body, 'application/octet-stream'), ImportAnswer);
      expect(report).toMatchObject({ created: 1 });
    }
  });
});

describe('?mapping', () => {
  const file = '{"who":"Ada","mail":"a@example.org"}\n';
  const ndjson = 'application/x-ndjson';
  const query = (mapping: unknown): string =>
    `?mapping=${encodeURIComponent(typeof mapping === 'string' ? mapping : JSON.stringify(mapping))}`;

  it('corrects columns, is remembered for files with the same header, and forgotten', async () => {
    await send(file, ndjson, query({ who: 'bio', mail: 'email' }));
    expect(gateway.peer.state.imported).toEqual([{ bio: 'Ada', email: 'a@example.org' }]);
    await send(file.replace('Ada', 'Bea'), ndjson);
    expect(gateway.peer.state.imported[1]).toMatchObject({ bio: 'Bea' });
    await send(file, ndjson, query({}));
    expect([...gateway.peer.state.mappings.values()]).toEqual([{}]);
  });

  it.each([
    ['no JSON', 'no mapping'],
    ['[]', 'no mapping'],
    [{ who: 'chef' }, 'column "who": is no mapping'],
    [{ nobody: 'bio' }, 'no column "nobody"; its columns are "who", "mail"'],
    [{ ['x'.repeat(1_001)]: 'bio' }, 'no mapping'],
  ])('%j is a 422 that says what to do', async (mapping, why) => {
    const problem = await problemIn(await send(file, ndjson, query(mapping)));
    expect(problem).toMatchObject({ status: 422, errors: [{ field: 'mapping' }] });
    expect(problem.detail).toContain(why);
    expect(gateway.peer.state.begun).toEqual([]);
    expect(gateway.peer.state.mappings.size).toBe(0);
  });

  it('may be as long as 20 kB, whatever is in it', async () => {
    const rows = Array.from({ length: 140 }, (_, at) => `${'ü'.repeat(40)}${at}`);
    const mapping = Object.fromEntries(rows.map((name) => [name, 'skills']));
    const body = JSON.stringify({ email: 'a@example.org', ...mapping });
    const sent = query(mapping);
    expect(sent.length).toBeGreaterThan(30_000);
    expect((await send(body, ndjson, sent)).status).toBe(200);
    expect((await send(body, ndjson, query(`{"${'x'.repeat(20_000)}":"bio"}`))).status).toBe(422);
  });
});

describe('?dry_run=true', () => {
  it('previews the file batch by batch, and imports and remembers nothing', async () => {
    const body = `${table(600, [3])}\r\nx,x@example.org,`;
    const preview = await read(await send(body, csv, '?dry_run=true'), ImportPreview);
    expect(preview).toMatchObject({
      mapping: {},
      mapping_remembered: false,
      members: 600,
      created: 600,
      analysed: 600,
      rejected_lines: 1,
      rejected: [{ taken: false, lines: 1, first: [3] }],
      lost: { fields: 4, members: 2, by_field: [{ field: 'bio', members: 4 }] },
      made_private: 2,
      facets: [{ key: 'skill:figma', members: 600 }],
    });
    expect(preview.first_members.map(({ external_id }) => external_id)).toEqual([
      'm2',
      'm4',
      'm5',
      'm6',
      'm7',
    ]);
    expect(preview).not.toHaveProperty('absent');
    const { begun, batches, finished, mappings, previewed } = gateway.peer.state;
    expect([begun, batches, finished, [...mappings]]).toEqual([[], [], [], []]);
    expect(previewed.map(({ rows }) => rows.length)).toEqual([500, 100]);
    expect(await nothingLeft()).toBe(true);
  });

  it('counts who would be cancelled, as far as that is known', async () => {
    const query = '?dry_run=true&absent=cancel';
    // Of ten two are in the file, and one more is kept; one of the two leaves by the file.
    expect(await read(await send(table(3), csv, query), ImportPreview)).toMatchObject({
      absent: 7,
      absent_of: 9,
    });
    const unknown = '{"email":"a@example.org"}\n{"email":\n';
    const answer = await send(unknown, 'application/x-ndjson', query);
    expect(await read(answer, ImportPreview)).not.toHaveProperty('absent');
  });

  it('uses a mapping that was sent, else the one remembered, and remembers none', async () => {
    const file = '{"who":"Ada","mail":"a@example.org"}\n';
    const mapping = { who: 'bio', mail: 'email' };
    const sent = `?mapping=${encodeURIComponent(JSON.stringify(mapping))}`;
    const ndjson = 'application/x-ndjson';
    const first = await read(await send(file, ndjson, `${sent}&dry_run=true`), ImportPreview);
    expect(first).toMatchObject({ mapping, mapping_remembered: false, first_members: [{ bio: 'Ada' }] });
    expect(gateway.peer.state.mappings.size).toBe(0);
    await send(file, ndjson, sent);
    const second = await read(await send(file, ndjson, '?dry_run=true'), ImportPreview);
    expect(second).toMatchObject({ mapping, mapping_remembered: true, first_members: [{ bio: 'Ada' }] });
  });
});

describe('POST /imports/{id}/undo', () => {
  it('undoes batch by batch until nothing remains, through a moment without the service', async () => {
    let tries = 0;
    gateway.peer.state.before['members.undo-import'] = () => {
      tries += 1;
      if (tries === 2) {
        throw new ServiceUnavailable('Restarting.');
      }
    };
    const answer = await fetch(`${gateway.url}/api/v1/imports/it/undo`, { method: 'POST' });
    expect(await read(answer, UndoReport)).toEqual({ import_id: 'it', removed: 3, restored: 0, left: 0 });
  });
});

describe('a member by hand', () => {
  const call = async (method: string, path: string, body: unknown): Promise<Response> =>
    fetch(`${gateway.url}/api/v1/members${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is added with 201, and changed with 200', async () => {
    const added = await call('POST', '', { first_name: 'Ada' });
    expect(added.status).toBe(201);
    const member = await read(added, Member);
    expect(await problemIn(await call('PATCH', '/1', { bio: 'x' }))).toMatchObject({ status: 404 });
    gateway.peer.state.members.set(1, member);
    const changed = await call('PATCH', '/1', { bio: null });
    expect(changed.status).toBe(200);
    gateway.peer.state.members.clear();
  });

  it.each([
    ['POST', '', { bio: 'Who?' }, 'first_name'],
    ['POST', '', { first_name: 'Ada', age: 3 }, ''],
    ['POST', '', { email: 'nowhere' }, 'email'],
    ['PATCH', '/1', {}, ''],
    ['PATCH', '/1', { membership_status: null }, 'membership_status'],
    ['PATCH', '/1', { bio: 'x', bioo: 'x' }, ''],
  ])('%s %s %j is a 422', async (method, path, body, field) => {
    const problem = await problemIn(await call(method, path, body));
    expect(problem).toMatchObject({ status: 422, errors: [{ field }] });
  });
});

describe('?absent=cancel', () => {
  it('cancels absent members, but not those whose line was rejected', async () => {
    const body = table(600).replace('m7@example.org', 'nowhere');
    const answer = await send(body, csv, '?absent=cancel');
    expect(await read(answer, ImportAnswer)).toMatchObject({ created: 600, taken_without: 1, cancelled: 3 });
    const [batch, second] = gateway.peer.state.batches;
    expect(batch?.import_id).toEqual(second?.import_id);
    expect(gateway.peer.state.cancellations).toEqual([
      { import_id: batch?.import_id, keep_external_ids: [] },
    ]);
  });

  it('cancels nobody if many are absent, until the number is confirmed', async () => {
    gateway.peer.state.absent = { absent: 100_292, members: 100_293 };
    const unconfirmed = await read(await send(table(2), csv, '?absent=cancel'), ImportAnswer);
    expect(unconfirmed).toMatchObject({ created: 2, cancelled: 0, absent: 100_292 });
    expect(unconfirmed.cancel_skipped).toContain('lacks 100,292 of 100,293 members');
    expect(unconfirmed.cancel_skipped).toContain('confirm=100292');
    const other = await read(await send(table(2), csv, '?absent=cancel&confirm=3'), ImportAnswer);
    expect(other).toMatchObject({ cancelled: 0, absent: 100_292 });
    const confirmed = await read(await send(table(2), csv, '?absent=cancel&confirm=100292'), ImportAnswer);
    expect(confirmed).toMatchObject({ cancelled: 100_292, absent: 100_292 });
    expect(confirmed).not.toHaveProperty('cancel_skipped');
    expect(await problemIn(await send(table(2), csv, '?absent=cancel&confirm=all'))).toMatchObject({
      status: 422,
    });
  });

  it('keeps members that the member service rejected', async () => {
    const body = '{"member_id":"a","first_name":"Refused"}\n{"member_id":"b"}\n';
    await send(body, 'application/x-ndjson', '?absent=cancel');
    expect(gateway.peer.state.cancellations).toMatchObject([{ keep_external_ids: ['a'] }]);
  });

  it.each([
    ['no line is good', '{"email":"x"}\n', 'no line'],
    ['a line could not be read', '{"id":"a"}\n{"id":\n', 'line 2'],
  ])('cancels nobody if %s, and says so', async (_case, body, why) => {
    const report = await read(await send(body, 'application/x-ndjson', '?absent=cancel'), ImportAnswer);
    expect(report.cancelled).toBe(0);
    expect(report.cancel_skipped).toContain(why);
    expect(gateway.peer.state.cancellations).toEqual([]);
  });

  it('happens only on request, with the exact value', async () => {
    expect(await read(await send(table(2), csv), ImportAnswer)).not.toHaveProperty('cancelled');
    expect(gateway.peer.state.batches[0]?.seen).toBe(false);
    expect(await problemIn(await send(table(2), csv, '?absent=delete'))).toMatchObject({ status: 422 });
  });
});
