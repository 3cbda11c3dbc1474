import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@warren/testing';
import { startProxy } from './proxy.ts';
import type { Proxy } from './proxy.ts';

describe('startProxy', () => {
  let echo: Server;
  let reached: string;
  let proxy: Proxy;
  let client: Socket;
  let received: string;
  let closed: boolean;

  beforeEach(async () => {
    reached = '';
    echo = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        reached += bytes.toString();
        socket.write(bytes);
      });
    });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    proxy = await startProxy({ to: (echo.address() as AddressInfo).port, protocol: 'nats' });
    received = '';
    closed = false;
    client = connect({ host: '127.0.0.1', port: proxy.port });
    client.on('data', (bytes) => (received += bytes.toString()));
    client.on('error', () => undefined);
    client.on('close', () => (closed = true));
    client.write('one\r\n');
    await waitFor(() => received === 'one\r\n', { describe: 'the echo' });
  });

  afterEach(async () => {
    client.destroy();
    await proxy.stop();
    await new Promise((resolve) => echo.close(resolve));
  });

  it('cuts existing connections', async () => {
    proxy.cut();
    await waitFor(() => closed, { describe: 'the end' });
  });

  it('pauses one direction only, and forwards the held bytes in order', async () => {
    proxy.pause('down');
    client.write('two\r\n');
    client.write('three\r\n');
    await waitFor(() => reached === 'one\r\ntwo\r\nthree\r\n', { describe: 'the server to be reached' });
    expect(received).toBe('one\r\n');
    proxy.heal();
    await waitFor(() => received === reached, { describe: 'what was paused' });
  });

  it('closes the connection to the server only once it is no longer paused', async () => {
    let ended = false;
    proxy.pause('up');
    echo.once('connection', (socket: Socket) => socket.once('close', () => (ended = true)));
    const other = connect({ host: '127.0.0.1', port: proxy.port });
    await waitFor(() => !other.connecting, { describe: 'a second connection' });
    other.destroy();
    await waitFor(() => other.closed, { describe: 'its end' });
    expect(ended).toBe(false);
    proxy.heal();
    await waitFor(() => ended, { describe: 'the server to see the end' });
  });

  it('makes connections half-open permanently and silently, and still accepts new ones', async () => {
    proxy.makeHalfOpen();
    client.write('two\r\n');
    const other = connect({ host: '127.0.0.1', port: proxy.port });
    let back = '';
    other.on('data', (bytes) => (back += bytes.toString()));
    other.write('three\r\n');
    await waitFor(() => back === 'three\r\n', { describe: 'the echo of another' });
    proxy.heal();
    expect(reached).toBe('one\r\nthree\r\n');
    expect(client.destroyed).toBe(false);
    other.destroy();
  });

  it('drops one frame that matches, and no other', async () => {
    proxy.dropNext('down', /two/);
    client.write('one\r\ntwo\r\ntwo\r\nthree\r\n');
    await waitFor(() => received.endsWith('three\r\n'), { describe: 'the rest' });
    expect(received).toBe('one\r\none\r\ntwo\r\nthree\r\n');
    expect(proxy.dropped()).toBe(1);
  });
});
