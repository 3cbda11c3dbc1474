import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/root-route.tsx';

const communityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/community',
  component: lazyRouteComponent(async () => import('./community-view.tsx'), 'CommunityView'),
});

/** The view of the whole membership. */
export const communityRoutes = [communityRoute] as const;
