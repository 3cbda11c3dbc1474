import { expect, it } from '@jest/globals';
import { emptyDraft } from './draft.ts';
import { memberLineOf } from './finish-draft.ts';

const answers = (count: number, prompt: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => ({ prompt: prompt(at), response: 'yes' }));

it('leaves out answers to questions that are too long, and those beyond the most that a member may have', () => {
  const draft = emptyDraft(2);
  draft.values.prompt_responses = answers(300, (at) => `${at}${'?'.repeat(at % 50 === 0 ? 2000 : 5)}`);
  const { prompt_responses: kept = [] } = memberLineOf(draft);
  expect(kept).toHaveLength(196);
  expect(kept.every(({ prompt }) => prompt.length < 1000)).toBe(true);
  expect(draft.without).toHaveLength(5);
  expect(draft.without[0]?.reason).toMatch(/more than 200 entries/);
});
