import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../shell/root-route.tsx';

const discoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/discover',
  // the run that is looked at: so it is found again after a reload, and in another tab
  validateSearch: z.object({ run: z.number().int().positive().optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./discover-view.tsx'), 'DiscoverView'),
});

/** The view that looks for patterns. */
export const discoverRoutes = [discoverRoute] as const;
