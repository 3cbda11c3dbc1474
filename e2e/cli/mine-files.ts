import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Ninety members with ordinary skills; twelve of them have three more that nobody else has. */
export function made(): {
  external_id: string;
  skills: string[];
  interests: string[];
  looking_for: string[];
}[] {
  const ordinary = ['cooking', 'sewing', 'carpentry', 'singing', 'baking', 'drawing', 'knitting'];
  return Array.from({ length: 90 }, (_, at) => ({
    external_id: `p${at + 1}`,
    skills: [
      ...[at % 7, (at * 3 + 1) % 7].map((place) => ordinary[place]!),
      ...(at % 8 === 0 ? ['Grafting', 'Cob building', 'Falconry'] : []),
    ],
    interests: [`topic ${at % 5}`],
    looking_for: at % 30 === 3 ? ['falconry'] : [],
  }));
}

/** Members as the lines of a file. */
export const ndjson = (members: readonly object[]): string =>
  members.map((each) => `${JSON.stringify(each)}\n`).join('');

/** A temporary folder for files of members. */
export interface MineFolder {
  path: string;
  /** Writes a file. @returns its path */
  write: (name: string, content: string) => Promise<string>;
  remove: () => Promise<void>;
}

export async function mineFolder(): Promise<MineFolder> {
  const path = await mkdtemp(join(tmpdir(), 'warren-mine-'));
  return {
    path,
    write: async (name, content) => {
      await writeFile(join(path, name), content);
      return join(path, name);
    },
    remove: async () => rm(path, { recursive: true, force: true }),
  };
}
