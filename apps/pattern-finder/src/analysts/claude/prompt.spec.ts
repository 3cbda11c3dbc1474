import { describe, expect, it } from '@jest/globals';
import { PatternCategory } from '@warren/contracts';
import { systemPrompt, toldOfReading } from './prompt.ts';

it('says what each category is, in a line of its own', () => {
  const lines = systemPrompt('Brindlewick Makers').split('\n');
  const from = lines.indexOf('What you may save') + 1;
  const described = lines.slice(from, lines.indexOf('', from));
  expect(described).toHaveLength(PatternCategory.options.length);
  expect(described[0]).toBe('- skill_cluster: skills that go together in the same people.');
  expect(described.map((line) => /^- (\w+): \S.*\.$/.exec(line)?.[1])).toEqual(PatternCategory.options);
});

describe('what the first message says of the texts', () => {
  const reading = { members: 100, read: 100, read_in_run: 3, unread: 0 };

  it('asks for a short run where little is new', () => {
    expect(toldOfReading(reading)).toContain('see what it changes, save only that, and end');
    expect(toldOfReading({ ...reading, read_in_run: 6 })).not.toContain('and end');
    expect(toldOfReading({ ...reading, read: 80, unread: 20 })).not.toContain('and end');
  });

  it('asks for none in the first run, however few have written', () => {
    expect(toldOfReading({ members: 1, read: 1, read_in_run: 1, unread: 0 })).not.toContain('and end');
  });
});
