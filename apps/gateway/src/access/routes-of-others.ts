import type { Access } from './requires-role.ts';

/**
 * Access to the routes that carry no decorator: those of health, of the page's files and of the documentation, which tell
 * nothing of members. `/*` stands for all paths below.
 */
export const routesOfOthers: Readonly<Record<string, Access>> = {
  '/healthz': 'public',
  '/readyz': 'public',
  '/metrics': 'operator',
  '/': 'public',
  '/app': 'public',
  '/app/*': 'public',
  '/docs': 'public',
  '/docs/*': 'public',
  '/openapi.json': 'public',
};

/** Access to a route without a decorator, by its path as it is registered; undefined where nothing says it. */
export function accessToOthers(path: string): Access | undefined {
  const found = Object.entries(routesOfOthers).find(
    ([pattern]) => pattern === path || (pattern.endsWith('/*') && path.startsWith(pattern.slice(0, -1))),
  );
  return found?.[1];
}
