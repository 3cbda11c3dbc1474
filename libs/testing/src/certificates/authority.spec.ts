import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { inspect } from 'node:util';
import { expect, it } from '@jest/globals';
import { createAuthority } from './authority.ts';
import type { Certificate } from './authority.ts';

const authority = createAuthority('An authority');
const server = authority.issue({ name: 'a server', hosts: ['db.example', '127.0.0.1'] });

it('issues certificates for names and addresses, which Node reads and verifies', () => {
  const [root, leaf] = [new X509Certificate(authority.cert), new X509Certificate(server.cert)];
  expect([root.ca, leaf.ca]).toEqual([true, false]);
  expect([leaf.subject, leaf.issuer]).toEqual(['CN=a server', 'CN=An authority']);
  expect(leaf.verify(root.publicKey)).toBe(true);
  expect(leaf.checkIssued(root)).toBe(true);
  expect([leaf.checkHost('db.example'), leaf.checkIP('127.0.0.1')]).toEqual(['db.example', '127.0.0.1']);
  expect([leaf.checkHost('other.example'), leaf.checkIP('127.0.0.2')]).toEqual([undefined, undefined]);
  expect(leaf.verify(new X509Certificate(createAuthority().cert).publicKey)).toBe(false);
});

it.each([
  ['its authority and name', authority.cert, 'db.example', server, undefined],
  ['another authority', createAuthority('An authority').cert, 'db.example', server, /signature|issuer/],
  ['another name', authority.cert, 'other.example', server, /ERR_TLS_CERT_ALTNAME_INVALID/],
  [
    'one that has expired',
    authority.cert,
    'db.example',
    authority.issue({ name: 'old', hosts: ['db.example'], days: -1 }),
    /CERT_HAS_EXPIRED/,
  ],
])('makes what TLS tells apart: %s', async (_what, ca, servername, own, problem) => {
  const result = await handshake(own, ca, servername);
  if (problem === undefined) {
    expect(result).toBe('secure');
  } else {
    expect(result).toMatch(problem);
  }
});

async function handshake(own: Certificate, ca: string, servername: string): Promise<string> {
  const listening = createServer(own, (socket: TLSSocket) => socket.on('error', () => undefined).end());
  listening.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const socket = connect({ host: '127.0.0.1', port, servername, ca });
  try {
    await once(socket, 'secureConnect');
    return 'secure';
  } catch (error) {
    return inspect(error);
  } finally {
    socket.destroy();
    listening.close();
  }
}
