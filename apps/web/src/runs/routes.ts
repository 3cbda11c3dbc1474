import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { RunStatus } from '@warren/contracts';
import { rootRoute } from '../shell/root-route.tsx';

const idInPath = z.object({ runId: z.coerce.number().int().positive() });

const runsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/runs',
  validateSearch: z.object({
    status: RunStatus.optional().catch(undefined),
    page: z.number().int().min(1).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./runs-view.tsx'), 'RunsView'),
});

const runRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/runs/$runId',
  params: { parse: (raw) => idInPath.parse(raw), stringify: ({ runId }) => ({ runId: String(runId) }) },
  component: lazyRouteComponent(async () => import('./run-view.tsx'), 'RunView'),
});

/** Routes of the run views. */
export const runRoutes = [runsRoute, runRoute] as const;
