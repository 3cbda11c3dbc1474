import { readFile } from 'node:fs/promises';
import { ImportReport } from '@warren/contracts';
import { startSystem } from '@warren/testing';

/**
 * Imports made-up members as CSV through REST into a system of its own, twice, and prints the durations and the
 * peak memory of each process: `npm run load:import -- 50000`.
 */
const count = Number(process.argv[2] ?? 50_000);
const system = await startSystem();
try {
  const csv = table(count);
  process.stdout.write(`${count} members, ${(csv.length / 1e6).toFixed(1)} MB of CSV\n`);
  for (const pass of ['new', 'again, unchanged']) {
    const from = performance.now();
    const { body } = await system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: csv,
    });
    const { created, updated, unchanged, rejected } = ImportReport.parse(body);
    const took = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(
      `${pass}: ${took} s (${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected)\n`,
    );
  }
  for (const { name, pid } of system.processes()) {
    process.stdout.write(`${name}: at most ${await peakMegabytes(pid)} MB\n`);
  }
} finally {
  await system.stop();
}
process.exit(0);

/** Largest resident set of a process, as Linux counts it. */
async function peakMegabytes(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? '?' : String(Math.round(Number(kilobytes) / 1024));
}

function table(rows: number): string {
  const lines = ['external_id,first_name,last_name,email,bio,role,location,skills,interests,looking_for'];
  let seed = 12345;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let row = 0; row < rows; row += 1) {
    const some = (word: string, kinds: number): string =>
      Array.from({ length: 1 + next(9) }, () => `${word} ${next(next(kinds) + 1)}`).join(';');
    const bio = `"Member ${row} makes things, ""mostly"" at night, and would like to meet others who do.\nSecond line ${row}."`;
    lines.push(
      `m-${row},First${row},Last${row},m${row}@example.org,${bio},maker,Town ${next(30)},${some('skill', 400)},${some('interest', 200)},${some('skill', 400)}`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}
