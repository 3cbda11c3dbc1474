import type { Rule } from '@warren/contracts';
import type { Candidate, Demand, FacetLink, Membership, RuleEvaluation } from '@warren/mining';
import type { MiningSettings } from './mining-settings.ts';
import type { PostedMembership } from './posted-membership.ts';
import type { StopNote, StopReason } from './cancellation-flag.ts';

/** A candidate without its members: they are many, and nobody shows them. */
export type MinedCandidate = Omit<Candidate, 'member_ids' | 'sides' | 'pairs'> & {
  readonly member_count: number;
};

/** What an analysis found, as it leaves the thread. */
export interface MinedAnalysis {
  /** Rules that could have been tested. */
  readonly tested: number;
  readonly candidates: readonly MinedCandidate[];
  readonly links: readonly FacetLink[];
  readonly demand: readonly Demand[];
}

/** What an analysis said of a rule: a rule it proposed keeps its rate. */
export type KnownCandidate = Pick<Candidate, 'id' | 'basis' | 'statistics'>;

/** A judged rule as it leaves the thread: ids as arrays that are copied as a block. */
export type EvaluatedRule = Omit<RuleEvaluation, 'member_ids' | 'sides'> & {
  readonly member_ids: Float64Array;
  readonly sides?: { readonly givers: Float64Array; readonly seekers: Float64Array };
};

/** Some members in numbers: the facets of member i are `items[ends[i - 1]..ends[i])`, places in a list of keys. */
export interface MemberBatch {
  readonly ids: Float64Array;
  readonly ends: Uint32Array;
  readonly items: Uint32Array;
}

/** Members as they come from the database, batch by batch, and the keys that their facets are places of. */
export interface MemberBatches {
  readonly batches: readonly MemberBatch[];
  readonly keys: readonly string[];
}

/** What a mining thread can be asked to do: for each job what it gets and what it gives. */
export interface MiningJobs {
  mine: {
    input: {
      readonly membership: PostedMembership;
      readonly settings: MiningSettings;
      readonly focus: ReadonlySet<string> | undefined;
    };
    result: MinedAnalysis;
  };
  judge: {
    input: {
      readonly membership: PostedMembership;
      readonly settings: MiningSettings;
      readonly rule: Rule;
      readonly known: KnownCandidate | undefined;
    };
    result: EvaluatedRule;
  };
  /** What a focus finds as the whole bears it out, beside what the whole shows of it. */
  unite: {
    input: {
      readonly membership: PostedMembership;
      readonly found: readonly MinedCandidate[];
      readonly judgements: readonly Omit<EvaluatedRule, 'member_ids' | 'sides' | 'pairs'>[];
      readonly ofWhole: readonly MinedCandidate[];
    };
    result: MinedCandidate[];
  };
  build: { input: MemberBatches; result: Membership };
  change: {
    input: {
      readonly membership: PostedMembership;
      /** Members who came or changed. */
      readonly present: MemberBatches;
      /** Ids of those who are no part of it any more. */
      readonly gone: readonly number[];
    };
    /** The facets only where they are others than before. */
    result: Omit<Membership, 'facets'> & { readonly facets: readonly string[] | undefined };
  };
}

/** What is posted to a thread. */
export interface Posted<Input> {
  readonly input: Input;
  readonly note: StopNote;
}

/** What comes back. */
export type Outcome<Result> = { readonly result: Result } | { readonly stopped: StopReason };
