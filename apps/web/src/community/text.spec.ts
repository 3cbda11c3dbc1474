import { describe, expect, it } from '@jest/globals';
import { fieldName, fillText } from './text.ts';

describe('fields of a profile', () => {
  it('have a label, even if unknown to this page', () => {
    expect([fieldName('prompt_responses'), fieldName('company'), fieldName('home_town')]).toEqual([
      'Answers to questions',
      'Company',
      'Home town',
    ]);
  });

  it('say how much members wrote into them', () => {
    const field = { rate: 0.5, filled: 4, total: 8 };
    expect(fillText({ ...field, avg_length: 240.4 })).toBe('240 characters each');
    expect(fillText({ ...field, avg_count: 4.25 })).toBe('4.3 each');
    expect(fillText({ ...field, filled: 0, rate: 0, avg_count: 0 })).toBe('nobody yet');
  });
});
