import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { parseDockerfile } from './dockerfile.ts';
import type { Instruction } from './dockerfile.ts';
import { ignored } from './dockerignore.ts';

/** Result of a stage: its file system below a local folder, and its settings. */
export interface Tree {
  /** root of the file system */
  folder: string;
  workdir: string;
  env: Record<string, string>;
  healthcheck: string[];
  command: string[];
}

/** Executes the Dockerfile of a checkout without a container engine: each stage is a folder below `into`. */
export async function buildTree(root: string, into: string, log: (line: string) => void): Promise<Tree> {
  const context: Context = {
    root,
    log,
    trees: new Map(),
    isIgnored: ignored(await readFile(join(root, '.dockerignore'), 'utf8')),
  };
  let last: Tree | undefined;
  for (const { name, from, instructions } of parseDockerfile(
    await readFile(join(root, 'Dockerfile'), 'utf8'),
  )) {
    const folder = join(into, name === '' ? 'image' : name);
    const tree = await begin(folder, context.trees.get(from));
    for (const instruction of instructions) {
      await follow(instruction, tree, context);
    }
    context.trees.set(name, tree);
    last = tree;
  }
  if (last === undefined) {
    throw new Error('the Dockerfile has no stage');
  }
  return last;
}

interface Context {
  root: string;
  log: (line: string) => void;
  trees: Map<string, Tree>;
  isIgnored: (path: string) => boolean;
}

async function begin(folder: string, from: Tree | undefined): Promise<Tree> {
  await mkdir(folder, { recursive: true });
  if (from === undefined) {
    return { folder, workdir: '/', env: {}, healthcheck: [], command: [] };
  }
  await cp(from.folder, folder, { recursive: true, verbatimSymlinks: true });
  return { ...from, env: { ...from.env }, folder };
}

async function follow(instruction: Instruction, tree: Tree, context: Context): Promise<void> {
  switch (instruction.kind) {
    case 'workdir':
      tree.workdir = instruction.folder;
      await mkdir(join(tree.folder, tree.workdir), { recursive: true });
      return;
    case 'copy':
      await copy(instruction, tree, context);
      return;
    case 'run':
      context.log(`RUN ${instruction.script}`);
      runIn(tree, instruction.script);
      return;
    case 'env':
      Object.assign(tree.env, instruction.values);
      return;
    case 'healthcheck':
      tree.healthcheck = instruction.command;
      return;
    case 'command':
      tree.command = instruction.command;
      return;
    case 'metadata':
      return;
  }
}

async function copy(
  { from, sources, target }: Extract<Instruction, { kind: 'copy' }>,
  tree: Tree,
  { root, trees, isIgnored }: Context,
): Promise<void> {
  const origin = from === undefined ? root : trees.get(from)?.folder;
  if (origin === undefined) {
    throw new Error(`COPY --from=${from ?? ''}: there is no such stage before it`);
  }
  const filter = (path: string): boolean => from !== undefined || !isIgnored(relative(root, path));
  const into = join(tree.folder, tree.workdir, target);
  for (const source of sources) {
    const path = join(origin, source);
    if (!filter(path)) {
      throw new Error(`COPY ${source}: .dockerignore leaves it out`);
    }
    // a folder's content is copied, a file goes into the folder that the target names
    const folder = (await stat(path)).isDirectory();
    const to = !folder && target.endsWith('/') ? join(into, basename(path)) : into;
    await cp(path, to, { recursive: true, verbatimSymlinks: true, filter });
  }
}

function runIn(tree: Tree, script: string): void {
  const { status } = spawnSync('/bin/sh', ['-c', script], {
    cwd: join(tree.folder, tree.workdir),
    // the environment has this machine's registry settings
    env: { ...process.env, ...tree.env },
    // its output is progress, not this program's result
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    throw new Error(`RUN ${script}: ended with code ${status ?? 'none'}`);
  }
}
