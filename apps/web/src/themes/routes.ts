import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../shell/root-route.tsx';
import { ThemeChoice } from './text.ts';

const idInPath = z.object({ themeId: z.coerce.number().int().positive() });

const themesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/themes',
  validateSearch: z.object({
    show: ThemeChoice.optional().catch(undefined),
    key: z.string().max(300).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./themes-view.tsx'), 'ThemesView'),
});

const themeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/themes/$themeId',
  params: {
    parse: (raw) => idInPath.parse(raw),
    stringify: ({ themeId }) => ({ themeId: String(themeId) }),
  },
  component: lazyRouteComponent(async () => import('./theme-view.tsx'), 'ThemeView'),
});

/** Routes of the theme views. */
export const themeRoutes = [themesRoute, themeRoute] as const;
