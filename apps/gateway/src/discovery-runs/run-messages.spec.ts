import { describe, expect, it } from '@jest/globals';
import { RunStatus } from '@warren/contracts';
import { aRun } from '../../test/builders.ts';
import { discoverReplyOf, progressOf } from './run-messages.ts';

describe('discoverReplyOf', () => {
  it('is a success for the status succeeded only', () => {
    const successes = RunStatus.options.filter((status) => discoverReplyOf(aRun(1, { status })).success);
    expect(successes).toEqual(['succeeded']);
  });

  it('answers with the text of the run if it succeeded, else with status, reason and text', () => {
    const run = aRun(1, { status: 'succeeded', response_text: 'Two patterns.' });
    expect(discoverReplyOf(run).response_text).toBe('Two patterns.');
    const failed = discoverReplyOf({ ...run, status: 'failed', reason: 'No members.' });
    expect(failed.response_text).toBe('The run failed. No members. Two patterns.');
  });
});

describe('progressOf', () => {
  it('has the status as a sentence, with the reason', () => {
    const run = aRun(3, { status: 'paused', reason: 'The model is unavailable.' });
    const at = new Date('2026-03-01T10:00:00Z');
    expect(progressOf(run, 'snapshot', at)).toMatchObject({
      run_id: 3,
      step: 'snapshot',
      message: 'The run is paused. The model is unavailable.',
      at: '2026-03-01T10:00:00.000Z',
    });
  });
});
