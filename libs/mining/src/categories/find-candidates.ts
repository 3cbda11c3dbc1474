import type { Candidate } from '../candidates/candidate.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { findApart } from './apart.ts';
import { findBeyondChance } from './beyond-chance.ts';
import { findCommonGround } from './common-ground.ts';
import type { SearchedRules } from './searched-rules.ts';
import { findShared } from './shared.ts';
import { findStrengths } from './strengths.ts';
import { findSwaps } from './swaps.ts';
import { findWishes } from './wishes.ts';

/** Finds candidates of some category; `found` are those of the finders before it. */
type Finder = (context: MiningContext, found: readonly Candidate[], searched: SearchedRules) => Candidate[];

/** Finders of candidates in the order of the result; a new category adds a file and its finder here. */
const finders: readonly Finder[] = [
  findBeyondChance,
  findApart,
  findWishes,
  findSwaps,
  findStrengths,
  findCommonGround,
  findShared,
];

/** Finds the candidates of every category, best first within each finder's. */
export function findCandidates(context: MiningContext, searched: SearchedRules): Candidate[] {
  return finders.reduce<Candidate[]>((found, find) => [...found, ...find(context, found, searched)], []);
}
