import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

const folder = join(import.meta.dirname, '../../../web/dist/page');
/** Vite names these after their content: what such a name stands for never changes. */
const named = `${sep}assets${sep}`;
const aYear = 'public, max-age=31536000, immutable';

/**
 * Serves the web page below `/app`, where no path of the API can be: its files as they were built, and for every other
 * path there the page itself, which shows what the path names. `/` leads to it.
 */
export function serveWebPage(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  for (const path of ['/', '/app']) {
    server.get(path, async (_request, reply) => reply.redirect('/app/', 302));
  }
  if (!existsSync(join(folder, 'index.html'))) {
    // npm start builds it meanwhile, and it is served from then on
    new Logger('Gateway').warn('The page is not built yet: npx nx build @warren/web builds it.');
  }
  server.register(fastifyStatic, {
    root: folder,
    // the page may be built again while this runs: what is there is looked up at each request
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(named) ? aYear : 'no-cache');
    },
  });
  server.get<{ Params: { '*': string } }>('/app/*', async ({ params }, reply) =>
    reply.sendFile(isFile(params['*']) ? params['*'] : 'index.html'),
  );
}

/** What the build names, or lies beside it; a file that is gone is missing, and not the page. */
function isFile(path: string): boolean {
  return path.startsWith('assets/') || /^[\w-]+\.\w+$/.test(path);
}
