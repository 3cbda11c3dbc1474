import { describe, expect, it } from '@jest/globals';
import { ReturnTo } from './return-to.ts';

describe('the address to return to', () => {
  it.each(['/app/', '/app/patterns/7?q=a%20b#quotes', '/app'])('may be %s', (path) => {
    expect(ReturnTo.parse(path)).toBe(path);
  });

  it('is the start of the page where none is given', () => {
    expect(ReturnTo.parse(undefined)).toBe('/app/');
  });

  it.each([
    '',
    'https://evil.example/app/',
    '//evil.example/app/',
    '/\\evil.example/app/',
    '\\/evil.example/app/',
    '/\t/evil.example/app/',
    'javascript:alert(1)',
    'app/patterns',
    '/api/v1/members',
    '/app/../api/v1/members',
    '/app/%2e%2e/api/v1/members',
    '/application',
    ' /app/',
    '/auth/login?return_to=/app/',
  ])('is never %j', (text) => {
    expect(ReturnTo.safeParse(text).success).toBe(false);
  });
});
