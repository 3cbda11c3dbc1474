import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';

/** Fetches the nats-server package of a Debian-like distribution into a folder and unpacks it, without being root. */
export async function fetchFromDistribution(folder: string): Promise<string> {
  const apt = await run('apt-get', ['--version'], { timeoutMs: 10_000 });
  if (!apt.ok) {
    throw new Error('this machine has no apt-get');
  }
  const withListsOfTheMachine = await downloadPackage(folder, []);
  if (!withListsOfTheMachine.ok) {
    // A new machine has no package lists, or outdated ones; ours go into a folder of our own.
    const lists = await ownLists(folder);
    const withOwnLists = await downloadPackage(folder, lists);
    if (!withOwnLists.ok) {
      throw new Error(`apt-get download failed: ${lastLines(withOwnLists.output)}`);
    }
  }
  return unpack(folder);
}

async function unpack(folder: string): Promise<string> {
  const archive = (await readdir(folder)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) {
    throw new Error('apt-get download left no package');
  }
  const unpacked = await run('dpkg-deb', ['-x', join(folder, archive), join(folder, 'package')], {
    timeoutMs: 60_000,
  });
  if (!unpacked.ok) {
    throw new Error(`the package cannot be unpacked: ${lastLines(unpacked.output)}`);
  }
  return join(folder, 'package', 'usr', 'sbin', 'nats-server');
}

/**
 * Fetches the package of a newer suite of Debian, `testing` or `stable`, from the archive and with the keys that this
 * machine's own packages come from; nothing is installed, and the machine's own lists stay as they are.
 * @throws Error where the machine is no Debian, or the suite has no package
 */
export async function fetchFromSuite(suite: 'testing' | 'stable', folder: string): Promise<string> {
  const sources = await readFile('/etc/apt/sources.list.d/debian.sources', 'utf8').catch(() => '');
  const archive = /^URIs:\s*(\S+)/m.exec(sources)?.[1];
  const keys = /^Signed-By:\s*(\/\S+)/m.exec(sources)?.[1];
  if (archive === undefined || keys === undefined) {
    throw new Error("this machine's packages are not those of Debian");
  }
  const list = join(folder, 'newer.sources');
  const lines = [
    'Types: deb',
    `URIs: ${archive}`,
    `Suites: ${suite}`,
    'Components: main',
    `Signed-By: ${keys}`,
  ];
  await writeFile(list, `${lines.join('\n')}\n`);
  const only = ['-o', `Dir::Etc::SourceList=${list}`, '-o', 'Dir::Etc::SourceParts=-'];
  const downloaded = await downloadPackage(folder, [...only, ...(await ownLists(folder, only))]);
  if (!downloaded.ok) {
    throw new Error(`apt-get download failed: ${lastLines(downloaded.output)}`);
  }
  return unpack(folder);
}

async function downloadPackage(folder: string, options: string[]): Promise<{ ok: boolean; output: string }> {
  return run('apt-get', [...quietly, ...options, 'download', 'nats-server'], {
    cwd: folder,
    timeoutMs: 60_000,
  });
}

async function ownLists(folder: string, sources: readonly string[] = []): Promise<string[]> {
  const lists = join(folder, 'lists');
  const cache = join(folder, 'cache');
  await mkdir(join(lists, 'partial'), { recursive: true });
  await mkdir(join(cache, 'archives', 'partial'), { recursive: true });
  const options = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${cache}`];
  const updated = await run(
    'apt-get',
    [...quietly, ...sources, ...options, '-o', 'Acquire::Languages=none', 'update'],
    {
      timeoutMs: 90_000,
    },
  );
  if (!updated.ok) {
    throw new Error(`apt-get update failed: ${lastLines(updated.output)}`);
  }
  return options;
}

/** Under root, apt would download as a user that cannot access a folder below root's home. */
const quietly = [
  '-qq',
  '-o',
  'Acquire::http::Timeout=10',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'APT::Sandbox::User=root',
];

const lastLines = (output: string): string => output.trim().split('\n').slice(-3).join(' ');
