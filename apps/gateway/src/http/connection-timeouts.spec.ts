import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { waitFor } from '@warren/testing';
import { parseBodies } from './bodies/bodies.ts';
import { closeUnreadConnections } from './connection-timeouts.ts';

/** Waits until a connection is closed. */
async function closed(socket: Socket): Promise<void> {
  await new Promise((resolve) => socket.once('close', resolve));
}

describe('a server', () => {
  let server: FastifyInstance;
  let port = 0;
  let ended = 0;
  let clients: Socket[] = [];

  beforeEach(async () => {
    ended = 0;
    clients = [];
    server = fastify();
    closeUnreadConnections(server, 400);
    parseBodies(server, { totalMs: 300, windowMs: 100, minBytes: 1 });
    server.setErrorHandler(async (error, _request, reply) => reply.status(408).send(String(error)));
    server.post('/', async (request) => Promise.resolve({ body: request.body }));
    server.get('/chunks', async (_request, reply) => reply.send(Readable.from(chunks(1_000_000, 0))));
    server.get('/slow-chunks', async (_request, reply) => reply.send(Readable.from(chunks(8, 150))));
    port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
  });
  afterEach(async () => {
    clients.forEach((client) => client.destroy());
    await server.close();
  });

  async function* chunks(count: number, everyMs: number): AsyncGenerator<string> {
    try {
      for (let at = 0; at < count; at += 1) {
        yield 'x'.repeat(1_000);
        if (everyMs > 0) {
          await delay(everyMs);
        }
      }
    } finally {
      ended += 1;
    }
  }

  function client(request: string): Socket {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(request);
    clients.push(socket);
    return socket;
  }

  it('disconnects a client that does not read a long answer', async () => {
    client('GET /chunks HTTP/1.1\r\nhost: x\r\n\r\n').pause();
    expect(await waitFor(() => ended > 0, { describe: 'the stream to be ended', timeoutMs: 10_000 })).toBe(
      true,
    );
  });

  it('keeps a client that reads, however slowly the answer comes', async () => {
    const socket = client('GET /slow-chunks HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    let size = 0;
    socket.on('data', (bytes) => (size += bytes.length));
    await closed(socket);
    expect(size).toBeGreaterThan(8_000);
  });

  it('rejects a body that comes too slowly with a 408, then closes the connection', async () => {
    const socket = client('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{');
    const dribble = setInterval(() => socket.write(' '), 20);
    let received = '';
    socket.on('data', (bytes: Buffer) => (received += bytes.toString()));
    await closed(socket);
    clearInterval(dribble);
    expect(received).toMatch(/^HTTP\/1.1 408 .*came too slowly/s);
  });
});
