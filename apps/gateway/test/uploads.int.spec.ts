import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { Agent, IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportAnswer, Run } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import { pidNamespace } from '../src/members/import/upload-folder.ts';
import { filesIn, problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

const csv = { 'content-type': 'text/csv' };

describe('a gateway with slow clients', () => {
  let gateway: Gateway;
  let folder = '';

  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'warren-test-')), 'uploads');
    await leave();
    gateway = await startGateway({
      UPLOAD_DIR: folder,
      MAX_UPLOAD_S: '2',
      MAX_UPLOADS: '8',
      MAX_EVENT_STREAMS: '3',
      PRINCIPAL_SHARE: '1',
    });
  });
  afterAll(async () => {
    await gateway.close();
    // its own folder was removed with it
    expect((await readdir(folder)).sort()).toEqual(kept());
    await rm(dirname(folder), { recursive: true });
  });

  const names = { dead: '', living: '', silent: 'elsewhere.77.aaaaaa', far: 'elsewhere.78.bbbbbb', near: '' };
  const kept = (): string[] => [names.living, names.far, names.near, 'someone-else'].sort();

  /** Folders of killed gateways, and folders that others still need. */
  async function leave(): Promise<void> {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    names.dead = `${pidNamespace}.${child.pid}.cccccc`;
    names.living = `${pidNamespace}.${process.ppid}.dddddd`;
    // of a container with the same host name, whose processes are unknown here
    names.near = `${hostname()}-0123456789ab.${child.pid}.ffffff`;
    for (const name of [...Object.values(names), `${pidNamespace}.${process.pid}.eeeeee`, 'someone-else']) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'members'), 'name\nAda\n');
    }
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(folder, names.silent), longAgo, longAgo);
    // a gateway suspended for an hour sent no heartbeat either
    await utimes(join(folder, names.living), longAgo, longAgo);
  }

  /** Sends a byte from time to time without end. @returns status and header Retry-After */
  async function dribble(agent: Agent): Promise<{ status: number | undefined; again: string | undefined }> {
    const sent = request(`${gateway.url}/api/v1/members/import`, { method: 'POST', headers: csv, agent });
    const bytes = setInterval(() => sent.write('x'), 50);
    try {
      const given: readonly unknown[] = await once(sent, 'response');
      const [answer] = given;
      if (!(answer instanceof IncomingMessage)) {
        throw new TypeError('no answer');
      }
      answer.resume();
      return { status: answer.statusCode, again: answer.headers['retry-after'] };
    } finally {
      clearInterval(bytes);
      sent.on('error', () => undefined).destroy();
    }
  }

  it('removes the folders of killed gateways, and nothing else', async () => {
    const [own, ...more] = (await readdir(folder)).filter((name) => !kept().includes(name));
    expect(more).toEqual([]);
    expect(own).toContain(`.${process.pid}.`);
    expect((await stat(join(folder, own ?? ''))).mode & 0o777).toBe(0o700);
  });

  it('recreates its folder if it was removed', async () => {
    const own = (await readdir(folder)).find((name) => name.startsWith(`${pidNamespace}.${process.pid}.`));
    await rm(join(folder, own ?? ''), { recursive: true });
    const sent = await fetch(`${gateway.url}/api/v1/members/import`, {
      method: 'POST',
      headers: csv,
      body: 'email\nb@example.org\n',
    });
    expect(await read(sent, ImportAnswer)).toMatchObject({ created: 1 });
    expect((await stat(join(folder, own ?? ''))).mode & 0o777).toBe(0o700);
  });

  it('rejects slow uploads, limits concurrent ones, and leaves no files of them', async () => {
    const agent = new Agent({ maxSockets: 100 });
    const before = (await filesIn(folder)).length;
    const from = performance.now();
    const all = Promise.all(Array.from({ length: 20 }, async () => dribble(agent)));
    const during = await waitFor(
      async () => {
        const files = (await filesIn(folder)).filter((path) => path.includes(`.${process.pid}.`));
        return files.length === 8 && files;
      },
      { describe: 'eight uploads to be in progress' },
    );
    expect((await stat(during[0] ?? '')).mode & 0o777).toBe(0o600);
    const answers = await all;
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(answers.filter(({ status }) => status === 408)).toHaveLength(8);
    expect(answers.filter(({ status, again }) => status === 503 && again !== undefined)).toHaveLength(12);
    await waitFor(async () => (await filesIn(folder)).length === before, {
      describe: 'their files to be removed',
    });
    const good = await fetch(`${gateway.url}/api/v1/members/import`, {
      method: 'POST',
      headers: csv,
      body: 'email\na@example.org\n',
    });
    expect(await read(good, ImportAnswer)).toMatchObject({ created: 1 });
  });

  it('answers a client that is too slow with what to do', async () => {
    const body = new ReadableStream({
      async pull(controller) {
        await delay(50);
        controller.enqueue(new TextEncoder().encode('x'));
      },
    });
    const slow = await fetch(`${gateway.url}/api/v1/members/import`, {
      method: 'POST',
      headers: csv,
      body,
      duplex: 'half',
    });
    const problem = await problemIn(slow);
    expect(problem).toMatchObject({ status: 408, title: 'Request Timeout' });
    expect(problem.detail).toMatch(/too slowly.*2 s.*send it again/);
  });

  it('closes a connection whose headers do not end', async () => {
    gateway.app.getHttpServer().headersTimeout = 500;
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write('GET /api/v1/members HTTP/1.1\r\nx: ');
    const letters = setInterval(() => socket.write('y'), 100);
    socket.on('error', () => undefined).resume();
    // whether it closes or resets
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(letters);
  }, 15_000);

  it('limits the clients that follow runs, and accepts another once one has disconnected', async () => {
    const made = await fetch(`${gateway.url}/api/v1/patterns/discover`, {
      method: 'POST',
      headers: { prefer: 'respond-async' },
    });
    const [run] = await read(await fetch(`${gateway.url}/api/v1/discovery-runs`), Run.array());
    expect(made.status).toBe(202);
    const leaving = Array.from({ length: 3 }, () => new AbortController());
    const follow = async (signal?: AbortSignal): Promise<Response> =>
      fetch(`${gateway.url}/api/v1/discovery-runs/${run?.id}/events`, signal === undefined ? {} : { signal });
    const streams = await Promise.all(leaving.map(async ({ signal }) => follow(signal)));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await problemIn(await follow())).toMatchObject({ status: 503 });
    leaving[0]?.abort();
    await waitFor(
      async () => {
        const next = await follow(leaving[1]?.signal);
        return next.status === 200;
      },
      { describe: 'room for another' },
    );
    leaving.forEach((client) => client.abort());
  });
});
