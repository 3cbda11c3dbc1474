import { createRootRoute } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

/** Root route, which frames every view. */
export const rootRoute = createRootRoute({ component: Shell });
