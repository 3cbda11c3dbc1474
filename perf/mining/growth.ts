import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { readArguments } from './arguments.ts';
import { fittedExponent } from './scoring/statistics.ts';

/**
 * Growth of time and memory with members, each community in a process of its own, about 8 facets a member and 30
 * members with 500 among them (or all, where there are fewer); the exponent is fitted by least squares on logarithms.
 *
 *   node perf/mining/growth.ts [most members 1000000]
 *     --curves 1000:300:30,10000:300:30,100000:1000:30,1000000:2000:30/…
 *                      members, facets and long profiles, curves apart by a slash
 *
 * The time is that of the analysis, including the fit: medians of five up to 10,000 members, of three up to 100,000.
 * Drawing the members counts as building the membership. Peak memory is that of the whole process.
 */
const curves = [
  '1000:300:30,10000:300:30,100000:1000:30,1000000:2000:30',
  '1000:1000:30,10000:1000:30,100000:1000:30,1000000:1000:30',
  // The long profiles are most of the work in a small community, which makes the curve look flatter than it is.
  '1000:1000:0,10000:1000:0,100000:1000:0,1000000:1000:0',
].join('/');
const options = readArguments([1_000_000], { options: ['curves'] });
const [mostMembers = 0] = options.numbers;

const Took = z.object({ clock: z.number(), processor: z.number() });
/** Output of `growth-process.ts` for one community; times in milliseconds, the peak in megabytes. */
const Measured = z.object({
  entries: z.number(),
  built: Took,
  mined: Took,
  peak: z.number(),
  beyond: z.number(),
});
interface Point extends z.infer<typeof Measured> {
  readonly members: number;
  readonly facets: number;
}

for (const curve of (options.option('curves') ?? curves).split('/')) {
  const points: Point[] = [];
  for (const text of curve.split(',')) {
    const [members = 0, facets = 0, longProfiles = 0] = text.split(':').map(Number);
    if (members > mostMembers) {
      continue;
    }
    const point = { members, facets, ...measure([members, facets, longProfiles]) };
    points.push(point);
    console.log(
      [
        `${members} × ${facets}, ${longProfiles} long profiles: analysed in ${seconds(point.mined.clock)} s (processor ${seconds(point.mined.processor)} s)`,
        `drawn and built in ${seconds(point.built.clock)} s`,
        `peak ${point.peak.toFixed(0)} MB`,
        `${point.entries} entries, ${point.beyond} candidates beyond chance`,
      ].join('; '),
    );
  }
  if (points.length < 2) {
    continue;
  }
  console.log(
    `time grows with members to the power ${exponent(points, 'clock')}, processor time ${exponent(points, 'processor')}; step by step ${steps(points)}`,
  );
}

function measure(community: readonly number[]): z.infer<typeof Measured> {
  const script = join(import.meta.dirname, 'growth-process.ts');
  const printed = execFileSync(process.execPath, [script, ...community.map(String)], { encoding: 'utf8' });
  return Measured.parse(JSON.parse(printed));
}

function exponent(points: readonly Point[], of: 'clock' | 'processor'): string {
  return fittedExponent(points.map(({ members, mined }) => [members, mined[of]])).toFixed(2);
}

function steps(points: readonly Point[]): string {
  const text = points.slice(1).map((_, at) => exponent(points.slice(at, at + 2), 'processor'));
  return text.join(', ');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1);
}
