import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { HealthModule } from '../src/index.ts';

let natsIsUp = true;
let databaseHangs = false;
const never = Promise.withResolvers<never>().promise;

@Module({
  imports: [
    HealthModule.forRoot(
      [],
      () => ({
        nats: () => natsIsUp,
        database: async () => (natsIsUp ? Promise.resolve(true) : Promise.reject(new Error('refused'))),
        parked: async () => (databaseHangs ? never : Promise.resolve({ up: true, messages: {} })),
      }),
      {
        useFactory: () => [
          { name: 'hanging', help: 'Waits', label: 'of', read: async () => (databaseHangs ? never : []) },
          {
            name: 'figure',
            help: 'Comes',
            label: 'of',
            read: async () => Promise.resolve([{ of: 'a', value: 7 }]),
          },
        ],
      },
    ),
  ],
})
class AppModule {}

describe('health', () => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false, abortOnError: false });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });

  afterAll(async () => {
    await app.close();
  });

  it('is alive whatever its dependencies', async () => {
    natsIsUp = false;
    const response = await fetch(`${url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready where all dependencies are available', async () => {
    natsIsUp = true;
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([200, { status: 'ok' }]);
  });

  it('is not ready, and names the cause, where a dependency is unavailable or its check throws', async () => {
    natsIsUp = false;
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { error: { nats: { status: 'down' }, database: { status: 'down' } } },
    ]);
  });

  it('serves its metrics to Prometheus', async () => {
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('process_cpu_user_seconds_total');
  });

  it('answers within its limit where the database hangs, without the metrics from it', async () => {
    natsIsUp = true;
    databaseHangs = true;
    const signal = AbortSignal.timeout(4_000);
    const metrics = await fetch(`${url}/metrics`, { signal });
    const text = await metrics.text();
    expect(text).toContain('figure{of="a"} 7');
    expect(text).not.toContain('hanging');
    const response = await fetch(`${url}/readyz`, { signal });
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { info: { nats: { status: 'up' } }, error: { parked: { status: 'down' } } },
    ]);
  });
});
