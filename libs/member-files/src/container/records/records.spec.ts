import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTable, rowsOf, sourceInPieces } from '../../../test/tables.ts';
import { MemberFileInvalid } from '../../source/source.ts';
import { openTable } from '../open-table.ts';

/** Records as an object a line. */
const lines = (...records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

const people = (count: number): { name: string; email: string }[] =>
  Array.from({ length: count }, (_, at) => ({ name: `n${at}`, email: `m${at}@example.org` }));

describe('reading records', () => {
  it('makes a column of each key, and of each key of a nested object', async () => {
    const { names, rows } = await readTable(
      lines(
        {
          id: 1,
          profile: { title: 'Smith', links: { web: 'x' } },
          skills: [{ name: 'Welding', level: 4 }],
          none: {},
        },
        { id: '2', 'two\nlines': null, wants: { gis: true, baking: false } },
        { profile: 'none' },
      ),
    );
    expect(names).toEqual([
      'id',
      'profile.title',
      'profile.links.web',
      'skills',
      'two lines',
      'wants.gis',
      'wants.baking',
      'profile',
    ]);
    expect(rows.map(({ line, cells }) => [line, names.map((_, at) => cells[at])])).toEqual([
      [1, [1, 'Smith', 'x', [{ name: 'Welding', level: 4 }], undefined, undefined, undefined, undefined]],
      [2, ['2', undefined, undefined, undefined, null, true, false, undefined]],
      [3, [undefined, undefined, undefined, undefined, undefined, undefined, undefined, 'none']],
    ]);
  });

  it('keeps a map from question to answer as one value', async () => {
    const { rows } = await readTable(
      lines(
        { prompt_responses: { 'Why?': 'Fun' }, answers: { q: 'a', r: null } },
        { prompt_responses: [{ prompt: 'Why?', response: 'Fun' }], answers: { gis: true } },
      ),
    );
    expect(rows.map(({ cells }) => [...cells])).toEqual([
      [{ 'Why?': 'Fun' }, { q: 'a', r: null }],
      [[{ prompt: 'Why?', response: 'Fun' }], undefined, true],
    ]);
  });

  it('numbers headings that would be the same, and names a blank one', async () => {
    const { names, table } = await readTable(
      lines({ 'a b': 1, 'a  b': 2, a: { c: 3 }, 'a.c': 4, ' ': 5 }, {}),
    );
    expect(names).toEqual(['a b', 'a b (2)', 'a.c', 'a.c (2)', 'column 5']);
    expect(table.headings.map(({ text }) => text)).toEqual(['a b', 'a b', 'a.c', 'a.c', '']);
  });

  it('appends keys that first appear far below, without moving a column', async () => {
    const records = Array.from({ length: 3_000 }, (_, at) =>
      at < 2_500 ? { id: at } : { late: at, id: at },
    );
    const table = await openTable(sourceInPieces(lines(...records), 1_000));
    expect(table.headings.map(({ name }) => name)).toEqual(['id']);
    const { rows } = await rowsOf(table);
    expect(table.headings.map(({ name }) => name)).toEqual(['id', 'late']);
    expect(rows.at(-1)).toEqual({ line: 3_000, cells: [2_999, 2_999] });
    expect((await rowsOf(table)).rows).toEqual(rows);
  });

  it('refuses records with more different keys than columns may be', async () => {
    const wide = lines(...Array.from({ length: 5_001 }, (_, at) => ({ [`key ${at}`]: 1 })));
    await expect(readTable(wide)).rejects.toThrow(/more than 5,000 different keys/);
  });

  it('reads the values of MongoDB without their types', async () => {
    const { records } = await readTable(
      lines({ _id: { $oid: '5f' }, at: { $date: { $numberLong: '1' } } }, { _id: { $oid: '6a' } }),
    );
    expect(records).toEqual([{ _id: '5f', at: '1' }, { _id: '6a' }]);
  });

  it('reads the values of a SPARQL query without their types', async () => {
    const bindings = people(3).map(({ name }) => ({
      personLabel: { 'xml:lang': 'en', type: 'literal', value: name },
      home: { type: 'Point', value: 3 },
    }));
    const { names, rows } = await readTable(lines(...bindings));
    expect(names).toEqual(['personLabel', 'home.type', 'home.value']);
    expect(rows.map(({ cells: [name] }) => name)).toEqual(['n0', 'n1', 'n2']);
  });

  it('keeps what lies too deep as one value', async () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
    expect((await readTable(lines(deep, deep))).records[0]).toEqual({ 'a.b.c.d.e.f': { g: 1 } });
  });
});

describe('reading an object a line', () => {
  it('skips blank lines and rejects bad ones with their number', async () => {
    const { rows, rejected } = await readTable('\ufeff{"id":1}\r\n\n{broken\n[1]\n{"id":"é"}\n{"id":3}');
    expect(rows).toEqual([
      { line: 1, cells: [1] },
      { line: 5, cells: ['é'] },
      { line: 6, cells: [3] },
    ]);
    expect(rejected).toEqual([
      [3, expect.stringContaining('not valid JSON')],
      [4, expect.stringContaining('not a JSON object')],
    ]);
  });

  it('rejects a line longer than 1 MB and continues with the next', async () => {
    const long = `{"bio":"${'x'.repeat(1_000_001)}"}\n`;
    const { rows, rejected } = await readTable(`{"id":1}\n{"id":2}\n${long}{"id":4}\n`);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(rejected).toEqual([[3, expect.stringContaining('1 MB')]]);
    const first = await readTable(`${long}{"id":2}\n`);
    expect(first.records).toEqual([{ id: 2 }]);
    expect(first.rejected).toEqual([[1, expect.stringContaining('1 MB')]]);
  });
});

describe('reading JSON', () => {
  it('keeps the items before a break, and says where it broke', async () => {
    for (const size of [3, 100_000]) {
      const { rows, rejected } = await readTable('[{"id":1},\n{"id":2},\n{"id":3 oops},\n{"id":4}]', size);
      expect(rows.map(({ line }) => line)).toEqual([1, 2]);
      expect(rejected).toEqual([
        [3, expect.stringMatching(/the JSON is broken near line [23]: .*were read/)],
      ]);
    }
    expect((await readTable('[{"id":1},{"id":')).rejected).toEqual([
      [2, expect.stringContaining('ends too early')],
    ]);
    expect((await readTable('{"members":[{"id":1}],"x":')).rejected).toEqual([
      [2, expect.stringContaining('ends too early')],
    ]);
    expect((await readTable(`[{"id":1},${'['.repeat(100_000)}`)).rejected).toEqual([
      [2, expect.stringContaining('deep')],
    ]);
  });

  it('rejects items that are no objects or too long', async () => {
    const { rows, rejected } = await readTable(`[{"id":1}, 7, {"bio":"${'x'.repeat(1_000_001)}"}, {"id":4}]`);
    expect(rows.map(({ line }) => line)).toEqual([1, 4]);
    expect(rejected).toEqual([
      [2, expect.stringContaining('not a JSON object')],
      [3, expect.stringContaining('1 MB')],
    ]);
  });

  it.each([
    ['members', { total: 2, page: { members: [{ no: 1 }] }, members: people(2), x: [{}] }],
    ['another key', { projectName: 'x', files: ['README.md'], contributors: people(2) }],
    ['nested keys', { status: 'ok', data: { page: 1, results: people(2) } }],
    [
      'a key of no meaning beside a longer list',
      { places: [{ zip: 1 }, { zip: 2 }, { zip: 3 }], rows: people(2) },
    ],
    [
      'a list of features',
      {
        type: 'FeatureCollection',
        features: people(2).map((properties) => ({ type: 'Feature', properties })),
      },
    ],
    [
      'a key beside lists of each member',
      { users: people(2).map((one) => ({ ...one, friends: people(9) })) },
    ],
  ])('reads the list under %s', async (_, value) => {
    const { records, rejected } = await readTable(JSON.stringify(value, null, 2));
    expect(
      records.map((record) => record.email ?? record['properties.email'] ?? record['attributes.email']),
    ).toEqual(['m0@example.org', 'm1@example.org']);
    expect(rejected).toEqual([]);
  });

  it('says which list it read, and which others compete', async () => {
    const value = { groups: { items: [{ title: 'a' }] }, people: people(2), archived: people(3) };
    const { table } = await readTable(JSON.stringify(value));
    expect(table.notes).toEqual([
      'The members are read from "people" (2 objects); not read: "archived" (3 objects), "groups.items" (1 object).',
    ]);
    expect((await readTable(JSON.stringify({ members: people(2) }))).table.notes).toEqual([]);
    expect((await readTable(JSON.stringify(people(2)))).table.notes).toEqual([]);
  });

  it('reads a map of members, its keys as ids or addresses', async () => {
    const byId = await readTable('{"U1":{"name":"Ada","skills":[{"name":"x"}]},"U2":{"name":"Ben","id":7}}');
    expect(byId.records).toEqual([
      { id: 'U1', name: 'Ada', skills: [{ name: 'x' }] },
      { id: 7, name: 'Ben' },
    ]);
    expect(byId.table.notes).toEqual([
      'The members are read from the outermost object (a map of 2 objects).',
    ]);
    const byAddress = await readTable(
      '{"ok":true,"users":{"a@example.org":{"name":"Ada"},"b@example.org":{"name":"Ben"}}}',
    );
    expect(byAddress.records).toEqual([
      { email: 'a@example.org', name: 'Ada' },
      { email: 'b@example.org', name: 'Ben' },
    ]);
  });

  it('reads a single member with lists of its own, on one line or several', async () => {
    const member = { external_id: 'x', email: 'a@example.org', skills: [{ name: 'Welding' }] };
    for (const indent of [0, 2]) {
      expect((await readTable(JSON.stringify(member, null, indent))).records).toEqual([member]);
    }
  });

  it('reads no members from an empty list', async () => {
    for (const text of ['[]', '{"members":[]}', '{"total":0,"members":[],"links":[{"rel":"self"}]}']) {
      expect((await readTable(text)).rows).toEqual([]);
    }
  });

  it('refuses JSON in which nothing can be members, and says what it has', async () => {
    for (const text of [
      '{}',
      '{"total":2,"files":["a"]}',
      '[1,2',
      '{"a":{"b":1},"c":{"d":1}}',
      '{"name":{"0":"Ada","1":"Ben"},"email":{"0":"a","1":"b"}}',
    ]) {
      await expect(readTable(text)).rejects.toThrow(MemberFileInvalid);
    }
    await expect(readTable('{"total":2,"files":["a"]}')).rejects.toThrow(
      /list of members: .*\(it has: total, files\)/,
    );
    await expect(readTable('{"total" 2}')).rejects.toThrow(/not valid JSON near line 1/);
  });

  it('reads every list of objects as JSON.parse does', async () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.jsonValue({ maxDepth: 2 })));
    const item = fc.record({ id: value, name: value, 'much else': value });
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        async (members, size) => {
          for (const written of [members, { data: { members } }]) {
            const { names, rows } = await readTable(JSON.stringify(written), size);
            const read = rows.map(({ cells }) =>
              Object.fromEntries(names.map((name, at) => [name, cells[at]])),
            );
            expect(read).toEqual(JSON.parse(JSON.stringify(members)));
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('reading YAML', () => {
  it('reads the shapes of JSON, numbers only where they lose nothing', async () => {
    const { table, records } = await readTable(
      '# export\nmembers:\n  - &first\n    id: 007\n    born: 1990\n    phone: 491791234567890123\n    public: yes\n    active: true\n    skills: [Welding, "Baking"]\n    bio: |\n      one\n      two\n  - <<: *first\n    id: 1e5\n    profile: {title: Smith}\n    since: 2024-02-29\n',
    );
    expect(table.format).toBe('YAML');
    expect(records).toEqual([
      {
        id: '007',
        born: 1990,
        phone: '491791234567890123',
        public: 'yes',
        active: true,
        skills: ['Welding', 'Baking'],
        bio: 'one\ntwo\n',
      },
      {
        id: '1e5',
        born: 1990,
        phone: '491791234567890123',
        public: 'yes',
        active: true,
        skills: ['Welding', 'Baking'],
        bio: 'one\ntwo\n',
        'profile.title': 'Smith',
        since: '2024-02-29',
      },
    ]);
  });

  it('reads several documents as one list', async () => {
    expect((await readTable('---\nid: 1\nname: Ada\n---\nid: 2\nname: Ben\n...\n')).records).toEqual([
      { id: 1, name: 'Ada' },
      { id: 2, name: 'Ben' },
    ]);
    expect((await readTable('- id: 1\n---\n- id: 2\n- id: 3\n')).rows).toHaveLength(3);
  });

  it('refuses broken YAML, and aliases that grow', async () => {
    await expect(readTable('members:\n  - id: 1\n   name: x\n')).rejects.toThrow(
      /the YAML cannot be read: .*line 3/,
    );
    await expect(readTable('name: Ada\nid: 1\n\nname: Ben\nid: 2\n')).rejects.toThrow(
      /"name" stands twice; put/,
    );
    const levels = Array.from(
      { length: 12 },
      (_, at) => `l${at + 1}: &l${at + 1} [${new Array<string>(10).fill(`*l${at}`).join(', ')}]`,
    );
    await expect(readTable(`---\nl0: &l0 [x]\n${levels.join('\n')}\n`)).rejects.toThrow(MemberFileInvalid);
  });
});
