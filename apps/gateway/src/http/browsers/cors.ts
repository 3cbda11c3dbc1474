import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Longest time, in seconds, for which a browser remembers what an origin may send. */
const maxAgeS = 600;

/**
 * Lets pages of these origins read answers and send requests; without any, no header of CORS is sent. They send no
 * cookies: they authenticate by a token.
 */
export function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length > 0) {
    app.enableCors({
      origin: [...origins],
      credentials: false,
      methods: ['GET', 'POST', 'PATCH', 'DELETE'],
      exposedHeaders: ['Link', 'Location', 'Preference-Applied', 'Retry-After', 'X-Total-Count'],
      maxAge: maxAgeS,
    });
  }
}
