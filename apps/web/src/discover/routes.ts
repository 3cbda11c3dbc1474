import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../shell/root-route.tsx';

const discoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/discover',
  // the run that is shown, so that it survives a reload and opens in another tab
  validateSearch: z.object({ run: z.number().int().positive().optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./discover-view.tsx'), 'DiscoverView'),
});

/** Route of the discover view. */
export const discoverRoutes = [discoverRoute] as const;
