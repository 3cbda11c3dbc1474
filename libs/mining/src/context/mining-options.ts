import type { People } from '../membership/facet-keys.ts';
import type { CancellationSignal } from './cancellation.ts';

/** Defaults of the options that services and commands let an operator set. */
export const miningDefaults = { q: 0.05, minLift: 1.2, minMembers: 3 } as const;

/** Options of testing one rule. */
export interface RuleOptions {
  /** False discovery rate to control; default `miningDefaults.q`. */
  readonly q?: number;
  /** Least lower end of lift's interval; default `miningDefaults.minLift`. */
  readonly minLift?: number;
  /** Least number of members of a rule; default `miningDefaults.minMembers`. */
  readonly minMembers?: number;
  /** By label, the roles of the people who do it, which answer a wish for it; none by default. */
  readonly people?: People | undefined;
  /**
   * Keys of facets that take no part in tests beyond chance, since not everybody could carry them or they were read from
   * what other facets were read from; a rule with one is `shared` at best. None by default.
   */
  readonly untested?: ReadonlySet<string> | undefined;
}

/** Options of an analysis. */
export interface MiningOptions extends RuleOptions {
  /** Largest set of facets that is tested as a set; default 5. */
  readonly maxSetSize?: number;
  /** Facet keys of which a candidate must have one; rules without them are neither tested nor counted. */
  readonly focus?: ReadonlySet<string>;
  readonly signal?: CancellationSignal;
  /** Most candidates that chance may explain; default 20. */
  readonly maxShared?: number;
}
