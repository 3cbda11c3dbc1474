import { Text } from '@warren/contracts';

/** The page's first view. */
export const startOfPage = '/app/';

const nowhere = 'http://warren.invalid';

/**
 * Address of the page to return to after the login: a path below `/app/`, with query and fragment. An address of somebody
 * else, or of the API, would let a link send people anywhere after a login that they trust.
 */
export const ReturnTo = Text.max(2_000)
  .transform((text, context) => {
    const url = /^\/(?![/\\])/.test(text) ? URL.parse(text, nowhere) : null;
    if (url?.origin !== nowhere || !(url.pathname.startsWith(startOfPage) || url.pathname === '/app')) {
      context.addIssue({ code: 'custom', message: 'must be a path of the page, e.g. /app/patterns' });
      return startOfPage;
    }
    return `${url.pathname}${url.search}${url.hash}`;
  })
  .default(startOfPage)
  .describe('Path of the page to return to, below /app/');
