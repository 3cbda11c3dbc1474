import { Injectable } from '@nestjs/common';
import type { CommunityAnalysis, ReplyOf, RequestOf } from '@warren/contracts';
import { Vocabulary, resolveFocus } from '@warren/facets';
import type { CountedFacet, Focus } from '@warren/facets';
import { nullModelVersion } from '@warren/mining';
import { CommunityCache } from '../community/community-cache.ts';
import { countAt, countedFacets, labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';
import { MiningSettings } from '../mining/mining-settings.ts';
import { KnownNames } from '../privacy/known-names.ts';
import { isPresentable } from '../privacy/presentable.ts';
import { firstCandidates } from './first-candidates.ts';
import { MiningResults } from './mining-results.ts';
import { overviewFacets, overviewOf } from './overview.ts';
import { toCandidate, toEvaluation, wholeNumber } from './to-wire.ts';
import { Topics } from './topics/topics.ts';

/** Analyses the community and evaluates rules. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly communities: CommunityCache,
    private readonly results: MiningResults,
    private readonly vocabulary: Vocabulary,
    private readonly names: KnownNames,
    private readonly settings: MiningSettings,
  ) {}

  async analyse(
    { focus_areas }: RequestOf<'community.analyse'>,
    signal?: AbortSignal,
  ): Promise<CommunityAnalysis> {
    const community = await this.communities.current();
    signal?.throwIfAborted();
    const focus = this.focusOn(community, focus_areas);
    const mined = await (focus === null
      ? this.results.analyse(community, undefined, signal)
      : this.results.analyseFocus(community, focus, signal));
    const candidates = firstCandidates(mined.candidates);
    const facets = overviewFacets(community);
    const shown = [...Object.values(facets.common), ...Object.values(facets.unique)].flat();
    const known = await this.names.namesIn([
      ...shown.flatMap(({ key, label }) => [key, label]),
      ...(focus?.reported.known ?? []).flatMap((key) => [key, labelOf(community, key)]),
      ...(focus?.reported.unknown ?? []).flatMap(({ nearest }) => nearest),
      ...candidates.flatMap((candidate) =>
        candidate.facets.flatMap(({ key }) => [key, labelOf(community, key)]),
      ),
    ]);
    const shows = (facet: CountedFacet): boolean => isPresentable(facet, known, this.vocabulary);
    const showsKey = (key: string, count: number): boolean =>
      shows({ key, label: labelOf(community, key), count });
    const topics = Topics.of(this.vocabulary);
    return {
      revision: community.revision,
      total_active_members: community.membership.ids.length,
      field_completion_rates: community.completion,
      ...overviewOf(facets, shows),
      candidates: candidates
        .filter((candidate) => candidate.facets.every(({ key, in_community }) => showsKey(key, in_community)))
        .map((candidate) => toCandidate(candidate, community, topics)),
      tested: wholeNumber(mined.tested),
      null_model: nullModelVersion,
      focus: focus && shownFocus(focus.reported, community, shows),
    };
  }

  async evaluateRules(
    { rules }: RequestOf<'community.evaluate-rules'>,
    signal?: AbortSignal,
  ): Promise<ReplyOf<'community.evaluate-rules'>> {
    const community = await this.communities.current();
    signal?.throwIfAborted();
    const evaluated = await this.results.evaluate(community, rules, signal);
    return {
      revision: community.revision,
      min_members: this.settings.minMembers,
      evaluations: evaluated.map((evaluation) => toEvaluation(evaluation, community)),
    };
  }

  private focusOn(community: Community, areas: readonly string[]): Focus | null {
    return areas.length === 0 ? null : resolveFocus(areas, countedFacets(community), this.vocabulary);
  }
}

/** The resolved focus without the facets that may not be shown. */
function shownFocus(
  { known, categories, unknown }: Focus['reported'],
  community: Community,
  shows: (facet: CountedFacet) => boolean,
): Focus['reported'] {
  const { membership } = community;
  const counts = new Map(membership.facets.map((key, place) => [key, countAt(membership, place)]));
  const facetOf = (key: string): CountedFacet => ({
    key,
    label: labelOf(community, key),
    count: counts.get(key) ?? 1,
  });
  return {
    known: known.filter((key) => shows(facetOf(key))),
    categories,
    unknown: unknown.map(({ area, nearest }) => ({
      area,
      // The facet of a label is not known here: treat it as if one member listed it.
      nearest: nearest.filter((label) => shows({ key: label, label, count: 1 })),
    })),
  };
}
