import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { alone } from './alone.ts';
import { isNoSource } from './builds.ts';
import type { Build } from './builds.ts';
import { fingerprint } from './fingerprint.ts';

/** Record of a build: fingerprints of its inputs and of its outputs. */
const Stamp = z.object({ inputs: z.string(), outputs: z.string() });

/**
 * Builds, unless the outputs are exactly those of the current inputs. Outputs of an older state, half written or
 * changed by hand are built again. One process at a time builds in a checkout.
 * @param run the build's command
 * @returns whether it built
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
    // taken before, so that a change during the build is built again
    const inputs = inputsOf(root, build);
    await run(build);
    const outputs = outputsOf(root, build);
    await writeFile(stampOf(root, build), JSON.stringify({ inputs, outputs }));
    return true;
  });
}

/** Removes the outputs of a build, unless they are those of the current inputs, so that a later build is not misled. */
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
