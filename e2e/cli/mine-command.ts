import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { command } from '@warren/cli/mine/command';
import { FacetKey, FacetKind, MemberInput, PatternCategory, Rule, isTwoSided } from '@warren/contracts';
import type { SimpleRule } from '@warren/contracts';
import { SensitiveWords, Vocabulary, facetsOf } from '@warren/facets';
import { bridgesOf } from '../support.ts';

const root = resolve(import.meta.dirname, '../..');

/** The result of the command; `code` as a shell reports it. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command to its end, in this process. */
export async function mine(...args: string[]): Promise<Outcome> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const ended = async (): Promise<number> => {
    const words = { vocabularyFile: undefined, sensitiveFile: undefined };
    const code = await command(args, words, { out, err });
    out.end();
    err.end();
    return code;
  };
  const [code, stdout, stderr] = await Promise.all([ended(), text(out), text(err)]);
  return { code, stdout, stderr };
}

/** Starts the program behind `npm run mine`, as `tools/setup/run.mjs` does, in the folder `cwd`. */
export function startMine(cwd: string, ...args: string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [join(root, 'apps/cli/src/mine/main.ts'), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

/** Runs it to its end, as a process. */
export async function mineIn(cwd: string, ...args: string[]): Promise<Outcome> {
  const child = startMine(cwd, ...args);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode ?? 128 + constants.signals[child.signalCode ?? 'SIGKILL'], stdout, stderr };
}

const whole = z.int().min(0);
const ratio = z.number().min(0).nullable();
const chance = z.number().min(0).max(1).nullable();

const Candidate = z
  .strictObject({
    category: PatternCategory,
    basis: z.enum(['beyond_chance', 'apart', 'shared', 'share', 'wish', 'swap']),
    rule: Rule,
    facets: z.array(
      z.strictObject({
        key: FacetKey,
        kind: FacetKind,
        label: z.string().min(1),
        in_pattern: whole,
        in_community: whole.min(1),
      }),
    ),
    members: z.array(z.string()).min(1),
    statistics: z.strictObject({
      observed: whole,
      expected: ratio,
      lift: ratio,
      lift_low: ratio,
      lift_high: ratio,
      p_value: chance,
      q_value: chance,
    }),
    sides: z.strictObject({ givers: z.array(z.string()), seekers: z.array(z.string()) }).optional(),
    bridges: z.array(z.string()).optional(),
    pairs: z
      .array(z.strictObject({ giver: z.string(), seeker: z.string(), facet: FacetKey }))
      .max(20)
      .optional(),
  })
  .refine(({ rule, sides, pairs }) => isTwoSided(rule) === (sides !== undefined && pairs !== undefined), {
    error: 'sides and pairs go with two sides alone',
  })
  .refine(
    ({ basis, bridges, statistics }) =>
      basis === 'apart' ? bridges?.length === statistics.observed : statistics.observed > 0,
    {
      error: 'what is observed of sides that keep apart are their bridges',
    },
  )
  .refine(
    ({ basis, statistics: { observed: _observed, ...rest } }) =>
      Object.values(rest).every((value) => (value === null) === ['share', 'wish', 'swap'].includes(basis)),
    { error: 'chance has numbers exactly where it was asked' },
  );

/** Strict schema of the output of `--json`. */
export const Mined = z.strictObject({
  members: whole,
  facets: whole,
  tested: whole,
  candidates: z.array(Candidate),
});
export type Mined = z.infer<typeof Mined>;

/** Runs the command with `--json` on a file and reads what it printed. */
export async function minedOf(file: string, ...args: string[]): Promise<Mined> {
  const { code, stdout, stderr } = await mine(file, '--json', ...args);
  if (code !== 0) {
    throw new Error(`mine ended with ${code}: ${stderr}`);
  }
  return Mined.parse(JSON.parse(stdout));
}

/** Analysed members of an NDJSON file by the name the command gives them, each with its facet keys. */
export type Carried = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads an NDJSON file all at once; it uses no code of the product but the schema of members and their facets. */
export function carriedIn(file: string): Carried {
  const vocabulary = new Vocabulary();
  const without = new SensitiveWords();
  const carried = new Map<string, ReadonlySet<string>>();
  for (const [at, line] of readFileSync(file, 'utf8').trimEnd().split('\n').entries()) {
    const member = MemberInput.parse(JSON.parse(line));
    if (!member.is_public || ['cancelled', 'expired'].includes(member.membership_status)) {
      continue;
    }
    const keys = facetsOf(member, vocabulary, { without }).map(({ key }) => key);
    carried.set(member.external_id ?? `line ${at + 1}`, new Set(keys));
  }
  return carried;
}

/** Names of the members who match a rule, by a scan of all. */
export function matching(carried: Carried, rule: Rule): string[] {
  const holds = ({ clauses, none_of = [] }: SimpleRule, keys: ReadonlySet<string>): boolean =>
    clauses.every(({ at_least, of }) => of.filter((key) => keys.has(key)).length >= at_least) &&
    !none_of.some((key) => keys.has(key));
  const sides = isTwoSided(rule) ? [rule.givers, rule.seekers, ...bridgesOf(rule)] : [rule];
  return [...carried].filter(([, keys]) => sides.some((side) => holds(side, keys))).map(([name]) => name);
}
