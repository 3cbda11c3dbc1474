import { createRouter } from '@tanstack/react-router';
import { communityRoutes } from './community/routes.ts';
import { discoverRoutes } from './discover/routes.ts';
import { introductionRoutes } from './introductions/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { patternRoutes } from './patterns/routes.ts';
import { runRoutes } from './runs/routes.ts';
import { NotFound } from './shell/not-found.tsx';
import { rootRoute } from './shell/root-route.tsx';
import { RouteFailed } from './shell/route-failed.tsx';
import { startRoute } from './shell/start-route.ts';
import { themeRoutes } from './themes/routes.ts';
import { PageSkeleton } from './ui/states/skeleton.tsx';

/** Router of all views; each has an address below `/app`. */
export const router = createRouter({
  basepath: '/app',
  routeTree: rootRoute.addChildren([
    startRoute,
    ...patternRoutes,
    ...introductionRoutes,
    ...themeRoutes,
    ...discoverRoutes,
    ...communityRoutes,
    ...memberRoutes,
    ...runRoutes,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: RouteFailed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
