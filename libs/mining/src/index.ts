export { buildMembership, membershipOf } from './membership/membership.ts';
export type { MemberFacets, Membership } from './membership/membership.ts';
export { applyChanges, facetsOfMember } from './membership/membership-changes.ts';
export { mine } from './mine.ts';
export { miningDefaults, type MiningOptions } from './context/mining-options.ts';
export type { MiningResult } from './mining-result.ts';
export { evaluateRule } from './evaluate-rule.ts';
export { reportedStatistics } from './rule-evaluation.ts';
export type { RuleEvaluation } from './rule-evaluation.ts';
export { claimsChance, mergeWithWhole, withEvaluations } from './focused-candidates.ts';
export { membersOfRule, ruleFingerprint } from './membership/rule-members.ts';
export { clustersOf } from './network/clusters.ts';
export type { Demand } from './network/demand.ts';
export type { FacetLink } from './network/links.ts';
export { nullModelVersion } from './null-model/null-model.ts';
export { MiningCancelled } from './context/cancellation.ts';
export type { CancellationSignal } from './context/cancellation.ts';
export type { Candidate, Introduction } from './candidates/candidate.ts';
export { wilson } from './null-model/intervals.ts';
export { answersOf } from './introductions/answers.ts';
export { proposeIntroductions } from './introductions/propose-introductions.ts';
export type {
  KnownIntroduction,
  ProposedIntroduction,
  ProposedIntroductions,
} from './introductions/propose-introductions.ts';
