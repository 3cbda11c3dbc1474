import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../shell/root-route.tsx';

const idInPath = z.object({ memberId: z.coerce.number().int().positive() });

const membersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members',
  // the search text may be a name, and names are never in the address: only the page number is
  validateSearch: z.object({ page: z.number().int().min(1).optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./members-view.tsx'), 'MembersView'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/import',
  component: lazyRouteComponent(async () => import('./import-view.tsx'), 'ImportView'),
});

const memberRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/$memberId',
  params: {
    parse: (raw) => idInPath.parse(raw),
    stringify: ({ memberId }) => ({ memberId: String(memberId) }),
  },
  component: lazyRouteComponent(async () => import('./member-view.tsx'), 'MemberView'),
});

/** Routes of the member views. */
export const memberRoutes = [membersRoute, importRoute, memberRoute] as const;
