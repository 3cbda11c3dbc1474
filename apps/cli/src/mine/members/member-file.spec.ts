import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SensitiveWords, Vocabulary } from '@warren/facets';
import { readFile } from './member-file.ts';
import type { ReadFile } from './member-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warren-members-'));
});
afterAll(async () => rm(folder, { recursive: true }));

async function read(lines: readonly string[], threads: number): Promise<ReadFile> {
  const file = join(folder, 'members.csv');
  await writeFile(file, ['id,email,skills,location,public', ...lines].join('\n'));
  return readFile(file, {
    mapping: undefined,
    vocabulary: new Vocabulary(),
    vocabularyFile: undefined,
    sensitive: new SensitiveWords(),
    sensitiveFile: undefined,
    onProgress: () => undefined,
    threads,
  });
}

/** All that a file is read as, with the names of its members. */
function all({ community: { membership, facets, nameOf }, ...rest }: ReadFile) {
  return { ...rest, membership, facets, names: Array.from(membership.ids, nameOf) };
}

const lines = Array.from({ length: 5_000 }, (_, at) => {
  const id = at % 11 === 0 ? '' : `member-number-${at}`;
  const email = at % 13 === 0 ? 'not an address' : `m${at}@example.org`;
  const skill = at % 2 === 0 ? 'Node.js' : at % 3 === 0 ? 'HIV' : 'NodeJS';
  return `${id},${email},${skill}; Skill ${at % 97},Town ${at % 7},${at % 5 === 0 ? 'no' : 'yes'}`;
});

describe('readFile', () => {
  it('reads on several threads what it reads on one', async () => {
    const here = all(await read(lines, 0));
    expect(all(await read(lines, 2))).toEqual(here);
    expect(here.members).toBe(lines.length);
    expect(here.without).toEqual([expect.objectContaining({ field: 'email', count: 385 })]);
    expect(here.sensitive).toEqual({ labels: 1, kinds: [{ kind: 'health', labels: 1 }] });
    expect(here.facets.map(({ label }) => label)).not.toContain('HIV');
    expect(here.names.slice(0, 3)).toEqual(['member-number-1', 'member-number-2', 'member-number-3']);
  });

  it('joins the rows of a member that different threads would read', async () => {
    const further = [...lines, 'member-number-1,,Weaving,,', 'member-number-2,,Weaving,,'];
    const here = all(await read(further, 0));
    expect(all(await read(further, 2))).toEqual(here);
    expect(here.members).toBe(lines.length);
    expect(here.facets).toContainEqual({ key: 'skill:weaving', label: 'Weaving', count: 2 });
  });
});
