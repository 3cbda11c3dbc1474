import type { Evidence, PatternCategory, Rule, SimpleRule } from '@warren/contracts';

/** What the analyst says of a pattern; `mended` replaces of it what the gate is to refuse. */
export interface Words {
  name: string;
  description: string;
  question_prompts: string[];
  mended?: Partial<Omit<Words, 'mended'>>;
}

/** What it stands on: a candidate by facets of its rule, a rule, words of members, a saved pattern by its name. */
export interface Ground {
  candidate?: string[];
  rule?: Rule;
  quotes?: string[];
  update?: string;
}

/** One call of save_pattern, and the basis it is to get. */
export interface HonestSave {
  ground: Ground;
  category: PatternCategory;
  basis: Evidence['basis'];
  words: Words;
}

/** One discovery run of a good analyst. */
export interface HonestRun {
  title: string;
  focus?: string[];
  /** a pattern of an earlier run */
  before?: HonestSave;
  /** it tries its own rules before it saves them */
  looks?: true;
  /** it reads the profiles of those who carry these */
  reads?: string[];
  saves: HonestSave[];
}

/** A row of a table: on this ground, in this category, on this basis, these words. */
export function on(
  ground: Ground,
  category: PatternCategory,
  basis: Evidence['basis'],
  words: Words,
): HonestSave {
  return { ground, category, basis, words };
}

/** Members who carry all of the facets. */
export function all(...of: string[]): SimpleRule {
  return { clauses: [{ at_least: of.length, of }] };
}

/** Members who carry any of the facets. */
export function any(...of: string[]): SimpleRule {
  return { clauses: [{ at_least: 1, of }] };
}

/** Two sides of a collaboration. */
export function givers(offer: SimpleRule, seek: SimpleRule): Rule {
  return { givers: offer, seekers: seek };
}
