import { describe, expect, it } from '@jest/globals';
import { withoutQuotes, withoutQuotesOr } from './quoted-words.ts';

const quotes = ['I came back to Brindlewick to look after my mother', 'A hook.'];

describe('withoutQuotes', () => {
  it.each([
    ['As one says, “I came back to Brindlewick” again.', 'As one says, “…” again.'],
    ['They CAME BACK, to brindlewick to LOOK after them.', 'They … them.'],
    ['It begins with a hook, always.', 'It begins with …, always.'],
    ['I came back to Brindlewick to look after my mother', '…'],
  ])('leaves out of %j what a quote says word for word', (text, rest) => {
    expect(withoutQuotes(text, quotes)).toBe(rest);
  });

  it.each(['They came back to town.', 'Who looks after whom?', '', 'Hooks and crooks'])(
    'leaves %j as it is',
    (text) => {
      expect(withoutQuotes(text, quotes)).toBe(text);
      expect(withoutQuotes(text, [])).toBe(text);
    },
  );

  it('knows the words of scripts without spaces, and composed letters', () => {
    expect(withoutQuotes('私は毎朝パンを焼くのが好きです', ['毎朝パンを焼く'])).toContain('…');
    expect(withoutQuotes('seit dem Ru\u0308ckzug nach Mu\u0308nchen', ['dem Rückzug nach München'])).toBe(
      'seit …',
    );
  });
});

describe('withoutQuotesOr', () => {
  it('gives the other text where too little is left of a quotation, and never for a text that is short by itself', () => {
    expect(withoutQuotesOr('A hook!', quotes, 'Pattern 7')).toBe('Pattern 7');
    expect(withoutQuotesOr('With a hook, always', quotes, 'Pattern 7')).toBe('With …, always');
    expect(withoutQuotesOr('Tea', quotes, 'Pattern 7')).toBe('Tea');
    expect(withoutQuotesOr('你会什么?', quotes, 'Pattern 7')).toBe('你会什么?');
  });
});
