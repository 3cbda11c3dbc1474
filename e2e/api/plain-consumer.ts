import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport } from '@nestjs/microservices';

/** A Nest microservice without Warren's libraries. */
export interface PlainConsumer {
  received: unknown[];
  stop: () => Promise<void>;
}

const received: unknown[] = [];

@Controller()
class PlainController {
  @EventPattern('pattern.saved')
  take(@Payload() body: unknown): void {
    received.push(body);
  }
}

@Module({ controllers: [PlainController] })
class PlainModule {}

/** Starts it on core NATS, as the Nest documentation shows. */
export async function startPlainConsumer(url: string): Promise<PlainConsumer> {
  const app = await NestFactory.createMicroservice(PlainModule, {
    transport: Transport.NATS,
    options: { servers: [url] },
    logger: false,
  });
  await app.listen();
  return { received, stop: async () => app.close() };
}
