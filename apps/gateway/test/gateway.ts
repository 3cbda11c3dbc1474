import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { startTestNats } from '@warren/testing';
import type { Nats } from '@warren/testing';
import { createApp } from '../src/app.ts';
import { Config } from '../src/config.ts';
import { startPeer } from './peer.ts';
import type { Peer } from './peer.ts';

/** Running gateway with NATS and a stand-in for the services behind it. */
export interface Gateway {
  url: string;
  app: NestFastifyApplication;
  nats: Nats;
  peer: Peer;
  close(): Promise<void>;
}

/** Starts nats-server, the stand-in and the gateway for one test file. */
export async function startGateway(
  change: Record<string, string> = {},
  access?: DynamicModule,
): Promise<Gateway> {
  const nats = await startTestNats();
  const peer = await startPeer(nats.url);
  const app = await createApp(
    Config.parse({ ...nats.environmentOf('gateway'), PORT: '0', LOG_LEVEL: 'error', ...change }),
    access,
  );
  return {
    url: await app.getUrl(),
    app,
    nats,
    peer,
    async close() {
      await app.close();
      await peer.close();
      await nats.stop();
    },
  };
}

/** Parses the body of an answer. */
export async function read<T>(answer: Response, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await answer.json());
}

/** Schema of a problem (RFC 9457) without further keys. */
export const StrictProblem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  login: z.string().optional(),
});

/** Parses the problem of an answer; its content type and status must agree with it. */
export async function problemIn(answer: Response): Promise<z.infer<typeof StrictProblem>> {
  const type = answer.headers.get('content-type') ?? '';
  const text = await answer.text();
  if (!type.startsWith('application/problem+json')) {
    throw new Error(`${answer.status} came as ${type}: ${text.slice(0, 300)}`);
  }
  const problem = StrictProblem.parse(JSON.parse(text));
  if (problem.status !== answer.status || /\n\s+at /.test(text)) {
    throw new Error(`not a clean problem: ${text.slice(0, 300)}`);
  }
  return problem;
}

/** Paths of the files below a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
