import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../shell/root-route.tsx';
import { IntroductionChoice } from './text.ts';

const introductionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/introductions',
  validateSearch: z.object({
    show: IntroductionChoice.optional().catch(undefined),
    page: z.number().int().min(1).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./introductions-view.tsx'), 'IntroductionsView'),
});

/** Route of the introductions. */
export const introductionRoutes = [introductionsRoute] as const;
