import { router } from './router.tsx';

/**
 * Preloads the scripts of the other views and dialogs, so that they open at once, and also while the server is
 * unavailable. A script that fails to load is loaded again when its view is opened.
 */
export async function preload(): Promise<void> {
  await Promise.allSettled([
    ...Object.values(router.routesById).map(async (route) => router.loadRouteChunk(route)),
    import('./patterns/export/export-dialog.tsx'),
    import('./patterns/detail/member-dialog.tsx'),
  ]);
}
