import { describe, expect, it } from '@jest/globals';
import { webAddress } from './links.ts';

describe('webAddress', () => {
  it('accepts web addresses, with or without a scheme', () => {
    expect(webAddress('https://example.org/a?b=1')).toBe('https://example.org/a?b=1');
    expect(webAddress('example.org/ada')).toBe('https://example.org/ada');
  });

  it('rejects all other addresses', () => {
    for (const text of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.example',
      'ask me',
      'http://',
      'localhost',
    ]) {
      expect([text, webAddress(text)]).toEqual([text, undefined]);
    }
  });
});
