import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { alone } from './alone.ts';
import { isNoSource } from './builds.ts';
import type { Build } from './builds.ts';
import { fingerprint } from './fingerprint.ts';

/** Noted after a build: what it was made from, and what it came to. */
const Stamp = z.object({ inputs: z.string(), outputs: z.string() });

/**
 * Builds, unless exactly that was built from exactly what lies in the checkout now. Whatever else is there, built by an
 * older state, half written or changed by hand, is built again. One process at a time builds in a checkout.
 * @param run the build's command
 * @returns whether there was something to build
 */
export async function ensureBuilt(
  root: string,
  build: Build,
  run: (build: Build) => Promise<void>,
): Promise<boolean> {
  if (await isBuilt(root, build)) {
    return false;
  }
  const folder = join(root, '.warren/built');
  await mkdir(folder, { recursive: true });
  return alone(join(folder, `${build.name}.lock`), async () => {
    // while this one waited, another may have built it
    if (await isBuilt(root, build)) {
      return false;
    }
    await rm(stampOf(root, build), { force: true });
    // taken before, so that what changes while it is built is built again
    const inputs = inputsOf(root, build);
    await run(build);
    const outputs = outputsOf(root, build);
    await writeFile(stampOf(root, build), JSON.stringify({ inputs, outputs }));
    return true;
  });
}

/** Removes what a build wrote, unless it was built from what lies in the checkout now: for who builds it later. */
export async function removeStale(root: string, build: Build): Promise<void> {
  if (await isBuilt(root, build)) {
    return;
  }
  for (const folder of build.outputs(root)) {
    await rm(join(root, folder), { recursive: true, force: true });
  }
}

async function isBuilt(root: string, build: Build): Promise<boolean> {
  const stamp = await readFile(stampOf(root, build), 'utf8').then(parse, () => undefined);
  return stamp?.inputs === inputsOf(root, build) && stamp.outputs === outputsOf(root, build);
}

function parse(text: string): z.infer<typeof Stamp> | undefined {
  try {
    return Stamp.parse(JSON.parse(text));
  } catch {
    // its writer was killed
    return undefined;
  }
}

const stampOf = (root: string, { name }: Build): string => join(root, '.warren/built', `${name}.json`);

/** With the command and this Node, on which bundler and plugins run. */
const inputsOf = (root: string, build: Build): string =>
  [
    process.version,
    ...build.command,
    JSON.stringify(build.env ?? {}),
    fingerprint(root, build.inputs(root), isNoSource),
  ].join(' ');

const outputsOf = (root: string, build: Build): string => fingerprint(root, build.outputs(root));
