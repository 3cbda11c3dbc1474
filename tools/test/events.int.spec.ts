import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Question, PatternSaved } from '@warren/contracts';
import { startSystem, waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { connect } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { startPlainConsumer } from './plain-consumer.ts';
import type { PlainConsumer } from './plain-consumer.ts';
import { discover, importFile, patternsOf, sample } from './support.ts';

describe('pattern.saved', () => {
  let system: System;
  let bare: NatsConnection;
  let plain: PlainConsumer;
  const seen: Msg[] = [];

  beforeAll(async () => {
    system = await startSystem();
    bare = await connect({ servers: system.nats.url });
    bare.subscribe('pattern.saved', { callback: (_error, message) => void seen.push(message) });
    await bare.flush();
    plain = await startPlainConsumer(system.nats.url);
    await importFile(system, sample);
    await discover(system);
  }, 120_000);

  afterAll(async () => {
    await plain.stop();
    await bare.close();
    await system.stop();
  });

  it('reaches the question generator, a plain Nest microservice and a bare subscription alike', async () => {
    const ids = (await patternsOf(system)).map(({ id }) => id).sort((a, b) => a - b);
    const of = (bodies: readonly PatternSaved[]): number[] =>
      bodies.map((body) => body.pattern_id).sort((a, b) => a - b);
    await waitFor(() => seen.length >= ids.length && plain.received.length >= ids.length, {
      describe: 'all events',
    });
    expect(of(seen.map((message) => PatternSaved.parse(message.json())))).toEqual(ids);
    expect(of(plain.received.map((body) => PatternSaved.parse(body)))).toEqual(ids);
    await waitFor(
      async () => {
        const questions = z.array(Question).parse((await system.call('questions')).body);
        return new Set(questions.map((question) => question.pattern_id)).size === ids.length;
      },
      { describe: 'questions about every pattern' },
    );
  });

  it('is a CloudEvent in binary mode: attributes as headers, the body the data alone', () => {
    for (const { headers } of seen) {
      expect(headers?.get('ce-specversion')).toBe('1.0');
      expect(headers?.get('ce-type')).toBe('pattern.saved');
      expect(headers?.get('ce-source')).toBe('/warren/pattern-finder');
      expect(headers?.get('ce-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(Date.parse(headers?.get('ce-time') ?? '')).not.toBeNaN();
      expect(headers?.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    }
    expect(new Set(seen.map(({ headers }) => headers?.get('ce-id'))).size).toBe(seen.length);
  });
});
