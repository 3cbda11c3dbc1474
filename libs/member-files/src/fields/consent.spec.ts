import { describe, expect, it } from '@jest/globals';
import type { MemberFormat } from '@warren/contracts';
import { readAll } from '../../test/sources.ts';
import { parseMember } from './member.ts';

/** The `is_public` of each line: yes, no, or nothing. */
async function consentOf(content: string, format: MemberFormat = 'csv'): Promise<(boolean | undefined)[]> {
  return (await readAll(content, format)).map((read) => {
    const parsed = 'record' in read ? parseMember(read.record) : undefined;
    return parsed !== undefined && 'line' in parsed ? parsed.line.is_public : undefined;
  });
}
const table = (heading: string, ...cells: string[]): string =>
  [`id,${heading}`, ...cells.map((cell, at) => `${at + 1},${cell}`)].join('\n');

describe('an empty is_public', () => {
  it.each(['1', 'true', 'TRUE', 'True', 'yes', 'ja', 'x', '✓', 'public'])(
    'means no if every answer is %s',
    async (yes) => {
      expect(await consentOf(table('is_public', '', yes, '', yes))).toEqual([false, true, false, true]);
    },
  );

  it('means no under any of its names, and if an answer cannot be read', async () => {
    expect(await consentOf(table('Profile public', 'yes', ''))).toEqual([true, false]);
    expect(await consentOf(table('visible', 'yes', '', 'friends'))).toEqual([true, false, undefined]);
  });

  it('means nothing if some answers are no, or there is no answer', async () => {
    expect(await consentOf(table('is_public', 'yes', '', 'no'))).toEqual([true, undefined, false]);
    expect(await consentOf(table('is_public', '1', '', '0'))).toEqual([true, undefined, false]);
    expect(await consentOf('id,is_public,bio\n1,,a\n2,,b\n')).toEqual([undefined, undefined]);
  });

  it('means no in NDJSON and JSON too, if a record has it empty', async () => {
    const records = [{ id: 1, public: null }, { id: 2, public: true }, { id: 3 }, { id: 4, public: '' }];
    const expected = [false, true, undefined, false];
    expect(await consentOf(records.map((record) => JSON.stringify(record)).join('\n'), 'ndjson')).toEqual(
      expected,
    );
    expect(await consentOf(JSON.stringify(records), 'json')).toEqual(expected);
  });

  it('keeps a new member private if the file has answers and theirs is empty, in a short row too', async () => {
    const newcomers = async (content: string, format: MemberFormat = 'csv'): Promise<unknown[]> =>
      (await readAll(content, format)).map((read) => {
        const parsed = 'record' in read ? parseMember(read.record, read) : undefined;
        return parsed !== undefined && 'member' in parsed ? parsed.member.is_public : undefined;
      });
    const short = 'email,skills,is_public\na@e.org,Welding,yes\nb@e.org,Baking\nc@e.org,Baking,\n';
    expect(await newcomers(short)).toEqual([true, false, false]);
    expect(await newcomers(`${short}d@e.org,x,no\n`)).toEqual([true, false, false, false]);
    expect(await newcomers(table('is_public', '', 'no', 'yes'))).toEqual([false, false, true]);
    expect(await newcomers(table('is_public', '', 'friends'))).toEqual([false, false]);
    expect(await newcomers('id,bio,is_public\n1,x\n2,y,\n')).toEqual([true, true]);
    const records = '{"id":1,"public":true}\n{"id":2}\n{"id":3,"public":null}\n';
    expect(await newcomers(records, 'ndjson')).toEqual([true, true, false]);
    expect(await newcomers('[{"id":1},{"id":2,"public":false}]', 'json')).toEqual([true, false]);
    expect(await newcomers('[{"id":1},{"id":2}]', 'json')).toEqual([true, true]);
  });

  it('is reported', async () => {
    const lines = await readAll(table('is_public', '1', ''), 'csv');
    expect(lines.map((read) => 'record' in read && read.silentNo === true)).toEqual([false, true]);
    const mixed = await readAll(table('is_public', '1', '', '0'), 'csv');
    expect(mixed.map((read) => 'record' in read && read.noAnswer === true)).toEqual([false, true, false]);
  });
});
