import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { madeUpMembers, writtenMembers } from './communities/member-file.ts';
import type { WrittenFormat } from './communities/member-file.ts';

/**
 * Times `npm run mine` on a made-up community as NDJSON and as CSV, in this checkout and in others, in turn:
 * `npm run load:reading -- 1000000 --against FOLDER`. It prints seconds of wall time and the peak memory of the process.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string', multiple: true }, rounds: { type: 'string', default: '1' } },
});
const count = Number(positionals[0] ?? 100_000);
const checkouts = [
  resolve(import.meta.dirname, '../..'),
  ...(values.against ?? []).map((path) => resolve(path)),
];
const formats: WrittenFormat[] = ['ndjson', 'csv'];

const folder = await mkdtemp(join(tmpdir(), 'warren-reading-'));
try {
  for (const format of formats) {
    const file = join(folder, `members.${format}`);
    await pipeline(Readable.from(writtenMembers(madeUpMembers(count), format)), createWriteStream(file));
    const { size } = await stat(file);
    process.stdout.write(
      `${count.toLocaleString('en')} members as ${format}, ${(size / 1e6).toFixed(0)} MB\n`,
    );
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const checkout of checkouts) {
        const { seconds, megabytes } = await mine(checkout, file);
        process.stdout.write(`  ${checkout}: ${seconds.toFixed(1)} s, at most ${megabytes} MB\n`);
      }
    }
  }
} finally {
  await rm(folder, { recursive: true });
}

async function mine(checkout: string, file: string): Promise<{ seconds: number; megabytes: number }> {
  const from = performance.now();
  const child = spawn('npm', ['run', '-s', 'mine', '--', file, '--json'], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.on('data', (text: unknown) => {
    errors += String(text);
  });
  let megabytes = 0;
  const watch = setInterval(() => {
    void peakOf(child.pid ?? 0).then((peak) => {
      megabytes = Math.max(megabytes, peak);
    });
  }, 200);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  if (code !== 0) {
    throw new Error(`npm run mine in ${checkout} ended with ${code}: ${errors}`);
  }
  return { seconds: (performance.now() - from) / 1000, megabytes };
}

/** Largest resident set in MB of any process below a process, as Linux counts it. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const own = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map(async (child) => peakOf(Number(child))),
  );
  return Math.max(own, ...below);
}
