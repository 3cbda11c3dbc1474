import type { Evidence, PatternCategory, Rule, SimpleRule } from '@warren/contracts';

/** Text of a pattern; `corrected` replaces the parts that the gate is expected to reject. */
export interface Words {
  name: string;
  description: string;
  question_prompts: string[];
  corrected?: Partial<Omit<Words, 'corrected'>>;
}

/** Source of a claim: a candidate by facets of its rule, a rule, quotes of members, or a saved pattern by its name. */
export interface Source {
  candidate?: string[];
  rule?: Rule;
  quotes?: string[];
  update?: string;
}

/** One call of save_pattern, and its expected basis. */
export interface HonestSave {
  source: Source;
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
  /** evaluates its own rules before it saves them */
  evaluates?: true;
  /** reads the profiles of members who carry these facets */
  reads?: string[];
  saves: HonestSave[];
}

/** Builds a row of a table: a save from this source, in this category, with this basis and text. */
export function on(
  source: Source,
  category: PatternCategory,
  basis: Evidence['basis'],
  words: Words,
): HonestSave {
  return { source, category, basis, words };
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
