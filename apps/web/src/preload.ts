import { router } from './router.tsx';

/**
 * Loads the scripts of the views and dialogs that are not open yet, so that they open at once, and also while the
 * server is away. What cannot be loaded now is asked for again when it is opened.
 */
export async function loadAhead(): Promise<void> {
  await Promise.allSettled([
    ...Object.values(router.routesById).map(async (route) => router.loadRouteChunk(route)),
    import('./patterns/export/export-dialog.tsx'),
    import('./patterns/detail/member-dialog.tsx'),
  ]);
}
