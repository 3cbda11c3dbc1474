#!/usr/bin/env bash
# @nats-io/transport-node 3.4.0: a user and password in the address of a server are ignored, and digits of the password
# become the port.
#
# Other clients of NATS (the command line, Go, the earlier nats.js 1.x) read nats://user:password@host:port. This one
# connects and names no user, so a server that allows anonymous clients lets it in as somebody else than was written,
# and one that does not answers an authorization violation that seems to speak of a wrong password. With a password of
# digits it tries another port. User and password have to be given as the options user and pass.
#
# Seen with Node 24.21 on Linux, against a listener that reads what a client sends first:
#   in the address {"user":null,"pass":null}
#   as options     {"user":"reader","pass":"secret"}
#   digits         connects to the password
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @nats-io/transport-node@3.4.0

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { connect } from '@nats-io/transport-node';

/** Listens as nats-server does, and tells what a client says of itself. */
async function listen(port = 0) {
  let told;
  const said = new Promise((resolve) => (told = resolve));
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('INFO {"server_id":"S","version":"2.10.0","proto":1,"headers":true,"max_payload":1048576}\r\n');
    socket.on('data', (data) => {
      const [, options] = /CONNECT (\{.*\})/.exec(String(data)) ?? [];
      if (options !== undefined) {
        const { user = null, pass = null } = JSON.parse(options);
        told({ user, pass });
      }
      if (String(data).includes('PING')) {
        socket.write('PONG\r\n');
      }
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, said, close: () => server.close() };
}

async function saidTo(options, listener) {
  const connection = await connect({ ...options, reconnect: false, timeout: 3000 });
  const said = await listener.said;
  await connection.close();
  return said;
}

const first = await listen();
const inAddress = await saidTo({ servers: `nats://reader:secret@127.0.0.1:${first.port}` }, first);
console.log(`in the address ${JSON.stringify(inAddress)}`);
assert.deepEqual(inAddress, { user: null, pass: null });

const second = await listen();
const asOptions = await saidTo({ servers: `127.0.0.1:${second.port}`, user: 'reader', pass: 'secret' }, second);
console.log(`as options     ${JSON.stringify(asOptions)}`);
assert.deepEqual(asOptions, { user: 'reader', pass: 'secret' });

// a free port, written as a password
const third = await listen();
const fourth = await listen();
const reached = await Promise.race([
  third.said.then(() => 'the password'),
  fourth.said.then(() => 'the port'),
  connect({ servers: `nats://reader:${third.port}@127.0.0.1:${fourth.port}`, reconnect: false, timeout: 3000 }).then(
    () => new Promise(() => undefined),
    (error) => `neither: ${error.message}`,
  ),
]);
console.log(`digits         connects to ${reached}`);
assert.equal(reached, 'the password');
process.exit(0);
JS
node check.mjs
