import type { PatternCategory, Quote, Rule } from '@warren/contracts';

/** A pattern as an analyst claims it: its text, and the candidate, rule or quotes that it is based on. */
export interface PatternClaim {
  /** The saved pattern to update; without candidate, rule and quotes only its text. */
  readonly pattern_id?: number | undefined;
  readonly name: string;
  readonly description: string;
  readonly category: PatternCategory;
  readonly candidate_id?: string | undefined;
  readonly rule?: Rule | undefined;
  readonly quotes?: readonly Quote[] | undefined;
  readonly question_prompts: readonly string[];
}
