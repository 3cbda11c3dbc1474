import { once } from 'node:events';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ReplyOf, RequestSubject } from '@warren/contracts';
import { Answers, MessagingModule, MessagingOptions, serveMessages } from '@warren/messaging';

/** A request that the stand-in never answers, unless it is aborted. */
export interface Asked {
  subject: RequestSubject;
  signal: AbortSignal;
  /** Time at which the signal fired, by `performance.now()`. */
  stoppedAt?: number;
}

/** Stand-in, over a real NATS server, for a member-profile whose analysis never ends, and whose members wrote nothing. */
export interface SlowProfiles {
  asked: Asked[];
  close(): Promise<void>;
}

/** Starts the stand-in. */
export async function startSlowProfiles(natsUrl: string): Promise<SlowProfiles> {
  const asked: Asked[] = [];

  async function untilStopped(subject: RequestSubject, signal: AbortSignal): Promise<never> {
    const request: Asked = { subject, signal };
    asked.push(request);
    await once(signal, 'abort');
    request.stoppedAt = performance.now();
    throw signal.reason;
  }

  @Controller()
  class Slow {
    @Answers('community.analyse')
    async analyse(_request: unknown, signal: AbortSignal): Promise<ReplyOf<'community.analyse'>> {
      return untilStopped('community.analyse', signal);
    }

    @Answers('community.evaluate-rules')
    async evaluate(_request: unknown, signal: AbortSignal): Promise<ReplyOf<'community.evaluate-rules'>> {
      return untilStopped('community.evaluate-rules', signal);
    }

    @Answers('community.texts')
    async texts(): Promise<ReplyOf<'community.texts'>> {
      return Promise.resolve({ revision: 1, members: 0, texts: [] });
    }

    @Answers('community.introductions')
    async introductions(): Promise<ReplyOf<'community.introductions'>> {
      return Promise.resolve({ revision: 7, proposed: [], known: [] });
    }
  }

  const messaging = new MessagingOptions({ service: 'member-profile', servers: [natsUrl] });

  @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [Slow] })
  class SlowModule {}

  const app = await NestFactory.create(SlowModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
  await app.init();
  await serveMessages(app, false);
  return { asked, close: () => app.close() };
}
