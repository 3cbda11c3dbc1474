import { describe, expect, it } from '@jest/globals';
import { PatternCategory } from '@warren/contracts';
import { isLittleNew, systemPrompt, toldOfChanges, toldOfReading } from './prompt.ts';

it('says what each category is, in a line of its own', () => {
  const lines = systemPrompt('Brindlewick Makers').split('\n');
  const from = lines.indexOf('What you may save') + 1;
  const described = lines.slice(from, lines.indexOf('', from));
  expect(described).toHaveLength(PatternCategory.options.length);
  expect(described[0]).toBe('- skill_cluster: skills that go together in the same people.');
  expect(described.map((line) => /^- (\w+): \S.*\.$/.exec(line)?.[1])).toEqual(PatternCategory.options);
});

describe('what the first message says of the texts', () => {
  it('takes one in twenty for little, and one in a small membership', () => {
    expect([0, 1, 5, 6].map((unread) => isLittleNew(unread, 100))).toEqual([true, true, true, false]);
    expect([1, 2].map((unread) => isLittleNew(unread, 8))).toEqual([true, false]);
  });

  it('tells what earlier runs have read, and what nobody has', () => {
    expect(toldOfReading({ members: 100, read: 100, read_in_run: 3, unread: 0 })).toBe(
      '100 members have written something. 97 were read as they are in earlier runs. Below is all of it that is new, as data.',
    );
    expect(toldOfReading({ members: 100, read: 40, read_in_run: 40, unread: 60 })).toContain(
      '60 have been read by nobody: read_profiles goes on.',
    );
  });

  it('sends a run for which little is new to the analysis no more', () => {
    expect([toldOfChanges(0), toldOfChanges(3)]).toEqual(
      [/^So little .* and end\. No candidate .* read again\.$/, /and end\. Below are .* read again\.$/].map(
        (text) => expect.stringMatching(text),
      ),
    );
  });
});
