import { describe, expect, it } from '@jest/globals';
import { streams } from '@warren/contracts';
import { inboxDays } from './old-messages.ts';

describe('the id of a handled message', () => {
  it.each([7, 90])(
    'outlives every copy that may still be delivered, with parked ones kept %i days',
    (days) => {
      const { max_age_ms } = streams.find(({ name }) => name === 'EVENTS')!;
      const stream = max_age_ms / 86_400_000;
      // Parked at the end of its time, replayed at the end of that, and published again from a lost stream's outbox.
      expect(inboxDays(days)).toBeGreaterThanOrEqual(stream + days + 2 * stream);
    },
  );
});
