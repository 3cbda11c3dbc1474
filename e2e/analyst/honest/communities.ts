import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample, sharedData } from '../../support.ts';
import { brindlewickFacets } from './brindlewick-facets.ts';
import { brindlewickFresh } from './brindlewick-fresh.ts';
import { brindlewickWords } from './brindlewick-words.ts';
import { dataviz } from './dataviz.ts';
import { harrowQuayFacets } from './harrow-quay-facets.ts';
import { harrowQuayFresh } from './harrow-quay-fresh.ts';
import { harrowQuayWords } from './harrow-quay-words.ts';
import { harrowQuay } from './harrow-quay.ts';
import { researchSoftware } from './research-software.ts';
import type { HonestRun } from './script.ts';

/** A community, and the runs of an honest analyst in it. */
interface Community {
  name: string;
  /** path of its member file */
  file: () => Promise<string>;
  runs: HonestRun[];
}

/** One system: its COMMUNITY_NAME, and the communities that it holds one after the other. */
interface SharedSystem {
  name: string;
  communities: Community[];
  /** why its member file is not available */
  missing?: string;
}

/** The systems that honest analysts run on; real files only if they are beside the checkout. */
export const sharedSystems: SharedSystem[] = [
  {
    name: 'Harrow Quay & Brindlewick',
    communities: [
      {
        name: 'Harrow Quay',
        file: written,
        runs: [...harrowQuayFacets, ...harrowQuayWords, ...harrowQuayFresh],
      },
      {
        name: 'Brindlewick',
        file: () => Promise.resolve(sample),
        runs: [...brindlewickFacets, ...brindlewickWords, ...brindlewickFresh],
      },
    ],
  },
  real('Data Visualization Society', 'dvs-2020.ndjson', dataviz),
  real('Research Software Engineers', 'rse-2018.ndjson', researchSoftware),
];

function real(name: string, data: string, runs: HonestRun[]): SharedSystem {
  const file = sharedData(data);
  return {
    name,
    communities: [{ name, file: () => Promise.resolve(file ?? ''), runs }],
    ...(file === undefined ? { missing: `${data} is not beside the checkout` } : {}),
  };
}

async function written(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'harrow-quay-')), 'members.ndjson');
  await writeFile(file, harrowQuay());
  return file;
}
