import { expect, it } from '@jest/globals';
import { linkToNext } from './pagination.ts';

it('links to the next page with the same query and the new cursor', () => {
  const link = linkToNext('/api/v1/patterns?q=tea+%26+cake&limit=2&cursor=old', 'a/b=');
  const url = new URL(/^<(.*)>; rel="next"$/.exec(link)?.[1] ?? '', 'http://warren.example');
  expect(url.pathname).toBe('/api/v1/patterns');
  expect(Object.fromEntries(url.searchParams)).toEqual({ q: 'tea & cake', limit: '2', cursor: 'a/b=' });
});
