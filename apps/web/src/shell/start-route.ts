import { createRoute, redirect } from '@tanstack/react-router';
import { rootRoute } from './root-route.tsx';

/** `/app/` leads to what most people come for. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    // oxlint-disable-next-line typescript/only-throw-error -- how this router leads elsewhere
    throw redirect({ to: '/patterns', replace: true });
  },
});
