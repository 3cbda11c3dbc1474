import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../shell/root-route.tsx';
import { MembersSearch } from './search.ts';

const idInPath = z.object({ memberId: z.coerce.number().int().positive() });

const membersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members',
  validateSearch: MembersSearch,
  component: lazyRouteComponent(async () => import('./members-view.tsx'), 'MembersView'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/import',
  component: lazyRouteComponent(async () => import('./import-view.tsx'), 'ImportView'),
});

const newMemberRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/new',
  component: lazyRouteComponent(async () => import('./edit/new-member-view.tsx'), 'NewMemberView'),
});

const idParams = {
  parse: (raw: { memberId: string }) => idInPath.parse(raw),
  stringify: ({ memberId }: { memberId: number }) => ({ memberId: String(memberId) }),
};

const memberRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/$memberId',
  params: idParams,
  component: lazyRouteComponent(async () => import('./member-view.tsx'), 'MemberView'),
});

const editMemberRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/$memberId/edit',
  params: idParams,
  component: lazyRouteComponent(async () => import('./edit/edit-member-view.tsx'), 'EditMemberView'),
});

/** Routes of the member views. */
export const memberRoutes = [
  membersRoute,
  importRoute,
  newMemberRoute,
  memberRoute,
  editMemberRoute,
] as const;
