import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const folder = join(import.meta.dirname, '../../../web/dist/page');
/** Folder of files that Vite names by a hash of their content, so that they never change. */
const hashedFolder = `${sep}assets${sep}`;
const immutableForever = 'public, max-age=31536000, immutable';

/**
 * Serves the web page below `/app`, apart from all paths of the API: its files as built, and for every other path
 * there index.html, whose router shows the view. `/` redirects to it.
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
    // the page may be rebuilt while this runs, so files are looked up at each request
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(hashedFolder) ? immutableForever : 'no-cache');
    },
  });
  server.get<{ Params: { '*': string } }>('/app/*', async ({ params }, reply) =>
    reply.sendFile(isFile(params['*']) ? params['*'] : 'index.html'),
  );
}

/** Checks whether a path names a file of the build; a missing file is a 404, not index.html. */
function isFile(path: string): boolean {
  return path.startsWith('assets/') || /^[\w-]+\.\w+$/.test(path);
}
