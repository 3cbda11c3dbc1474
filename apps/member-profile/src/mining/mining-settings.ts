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

/** What mining may take of the machine. */
export class MiningLimits {
  /** Milliseconds one analysis, or the judging of one rule, may compute. */
  readonly timeoutMs: number;
  /** How many analyses, and how many requests to judge rules, may wait while another one computes. */
  readonly mostWaiting: number;
  /** MB of heap of each thread; what members carry lies outside of it. */
  readonly memoryMb: number;

  constructor(limits: MiningLimits) {
    this.timeoutMs = limits.timeoutMs;
    this.mostWaiting = limits.mostWaiting;
    this.memoryMb = limits.memoryMb;
  }
}
