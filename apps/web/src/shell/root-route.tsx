import { createRootRoute } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

/** What every view stands in. */
export const rootRoute = createRootRoute({ component: Shell });
