import { describe, expect, it } from '@jest/globals';
import { UsageError } from '../command-line.ts';
import { readOptions } from './options.ts';

describe('the command line', () => {
  it('has defaults for all but the file', () => {
    expect(readOptions(['members.csv'])).toEqual({
      file: 'members.csv',
      json: false,
      read: false,
      mapping: undefined,
      all: false,
      q: 0.05,
      focus: [],
    });
  });

  it('takes a focus as a list, as several options, or both', () => {
    expect(readOptions(['m.jsonl', '--focus', 'Python, interests', '--focus=skill_cluster'])).toMatchObject({
      focus: ['Python', 'interests', 'skill_cluster'],
    });
  });

  it('takes corrections of columns', () => {
    const mapping = { Notes: 'ignored', Chess: { role: 'interests', option: 'Chess' } };
    expect(readOptions(['m.xlsx', '--mapping', JSON.stringify(mapping)])).toMatchObject({ mapping });
  });

  it('shows help whatever the other arguments are', () => {
    expect(readOptions(['--help', '--json'])).toBe('help');
  });

  it.each([
    ['no file', [], 'Name a file of members.'],
    ['two files', ['a.csv', 'b.csv'], 'Name one file, not 2: a.csv, b.csv.'],
    ['an unknown option', ['a.csv', '--jsn'], "Unknown option '--jsn'."],
    ['a q that is no number', ['a.csv', '--q', '5%'], '--q takes a number above 0 and below 1'],
    ['a q of nothing', ['a.csv', '--q='], '--q takes a number above 0 and below 1'],
    ['a q of 1', ['a.csv', '--q', '1'], '--q takes a number above 0 and below 1'],
    ['a q without a number', ['a.csv', '--q'], "Option '--q <value>' argument missing."],
    ['an empty focus', ['a.csv', '--focus', ' , '], '--focus takes 1 to 20 areas'],
    ['a focus of 21 areas', ['a.csv', '--focus', 'a,'.repeat(21)], '--focus takes 1 to 20 areas'],
    ['a mapping that is no JSON', ['a.csv', '--mapping', 'Notes=bio'], '--mapping takes a JSON object'],
    ['a mapping to no role', ['a.csv', '--mapping', '{"Notes":"notes"}'], '--mapping takes a JSON object'],
  ])('rejects %s and says what to do', (_what, args, message) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(message);
  });
});
