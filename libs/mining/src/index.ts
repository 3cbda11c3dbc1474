export { buildMembership } from './membership.ts';
export type { MemberFacets, Membership } from './membership.ts';
export { applyChanges, facetsOfMember } from './membership-changes.ts';
export type { MemberChange } from './membership-changes.ts';
export { mine } from './mine.ts';
export type { MiningOptions } from './mine.ts';
export { evaluateRule, toldStatistics } from './evaluate-rule.ts';
export type { EvaluationOptions, RuleEvaluation } from './evaluate-rule.ts';
export { asJudged, besideWhole, claimsChance } from './judged-candidates.ts';
export { membersOfRule, ruleFingerprint, sidesOfRule } from './rule-members.ts';
export { clustersOf } from './network/clusters.ts';
export type { Demand } from './network/demand.ts';
export type { FacetLink } from './network/links.ts';
export { NULL_MODEL_VERSION } from './null-model.ts';
export { NullModelDiverged } from './configuration-model.ts';
export { MiningStopped } from './stop.ts';
export type { StopSignal } from './stop.ts';
export type {
  Basis,
  Candidate,
  Category,
  FacetCounts,
  Introduction,
  MiningResult,
  Statistics,
} from './result.ts';
