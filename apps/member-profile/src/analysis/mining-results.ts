import { Injectable } from '@nestjs/common';
import type { Rule } from '@warren/contracts';
import { isInFocus } from '@warren/facets';
import type { Focus } from '@warren/facets';
import { claimsChance, ruleFingerprint } from '@warren/mining';
import type { Community } from '../community/community.ts';
import type { EvaluatedRule, MinedAnalysis } from '../mining/mining-jobs.ts';
import { MiningPool } from '../mining/mining-pool.ts';
import { SingleFlight } from '../mining/single-flight.ts';

const maxCached = 8;

interface CachedAnalysis {
  revision: number;
  focus: string;
  analysis: SingleFlight<MinedAnalysis>;
}

/** Cache of the latest analyses; concurrent requests for one share its computation. */
@Injectable()
export class MiningResults {
  /** Least recently used first. */
  private cache: CachedAnalysis[] = [];

  constructor(private readonly pool: MiningPool) {}

  /**
   * Analyses a community, restricted to candidates with one of the facets of `focus`. The computation is cancelled when
   * the signals of all its waiters have fired; the next request then starts it again.
   */
  async analyse(
    { revision, membership, untested }: Community,
    focus?: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<MinedAnalysis> {
    const name = focus === undefined ? '' : [...focus].sort().join('\n');
    const found = this.cache.find(
      ({ revision: of, focus: on, analysis }) => of === revision && on === name && !analysis.hasEnded,
    );
    const entry = found ?? {
      revision,
      focus: name,
      analysis: new SingleFlight((cancelled) => this.pool.mine(membership, focus, cancelled, untested)),
    };
    const others = this.cache.filter((cached) => cached !== entry && !cached.analysis.hasEnded);
    this.cache = [...others, entry].slice(-maxCached);
    return entry.analysis.wait(signal);
  }

  /**
   * Analyses a community under a focus. For a focus on categories: the matching candidates of the whole community. Else:
   * the findings among the facets in focus, evaluated over the whole community, combined with the whole's own candidates
   * in focus. Empty if the focus matches nothing in the community.
   */
  async analyseFocus(
    community: Community,
    focus: Focus,
    signal?: AbortSignal,
  ): Promise<Pick<MinedAnalysis, 'tested' | 'candidates'>> {
    if (focus.facets.size + focus.categories.length === 0) {
      return { tested: 0, candidates: [] };
    }
    const whole = await this.analyse(community, undefined, signal);
    const ofWhole = whole.candidates.filter((candidate) => isInFocus(candidate, focus));
    if (focus.categories.length > 0) {
      return { tested: whole.tested, candidates: ofWhole };
    }
    const { candidates: found } = await this.analyse(community, focus.facets, signal);
    const claims = found.filter(claimsChance).map(({ rule }) => rule);
    const evaluated = await this.evaluate(community, claims, signal);
    const candidates = await this.pool.unite(community.membership, found, evaluated, ofWhole, signal);
    return { tested: whole.tested, candidates };
  }

  /**
   * Evaluates rules over the whole community, wherever they come from. A rule that the community's own analysis proposed
   * keeps its rate.
   */
  async evaluate(
    community: Community,
    rules: readonly Rule[],
    signal?: AbortSignal,
  ): Promise<EvaluatedRule[]> {
    const { candidates } = await this.analyse(community, undefined, signal);
    // The first candidate of a rule is its strongest.
    const known = new Map(candidates.toReversed().map((candidate) => [candidate.id, candidate]));
    const proposed = rules.map((rule) => ({ rule, known: known.get(ruleFingerprint(rule)) }));
    return this.pool.evaluate(community.membership, proposed, signal, community.untested);
  }
}
