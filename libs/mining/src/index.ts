export { buildMembership } from './membership/membership.ts';
export type { MemberFacets, Membership } from './membership/membership.ts';
export { applyChanges, facetsOfMember } from './membership/membership-changes.ts';
export type { MemberChange } from './membership/membership-changes.ts';
export { mine } from './mine.ts';
export type { MiningOptions } from './mine.ts';
export { evaluateRule, toldStatistics } from './evaluate-rule.ts';
export type { EvaluationOptions, RuleEvaluation } from './evaluate-rule.ts';
export { asJudged, besideWhole, claimsChance } from './focused-candidates.ts';
export { membersOfRule, ruleFingerprint, sidesOfRule } from './membership/rule-members.ts';
export { clustersOf } from './network/clusters.ts';
export type { Demand } from './network/demand.ts';
export type { FacetLink } from './network/links.ts';
export { NULL_MODEL_VERSION } from './null-model/null-model.ts';
export { NullModelDiverged } from './null-model/configuration-model.ts';
export { MiningStopped } from './context/cancellation.ts';
export type { CancellationSignal } from './context/cancellation.ts';
export type {
  Basis,
  Candidate,
  Category,
  FacetCounts,
  Introduction,
  MiningResult,
  Statistics,
} from './categories/candidate.ts';
