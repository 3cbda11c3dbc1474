import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourceInPieces } from '../../test/tables.ts';
import { openInParts, openMembers } from './open-members.ts';
import type { PartedReading } from './open-members.ts';
import { packRows, unpackRows } from './packed-rows.ts';
import { PartReader } from './part-reader.ts';

const people = Array.from({ length: 1_300 }, (_, at) => ({
  id: `m${at}`,
  email: at % 3 === 0 ? null : `M${at}@Example.org`,
  name: `Ada ${at} Ash`,
  bio: at % 7 === 0 ? 'Weaves “at night”, and ties.' : '',
  skills: at % 2 === 0 ? ['Felt', `Silk ${at % 5}`] : 'Felt, Wool',
  joined: at,
}));
const sourceOf = (text: string) => sourceInPieces(text, 65_536);
const ndjson = (records: readonly object[]): string =>
  records.map((record) => JSON.stringify(record)).join('\n');

/** Reads all parts by two readers in turn, as two threads would. */
async function readInParts(reading: PartedReading) {
  const readers = [new PartReader(reading.plan), new PartReader(structuredClone(reading.plan))];
  const members = [];
  let part = 0;
  for await (const rows of reading.parts()) {
    const read = readers[part % 2]?.read(part % 2 === 0 ? rows : unpackRows(structuredClone(packRows(rows))));
    part += 1;
    if (read !== undefined) {
      reading.take(read.summary);
      members.push(...read.members);
    }
  }
  return { members, isRight: reading.isRight, parts: part };
}

describe('a file read in parts', () => {
  it('has the members and the report of the file read at once', async () => {
    const text = `${ndjson(people)}\nno JSON`;
    const inParts = await openInParts(sourceOf(text));
    const { members, isRight, parts } = await readInParts(inParts);
    const reading = await openMembers(sourceOf(text));
    const expected = [];
    for await (const batch of reading.members()) {
      expected.push(...batch);
    }
    expect([isRight, parts]).toEqual([true, 3]);
    expect(members.toSorted((a, b) => a.line - b.line)).toEqual(expected);
    expect(inParts.end().report).toEqual(reading.report);
  });

  it.each([
    ['several rows of a member', [...people, { ...people[0], skills: ['Silk'] }]],
    ['an address of several members', [...people, { id: 'z', email: 'm1@example.org' }]],
    ['a name of several members', [{ name: 'Ada Ash' }, { name: 'Bo Elm' }, { name: 'Ada Ash' }]],
    [
      'an empty consent beside a yes',
      [
        { ...people[0], public: 'yes' },
        { ...people[1], public: '' },
      ],
    ],
  ])('is to be read at once where it has %s', async (_, records) => {
    const { isRight } = await readInParts(await openInParts(sourceOf(ndjson(records))));
    expect(isRight).toBe(false);
  });

  it('is to be read at once where a column comes late', async () => {
    const many = Array.from({ length: 20_500 }, (_, id) => ({ id, skills: ['Felt'] }));
    const { isRight } = await readInParts(
      await openInParts(sourceOf(ndjson([...many, { id: 'z', bio: 'Weaves.' }]))),
    );
    expect(isRight).toBe(false);
  });
});

describe('packRows', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.string()),
    fc.constantFrom(undefined, null, 0, true),
    fc.jsonValue(),
  );

  it('gives the rows back, whatever is in their cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 })), (table) => {
        const rows = table.map((cells, at) => ({ line: at + 2, cells }));
        const rejected = { line: 1, rejected: { field: 'line', reason: 'is too long' } };
        expect(unpackRows(structuredClone(packRows([...rows, rejected])))).toEqual([rejected, ...rows]);
      }),
    );
  });
});
