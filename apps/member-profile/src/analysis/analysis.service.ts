import { Injectable } from '@nestjs/common';
import type { CommunityAnalysis, ReplyOf, RequestOf } from '@warren/contracts';
import { NULL_MODEL_VERSION, ruleFingerprint } from '@warren/mining';
import type { Candidate, MiningResult } from '@warren/mining';
import { Vocabulary } from '@warren/profiles';
import { labelOf } from './community.ts';
import type { Community } from './community.ts';
import { CommunityStore } from './community-store.ts';
import { resolveFocus } from './focus.ts';
import type { Focus } from './focus.ts';
import { KnownNames } from './known-names.ts';
import { judgeRules } from './mine.ts';
import { MiningResults } from './mining-results.ts';
import { overviewFacets, overviewOf } from './overview.ts';
import { isPresentable } from './presentable.ts';
import { toCandidate, toEvaluation, wholeNumber } from './to-wire.ts';

const mostCandidates = 100;

/** Analyses the community and judges rules. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly store: CommunityStore,
    private readonly results: MiningResults,
    private readonly vocabulary: Vocabulary,
    private readonly names: KnownNames,
  ) {}

  async analyse({ focus_areas }: RequestOf<'community.analyse'>): Promise<CommunityAnalysis> {
    const community = await this.store.current();
    const focus = this.focusOn(community, focus_areas);
    const mined = await this.mined(community, focus);
    const candidates = (mined?.candidates ?? []).slice(0, mostCandidates);
    const facets = overviewFacets(community);
    const shown = [...Object.values(facets.common), ...Object.values(facets.unique)].flat();
    const known = await this.names.namesIn([
      ...shown.flatMap(({ key, label }) => [key, label]),
      ...candidates.flatMap((candidate) =>
        candidate.facets.flatMap(({ key }) => [key, labelOf(community, key)]),
      ),
    ]);
    const shows = (key: string, count: number): boolean =>
      isPresentable({ key, label: labelOf(community, key), count }, known, this.vocabulary);
    return {
      revision: community.revision,
      total_active_members: community.membership.ids.length,
      field_completion_rates: community.completion,
      ...overviewOf(facets, ({ key, count }) => shows(key, count)),
      candidates: candidates
        .filter((candidate) => candidate.facets.every(({ key, in_community }) => shows(key, in_community)))
        .map((candidate) => toCandidate(candidate, community)),
      tested: wholeNumber(mined?.tested ?? 0),
      null_model: NULL_MODEL_VERSION,
      focus: focus?.told ?? null,
    };
  }

  async evaluateRules({
    rules,
    focus_areas,
  }: RequestOf<'community.evaluate-rules'>): Promise<ReplyOf<'community.evaluate-rules'>> {
    const community = await this.store.current();
    const whole = await this.results.of(community);
    const focused = await this.mined(community, this.focusOn(community, focus_areas));
    const proposed = rules.map((rule) => {
      const id = ruleFingerprint(rule);
      const isFocused = focused?.candidates.some((candidate) => candidate.id === id) === true;
      return { rule, result: isFocused ? focused : whole };
    });
    const judged = await judgeRules(community.membership, this.results.settings, proposed);
    return {
      revision: community.revision,
      evaluations: judged.map((evaluation) => toEvaluation(evaluation, community)),
    };
  }

  private focusOn(community: Community, areas: readonly string[]): Focus | null {
    return areas.length === 0 ? null : resolveFocus(areas, community, this.vocabulary);
  }

  /** Null where the focus names nothing that is there. */
  private async mined(community: Community, focus: Focus | null): Promise<MiningResult | null> {
    if (focus === null) {
      return this.results.of(community);
    }
    const { facets, categories } = focus;
    if (categories.length > 0) {
      const whole = await this.results.of(community);
      const isAskedFor = (candidate: Candidate): boolean =>
        categories.includes(candidate.category) || candidate.facets.some(({ key }) => facets.has(key));
      return { ...whole, candidates: whole.candidates.filter(isAskedFor) };
    }
    return facets.size === 0 ? null : this.results.of(community, facets);
  }
}
