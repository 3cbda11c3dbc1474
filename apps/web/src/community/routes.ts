import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/root-route.tsx';

const communityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/community',
  component: lazyRouteComponent(async () => import('./community-view.tsx'), 'CommunityView'),
});

/** Route of the community view. */
export const communityRoutes = [communityRoute] as const;
