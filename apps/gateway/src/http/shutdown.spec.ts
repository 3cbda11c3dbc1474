import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { EventEmitter, once } from 'node:events';
import { finishRequests } from './shutdown.ts';

async function serverThatWaits() {
  const server = fastify({ forceCloseConnections: true });
  const steps = new EventEmitter();
  finishRequests(server);
  server.get('/', async () => {
    steps.emit('asked');
    await once(steps, 'answer');
    return 'done';
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { server, steps, address };
}

describe('finishRequests', () => {
  it('lets a request in hand have its answer before the server closes', async () => {
    const { server, steps, address } = await serverThatWaits();
    const asked = once(steps, 'asked');
    const answer = fetch(address).then(async (response) => response.text());
    await asked;
    const closed = server.close();
    setImmediate(() => steps.emit('answer'));
    expect(await answer).toBe('done');
    await closed;
  });

  it('does not wait for a request whose client has left', async () => {
    const { server, steps, address } = await serverThatWaits();
    const asked = once(steps, 'asked');
    const left = new AbortController();
    const answer = fetch(address, { signal: left.signal });
    await asked;
    left.abort();
    await expect(answer).rejects.toThrow('aborted');
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(3_000);
    steps.emit('answer');
  });
});
