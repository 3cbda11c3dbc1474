import type { Rule } from '@warren/contracts';
import type {
  Candidate,
  Demand,
  FacetLink,
  KnownIntroduction,
  Membership,
  ProposedIntroductions,
  RuleEvaluation,
} from '@warren/mining';
import type { CancellationFlag, CancellationReason } from './cancellation-flag.ts';
import type { MiningSettings } from './mining-settings.ts';
import type { PostedMembership } from './posted-membership.ts';

/** A candidate without its members: they are many, and never shown. */
export type MinedCandidate = Omit<Candidate, 'member_ids' | 'sides' | 'bridges' | 'pairs'> & {
  readonly member_count: number;
};

/** Result of an analysis, as the thread returns it. */
export interface MinedAnalysis {
  /** Rules that could have been tested. */
  readonly tested: number;
  readonly candidates: readonly MinedCandidate[];
  readonly links: readonly FacetLink[];
  readonly demand: readonly Demand[];
}

/** A candidate's statistics: a rule that the analysis proposed keeps its rate. */
export type KnownCandidate = Pick<Candidate, 'id' | 'basis' | 'statistics'>;

/** An evaluated rule as the thread returns it: ids as arrays that are copied as a block. */
export type EvaluatedRule = Omit<RuleEvaluation, 'member_ids' | 'sides'> & {
  readonly member_ids: Float64Array;
  readonly sides?: { readonly givers: Float64Array; readonly seekers: Float64Array };
};

/** Members encoded as numbers: the facets of member i are `items[ends[i - 1]..ends[i])`, indexes into a list of keys. */
export interface MemberBatch {
  readonly ids: Float64Array;
  readonly ends: Uint32Array;
  readonly items: Uint32Array;
}

/** Members as read from the database, batch by batch, and the keys that their facets index. */
export interface MemberBatches {
  readonly batches: readonly MemberBatch[];
  readonly keys: readonly string[];
}

/** What is to be known when introductions are proposed. */
export interface IntroductionInput {
  /** Keys of the facets that answer each wish, preferred first. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  readonly known: readonly KnownIntroduction[];
  readonly most: number;
}

/** Jobs of a mining thread: input and result of each. */
export interface MiningJobs {
  mine: {
    input: {
      readonly membership: PostedMembership;
      readonly settings: MiningSettings;
      readonly focus: ReadonlySet<string> | undefined;
      readonly untested: ReadonlySet<string>;
    };
    result: MinedAnalysis;
  };
  evaluate: {
    input: {
      readonly membership: PostedMembership;
      readonly settings: MiningSettings;
      readonly rule: Rule;
      readonly known: KnownCandidate | undefined;
      readonly untested: ReadonlySet<string>;
    };
    result: EvaluatedRule;
  };
  /** Combines the evaluated findings of a focus with the candidates of the whole community in it. */
  unite: {
    input: {
      readonly membership: PostedMembership;
      readonly found: readonly MinedCandidate[];
      readonly evaluations: readonly Omit<EvaluatedRule, 'member_ids' | 'sides' | 'bridges' | 'pairs'>[];
      readonly ofWhole: readonly MinedCandidate[];
    };
    result: MinedCandidate[];
  };
  introduce: {
    input: IntroductionInput & { readonly membership: PostedMembership };
    result: ProposedIntroductions;
  };
  build: { input: MemberBatches; result: Membership };
  change: {
    input: {
      readonly membership: PostedMembership;
      /** Members who joined or changed. */
      readonly present: MemberBatches;
      /** Ids of members who left. */
      readonly gone: readonly number[];
    };
    /** The facets only if they changed. */
    result: Omit<Membership, 'facets'> & { readonly facets: readonly string[] | undefined };
  };
}

/** Message to a thread. */
export interface Posted<Input> {
  readonly input: Input;
  readonly flag: CancellationFlag;
}

/** Message back from a thread. */
export type Outcome<Result> = { readonly result: Result } | { readonly stopped: CancellationReason };
