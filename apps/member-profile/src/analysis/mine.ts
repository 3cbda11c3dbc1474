import { evaluateRule, mine } from '@warren/mining';
import type { Membership, MiningResult, RuleEvaluation } from '@warren/mining';
import type { Rule } from '@warren/contracts';

/** From where on a finding counts. */
export class MiningSettings {
  /** False discovery rate. */
  readonly q: number;
  /** What the lower end of lift's interval must reach. */
  readonly minLift: number;
  /** Members a rule must have. */
  readonly minMembers: number;

  constructor(settings: MiningSettings) {
    this.q = settings.q;
    this.minLift = settings.minLift;
    this.minMembers = settings.minMembers;
  }
}

/** Mines a membership. Every computation that may take long passes through this file. */
export async function mineMembership(
  membership: Membership,
  settings: MiningSettings,
  focus: ReadonlySet<string> | undefined,
): Promise<MiningResult> {
  // Lets the requests that are already here through before the loop is taken.
  await new Promise((resolve) => setImmediate(resolve));
  return mine(membership, { ...settings, focus });
}

/** Judges rules as the mining that proposed them, or would have, does. */
export async function judgeRules(
  membership: Membership,
  settings: MiningSettings,
  rules: readonly { rule: Rule; result: MiningResult }[],
): Promise<RuleEvaluation[]> {
  await new Promise((resolve) => setImmediate(resolve));
  return rules.map(({ rule, result }) => evaluateRule(membership, rule, { ...settings, result }));
}
