import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../shell/root-route.tsx';
import { PatternsView } from './list/patterns-view.tsx';
import { PatternsSearch } from './search.ts';

const idInPath = z.object({ patternId: z.coerce.number().int().positive() });

const patternsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/patterns',
  validateSearch: PatternsSearch,
  component: PatternsView,
});

const patternRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/patterns/$patternId',
  params: {
    parse: (raw) => idInPath.parse(raw),
    stringify: ({ patternId }) => ({ patternId: String(patternId) }),
  },
  component: lazyRouteComponent(async () => import('./detail/pattern-view.tsx'), 'PatternView'),
});

/** Routes of the pattern views. The list is in the first script, since most visits begin there. */
export const patternRoutes = [patternsRoute, patternRoute] as const;
