import { fastifyCookie } from '@fastify/cookie';
import { Logger } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NatsConnectionManager, Shutdown } from '@warren/messaging';
import { lookUpReach, serviceLogger } from '@warren/service';
import { guardRoutes } from './access/access.guard.ts';
import { AccessModule } from './access/access.module.ts';
import { authenticatorToken } from './access/authenticator.ts';
import type { Authenticator } from './access/authenticator.ts';
import { limitRequests } from './access/rate-limit.ts';
import { showViewersLess } from './access/viewers.ts';
import { AppModule } from './app.module.ts';
import { carryActor } from './audit/actor-hooks.ts';
import { DeniedRequests } from './audit/denied-requests.ts';
import type { Config } from './config.ts';
import { parseBodies } from './http/bodies/bodies.ts';
import { allowOrigins } from './http/browsers/cors.ts';
import { rejectForeignRequests } from './http/browsers/foreign-requests.ts';
import { setSecurityHeaders } from './http/browsers/security-headers.ts';
import { abandonClosedReads } from './http/client-closed.ts';
import { closeUnreadConnections, connectionTimeouts } from './http/connection-timeouts.ts';
import { serveDocumentation } from './http/openapi.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { protocolErrorHandlers, rejectInvalidHeaders, rejectLargeHeads } from './http/protocol-errors.ts';
import { registerRequestHooks } from './http/request-hooks.ts';
import { drainRequests, shutdownOptions } from './http/shutdown.ts';
import { validation } from './http/validation.ts';
import { serveWebPage } from './http/web-page.ts';

const outsideApi = ['healthz', 'readyz', 'metrics'];

/**
 * Creates the gateway and listens; it answers 503 until NATS and the services behind it are available.
 * @param access module that exports the authenticator; by default the one of `AUTH`
 */
export async function createApp(
  config: Config,
  access: DynamicModule = AccessModule.forRoot(config),
): Promise<NestFastifyApplication> {
  await lookUpReach(config);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, access),
    new FastifyAdapter({
      ...shutdownOptions,
      ...protocolErrorHandlers,
      ...connectionTimeouts(config.MAX_UPLOAD_S * 1000),
    }),
    {
      logger: serviceLogger('gateway', config.LOG_LEVEL, config.LOG_FORMAT),
      abortOnError: false,
      bodyParser: false,
    },
  );
  const server = app.getHttpAdapter().getInstance();
  allowOrigins(app, config.CORS_ORIGINS);
  await setSecurityHeaders(server);
  await server.register(fastifyCookie);
  const count = await limitRequests(server, config.MAX_REQUESTS_PER_MINUTE);
  registerRequestHooks(server);
  const denied = app.get(DeniedRequests);
  carryActor(server, (...tried) => denied.add(...tried));
  rejectInvalidHeaders(server);
  rejectForeignRequests(server, ownNames(config), config.CORS_ORIGINS, outsideApi);
  rejectLargeHeads(server);
  guardRoutes(server, app.get<Authenticator>(authenticatorToken), count);
  showViewersLess(server, config.SMALLEST_GROUP);
  drainRequests(server, app.get(Shutdown));
  abandonClosedReads(server);
  closeUnreadConnections(server);
  parseBodies(server);
  app.setGlobalPrefix('api/v1', { exclude: [...outsideApi, 'auth/*path'] });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  serveDocumentation(app);
  serveWebPage(app);
  const logger = new Logger('Gateway');
  if (config.AUTH === 'local' && config.ALLOWED_HOSTS.length > 0) {
    logger.warn(
      'ALLOWED_HOSTS names the gateway for others, and AUTH=local asks nobody who they are: whoever reaches it may do everything.',
    );
  }
  app
    .get(NatsConnectionManager)
    .connected()
    .catch((error: unknown) => logger.error(`NATS cannot be used: ${String(error)}`));
  await app.listen(config.PORT, config.HOST);
  logger.log(`REST, page and /docs are at ${await app.getUrl()}`);
  return app;
}

/** Names and addresses under which the gateway is reached, beside those of the machine itself. */
function ownNames({ HOST, ALLOWED_HOSTS, PUBLIC_URL }: Config): string[] {
  return [HOST, ...ALLOWED_HOSTS, ...(PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname])];
}
