import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/root-route.tsx';

const discoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/discover',
  component: lazyRouteComponent(async () => import('./discover-view.tsx'), 'DiscoverView'),
});

/** The view that looks for patterns. */
export const discoverRoutes = [discoverRoute] as const;
