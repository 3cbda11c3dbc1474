import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { Shutdown } from '@warren/messaging';
import { drainRequests, shutdownOptions } from './shutdown.ts';

async function serverThatWaits(shutdown?: Shutdown) {
  const server = fastify(shutdownOptions);
  const steps = new EventEmitter();
  drainRequests(server, shutdown);
  server.get('/', async () => {
    steps.emit('asked');
    await once(steps, 'answer');
    return 'done';
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { server, steps, address };
}

describe('drainRequests', () => {
  it('answers a request in flight before the server closes', async () => {
    const { server, steps, address } = await serverThatWaits();
    const asked = once(steps, 'asked');
    const answer = fetch(address).then(async (response) => response.text());
    await asked;
    const closed = server.close();
    setImmediate(() => steps.emit('answer'));
    expect(await answer).toBe('done');
    await closed;
  });

  it('accepts no new connection meanwhile, instead of answering 503', async () => {
    const { server, steps, address } = await serverThatWaits();
    const asked = once(steps, 'asked');
    const answer = fetch(address);
    await asked;
    const closed = server.close();
    await expect(fetch(address, { headers: { connection: 'close' } })).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
    steps.emit('answer');
    expect((await answer).status).toBe(200);
    await closed;
  });

  it('does so as part of the shutdown of its service, before the connection to NATS is closed', async () => {
    const shutdown = new Shutdown();
    const { steps, address } = await serverThatWaits(shutdown);
    const order: string[] = [];
    shutdown.register({ name: 'NATS', close: () => order.push('NATS closed') });
    const asked = once(steps, 'asked');
    const answer = fetch(address).then(async (response) => response.text());
    await asked;
    const stopped = shutdown.run();
    await expect(fetch(address, { headers: { connection: 'close' } })).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
    order.push('answered');
    steps.emit('answer');
    expect(await answer).toBe('done');
    await stopped;
    expect(order).toEqual(['answered', 'NATS closed']);
  });

  it('answers a second request on an open connection', async () => {
    const { server, steps, address } = await serverThatWaits();
    const asked = once(steps, 'asked');
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname).setEncoding('latin1');
    let received = '';
    socket.on('data', (text: string) => (received += text));
    socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    await asked;
    const closed = server.close();
    const askedAgain = once(steps, 'asked');
    socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    await askedAgain;
    steps.emit('answer');
    await once(socket, 'close');
    expect(received.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    await closed;
  });

  it('does not wait for a request whose client has disconnected', async () => {
    const { server, steps, address } = await serverThatWaits();
    const asked = once(steps, 'asked');
    const disconnected = new AbortController();
    const answer = fetch(address, { signal: disconnected.signal });
    await asked;
    disconnected.abort();
    await expect(answer).rejects.toThrow('aborted');
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(3_000);
    steps.emit('answer');
  });
});
