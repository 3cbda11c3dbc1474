import { expect, it } from '@jest/globals';
import { needsConfirmation } from './needs-confirmation.ts';

it.each([
  [0, 0, false],
  [0, 1, false],
  [1, 1, true],
  [1, 2, true],
  [1, 3, false],
  [2, 3, true],
  [2, 10, false],
  [3, 10, true],
  [20_000, 100_000, false],
  [20_001, 100_000, true],
  [100_292, 100_293, true],
])('%i absent of %i members need confirmation: %s', (absent, members, expected) => {
  expect(needsConfirmation(absent, members)).toBe(expected);
});
