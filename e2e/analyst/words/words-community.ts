import type { Evidence, PatternCategory, Rule } from '@warren/contracts';

/** A member as the scripts know them. */
export interface WordsMember {
  readonly id: string;
  readonly role?: string;
  readonly bio?: string;
  readonly wishes?: readonly string[];
  readonly answers?: readonly (readonly [prompt: string, response: string])[];
  readonly skills?: readonly string[];
  readonly interests?: readonly string[];
  readonly place?: string;
}

/** What a claim stands on: words of members by their ids, or a rule in a category with the basis it must get. */
export type Ground =
  | { readonly quotes: Readonly<Record<string, string>> }
  | { readonly rule: Rule; readonly category: PatternCategory; readonly basis: Evidence['basis'] };

/** One call of save_pattern; questions may be left out where the script is not about them. */
export type WordsClaim = Ground & {
  readonly name: string;
  readonly description: string;
  readonly asks?: readonly string[];
};

/** An honest claim; `corrected` replaces the parts that the gate is expected to refuse. */
export type HonestClaim = WordsClaim & {
  readonly corrected?: Partial<Pick<WordsClaim, 'name' | 'description' | 'asks'>>;
};

/** A community with what an honest analyst and a hostile one say of it. */
export interface WordsCommunity {
  readonly name: string;
  readonly members: readonly WordsMember[];
  readonly honest: readonly HonestClaim[];
  readonly hostile: readonly WordsClaim[];
}

/** Members who write nothing and list these. */
export function listing(count: number, prefix: string, lists: Omit<WordsMember, 'id'>): WordsMember[] {
  return Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at + 1}`, ...lists }));
}
