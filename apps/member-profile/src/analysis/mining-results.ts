import { Injectable } from '@nestjs/common';
import type { Rule } from '@warren/contracts';
import { claimsChance, ruleFingerprint } from '@warren/mining';
import { isInFocus } from '@warren/facets';
import type { Focus } from '@warren/facets';
import type { EvaluatedRule, MinedAnalysis } from '../mining/mining-jobs.ts';
import { MiningPool } from '../mining/mining-pool.ts';
import { SingleFlight } from '../mining/single-flight.ts';
import type { Community } from '../community/community.ts';

const most = 8;

interface Kept {
  revision: number;
  focus: string;
  analysis: SingleFlight<MinedAnalysis>;
}

/** The analyses of the last revisions; whoever asks for one that is under way waits for the same one. */
@Injectable()
export class MiningResults {
  /** Least recently used first. */
  private kept: Kept[] = [];

  constructor(private readonly pool: MiningPool) {}

  /**
   * The analysis of a community, restricted to candidates with one of the facets of `focus`. It stops when the signals
   * of all who wait for it have fired; then who asks next begins it anew.
   */
  async of(
    { revision, membership }: Community,
    focus?: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<MinedAnalysis> {
    const name = focus === undefined ? '' : [...focus].sort().join('\n');
    const found = this.kept.find(
      ({ revision: of, focus: on, analysis }) => of === revision && on === name && !analysis.isOver,
    );
    const entry = found ?? {
      revision,
      focus: name,
      analysis: new SingleFlight((unwanted) => this.pool.mine(membership, focus, unwanted)),
    };
    const others = this.kept.filter((kept) => kept !== entry && !kept.analysis.isOver);
    this.kept = [...others, entry].slice(-most);
    return entry.analysis.wait(signal);
  }

  /**
   * The analysis under a focus: where it names a category, what the whole shows of it; else what it finds as the whole
   * bears it out, beside what the whole itself shows of it. Nothing where the focus names nothing that is there.
   */
  async under(
    community: Community,
    focus: Focus,
    signal?: AbortSignal,
  ): Promise<Pick<MinedAnalysis, 'tested' | 'candidates'>> {
    if (focus.facets.size + focus.categories.length === 0) {
      return { tested: 0, candidates: [] };
    }
    const whole = await this.of(community, undefined, signal);
    const ofWhole = whole.candidates.filter((candidate) => isInFocus(candidate, focus));
    if (focus.categories.length > 0) {
      return { tested: whole.tested, candidates: ofWhole };
    }
    const { candidates: found } = await this.of(community, focus.facets, signal);
    const claims = found.filter(claimsChance).map(({ rule }) => rule);
    const judged = await this.evaluate(community, claims, signal);
    const candidates = await this.pool.unite(community.membership, found, judged, ofWhole, signal);
    return { tested: whole.tested, candidates };
  }

  /**
   * Judges rules over the whole of a community, whoever met them and wherever: one that its analysis proposed keeps the
   * rate it has there.
   */
  async evaluate(
    community: Community,
    rules: readonly Rule[],
    signal?: AbortSignal,
  ): Promise<EvaluatedRule[]> {
    const { candidates } = await this.of(community, undefined, signal);
    // The first of a rule is its strongest.
    const known = new Map(candidates.toReversed().map((candidate) => [candidate.id, candidate]));
    const proposed = rules.map((rule) => ({ rule, known: known.get(ruleFingerprint(rule)) }));
    return this.pool.evaluate(community.membership, proposed, signal);
  }
}
