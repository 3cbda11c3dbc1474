/** Thresholds of a finding. */
export class MiningSettings {
  /** False discovery rate. */
  readonly q: number;
  /** Minimum of the lower end of lift's interval. */
  readonly minLift: number;
  /** Minimum number of members of a rule. */
  readonly minMembers: number;
  /** By label, the roles of the people who do it: they answer wishes for it. */
  readonly people: ReadonlyMap<string, readonly string[]>;

  constructor(settings: MiningSettings) {
    this.q = settings.q;
    this.minLift = settings.minLift;
    this.minMembers = settings.minMembers;
    this.people = settings.people;
  }
}

/** Resource limits of mining. */
export class MiningLimits {
  /** Maximum milliseconds of one analysis, or of the evaluation of one rule. */
  readonly timeoutMs: number;
  /** Maximum number of analyses, and of requests to evaluate rules, that wait while another one computes. */
  readonly maxWaiting: number;
  /** Heap of each thread in MB; the members' facets lie outside of it. */
  readonly memoryMb: number;

  constructor(limits: MiningLimits) {
    this.timeoutMs = limits.timeoutMs;
    this.maxWaiting = limits.maxWaiting;
    this.memoryMb = limits.memoryMb;
  }
}
