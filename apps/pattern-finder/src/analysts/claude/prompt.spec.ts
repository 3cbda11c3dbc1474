import { expect, it } from '@jest/globals';
import { PatternCategory } from '@warren/contracts';
import { systemPrompt } from './prompt.ts';

it('says what each category is, in a line of its own', () => {
  const lines = systemPrompt('Brindlewick Makers').split('\n');
  const from = lines.indexOf('What you may save') + 1;
  const described = lines.slice(from, lines.indexOf('', from));
  expect(described).toHaveLength(PatternCategory.options.length);
  expect(described[0]).toBe('- skill_cluster: skills that go together in the same people.');
  expect(described.map((line) => /^- (\w+): \S.*\.$/.exec(line)?.[1])).toEqual(PatternCategory.options);
});
