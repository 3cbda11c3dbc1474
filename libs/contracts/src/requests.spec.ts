import { expect, it } from '@jest/globals';
import { requests } from './index.ts';

it('reads the minimum of members from replies that do not have it yet as its default', () => {
  const rules = requests['community.evaluate-rules'].reply;
  expect(rules.parse({ revision: 1, evaluations: [] }).min_members).toBe(3);
  expect(rules.parse({ revision: 1, min_members: 5, evaluations: [] }).min_members).toBe(5);
  const quotes = requests['community.verify-quotes'].reply;
  expect(quotes.parse({ revision: 1, total_active_members: 9, verdicts: [] }).min_members).toBe(3);
});
