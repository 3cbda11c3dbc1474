import { describe, expect, it } from '@jest/globals';
import type { ShownProfile } from './shown-profile.ts';
import { verifyQuote } from './verify-quote.ts';

const bio = "I am unable to weld, and I can't swim. [name] taught me; 我喜欢在河边散步 at dusk.";
const texts = { bio, looking_for: 'a boat to mend', prompt_responses: '' };
const profile: ShownProfile = {
  role: '',
  texts,
  quotable: { bio: [bio], looking_for: [texts.looking_for], prompt_responses: [] },
};

const verdictOn = (quote: string) =>
  verifyQuote({ member_id: 1, field: 'bio', quote }, { shown: profile, whole: profile }, () => false);

describe('verifyQuote', () => {
  it.each([
    'I am unable to weld',
    'unable to weld, and',
    "I can't swim",
    '[name] taught me',
    '喜欢在河边散步',
    'swim.  [name]\ntaught',
  ])('accepts any whole words of the text: %s', (quote) => {
    expect(verdictOn(quote)).toMatchObject({ verified: true, reason: null });
  });

  it.each(['able to weld', 'unable to wel', 'weld, and I can', 't swim. [name] taught'])(
    'rejects a quote cut in the middle of a word: %s',
    (quote) => {
      expect(verdictOn(quote)).toMatchObject({
        verified: false,
        reason: expect.stringMatching(/quote whole words/),
      });
    },
  );

  it.each([
    ['weld, and', "I am unable to weld, and I can't swim.", 'unable'],
    ['I am unable to weld', "I am unable to weld, and I can't swim.", undefined],
    ['[name] taught me', '[name] taught me; 我喜欢在河边散步 at dusk.', undefined],
    ['swim. [name] taught', bio, "can't"],
  ])('widens a quote to its whole sentences, and tells what turns it: %s', (quote, widened, turned_by) => {
    expect(verdictOn(quote)).toEqual({
      quote: { member_id: 1, field: 'bio', quote: widened },
      verified: true,
      reason: null,
      ...(turned_by === undefined ? {} : { turned_by: expect.stringMatching(/unable|n't/) }),
    });
  });

  it('keeps a quote whose sentences are longer than a quote may be', () => {
    const text = `${'on and '.repeat(100)}over the river`;
    const long = { ...profile, quotable: { ...profile.quotable, bio: [text] } };
    const quote = { member_id: 1, field: 'bio', quote: 'over the river' } as const;
    expect(verifyQuote(quote, { shown: long, whole: long }, () => false).quote.quote).toBe('over the river');
  });

  it('requires the quote in the named field, or names the field that has it', () => {
    expect(verdictOn('a boat to mend').reason).toMatch(
      /stand in the looking_for of member 1, not in its bio/,
    );
    expect(verdictOn('a boat to sail').reason).toMatch(/copy them exactly/);
  });

  it('rejects what was left out as sensitive, and what is, without repeating it', () => {
    const hidden = 'She weaves. I have a condition that I keep to myself.';
    const whole = { ...profile, quotable: { ...profile.quotable, bio: [hidden] } };
    const quote = { member_id: 1, field: 'bio', quote: 'a condition that I keep' } as const;
    for (const verdict of [
      verifyQuote(quote, { shown: profile, whole }, () => false),
      verifyQuote({ ...quote, quote: 'unable to weld' }, { shown: profile, whole: profile }, () => true),
    ]) {
      expect(verdict.verified).toBe(false);
      expect(verdict.reason).toMatch(/is not quoted: quote something else/);
      expect(verdict.reason).not.toMatch(/condition|weld/);
    }
  });
});
