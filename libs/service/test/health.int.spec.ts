import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { HealthModule } from '../src/index.ts';

let natsIsUp = true;

@Module({
  imports: [
    HealthModule.forRoot([], () => ({
      nats: () => natsIsUp,
      database: async () => (natsIsUp ? Promise.resolve(true) : Promise.reject(new Error('refused'))),
    })),
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

  it('is alive whatever it needs', async () => {
    natsIsUp = false;
    const response = await fetch(`${url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready where all it needs is there', async () => {
    natsIsUp = true;
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([200, { status: 'ok' }]);
  });

  it('is not ready, and says why, where something is missing or its check throws', async () => {
    natsIsUp = false;
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { error: { nats: { status: 'down' }, database: { status: 'down' } } },
    ]);
  });

  it('tells its figures to Prometheus', async () => {
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('process_cpu_user_seconds_total');
  });
});
