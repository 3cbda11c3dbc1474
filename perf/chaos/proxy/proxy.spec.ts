import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { waitFor } from '@warren/testing';
import { type Proxy, startProxy } from './proxy.ts';

describe('startProxy', () => {
  let echo: Server;
  let reached: string;
  let proxy: Proxy;
  let client: Socket;
  let heard: string;
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
    heard = '';
    closed = false;
    client = connect({ host: '127.0.0.1', port: proxy.port });
    client.on('data', (bytes) => (heard += bytes.toString()));
    client.on('error', () => undefined);
    client.on('close', () => (closed = true));
    client.write('one\r\n');
    await waitFor(() => heard === 'one\r\n', { describe: 'the echo' });
  });

  afterEach(async () => {
    client.destroy();
    await proxy.stop();
    await new Promise((resolve) => echo.close(resolve));
  });

  it('cuts what is connected', async () => {
    proxy.cut();
    await waitFor(() => closed, { describe: 'the end' });
  });

  it('holds what comes back, not what goes there, and passes it on in order', async () => {
    proxy.hold('down');
    client.write('two\r\n');
    client.write('three\r\n');
    await waitFor(() => reached === 'one\r\ntwo\r\nthree\r\n', { describe: 'the server to be reached' });
    expect(heard).toBe('one\r\n');
    proxy.release();
    await waitFor(() => heard === reached, { describe: 'what was held' });
  });

  it('tells the server of a closed connection only once nothing is held any more', async () => {
    let ended = false;
    proxy.hold('up');
    echo.once('connection', (socket: Socket) => socket.once('close', () => (ended = true)));
    const other = connect({ host: '127.0.0.1', port: proxy.port });
    await waitFor(() => !other.connecting, { describe: 'a second connection' });
    other.destroy();
    await waitFor(() => other.closed, { describe: 'its end' });
    expect(ended).toBe(false);
    proxy.release();
    await waitFor(() => ended, { describe: 'the server to hear of it' });
  });

  it('strands what is connected, for good and without a word, and takes a new connection as before', async () => {
    proxy.strand();
    client.write('two\r\n');
    const other = connect({ host: '127.0.0.1', port: proxy.port });
    let back = '';
    other.on('data', (bytes) => (back += bytes.toString()));
    other.write('three\r\n');
    await waitFor(() => back === 'three\r\n', { describe: 'the echo of another' });
    proxy.release();
    expect(reached).toBe('one\r\nthree\r\n');
    expect(client.destroyed).toBe(false);
    other.destroy();
  });

  it('swallows one frame that matches, and no other', async () => {
    proxy.dropNext('down', /two/);
    client.write('one\r\ntwo\r\ntwo\r\nthree\r\n');
    await waitFor(() => heard.endsWith('three\r\n'), { describe: 'the rest' });
    expect(heard).toBe('one\r\none\r\ntwo\r\nthree\r\n');
    expect(proxy.dropped()).toBe(1);
  });
});
