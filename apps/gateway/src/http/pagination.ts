import type { z } from 'zod';
import { MemberQuery } from '@warren/contracts';

/** Query parameters of a page of a list. */
export const PageQuery = MemberQuery.omit({ q: true });
export type PageQuery = z.infer<typeof PageQuery>;

/** Header `Link` (RFC 8288) to the next page: the same query with another cursor, relative to the server. */
export function linkToNext(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `<${path}?${parameters.toString()}>; rel="next"`;
}
