import { z } from 'zod';
import { Candidate, CommunityAnalysis, FieldCompletion } from '../analysis.ts';
import {
  CommunityDemand,
  CommunityName,
  DemandedFacet,
  FacetNetwork,
  NetworkCluster,
  NetworkFacet,
  NetworkLink,
} from '../community.ts';
import { FacetCount } from '../facets.ts';
import {
  Evidence,
  FacetShare,
  Pattern,
  PatternHistory,
  PatternObservation,
  PatternVersion,
  Quote,
  Statistics,
  quotesOf,
} from '../patterns.ts';
import { Question } from '../questions.ts';
import { facetsOfRule } from '../rules.ts';
import { Run, RunProgress, Spend } from '../runs.ts';
import { withoutQuotesOr } from '../values/quoted-words.ts';

/** Reads an answer as it is, and leaves in it what viewers may know; `smallest` is the smallest group they are told of. */
export type ForViewers<T> = (smallest: number) => z.ZodType<T>;

// Each schema picks what viewers are told, on every level, so that a new key is hidden until it is named here; only a
// rule is told whole. What answers must have stays, as an empty list or text: a client reads both by one schema.

const facetCount = FacetCount.pick({ key: true, label: true, in_pattern: true, in_community: true });

const statistics = Statistics.pick({
  observed: true,
  share: true,
  share_low: true,
  share_high: true,
  expected: true,
  lift: true,
  lift_low: true,
  lift_high: true,
  p_value: true,
  q_value: true,
  tested: true,
});

const shownEvidence = Evidence.pick({ basis: true, rule: true }).extend({
  facets: z.array(facetCount),
  statistics,
});

const evidence = (smallest: number, { rule, facets, ...rest }: z.infer<typeof shownEvidence>): Evidence => {
  const rare = new Set(facets.filter((it) => it.in_community < smallest).map(({ key }) => key));
  return {
    ...rest,
    ...(rule !== undefined && !facetsOfRule(rule).some((key) => rare.has(key)) && { rule }),
    facets: facets.filter((it) => it.in_pattern >= smallest && it.in_community >= smallest),
  };
};

/**
 * Returns whether a pattern is kept from viewers: it is held, its group is small, or it tells of a few bridges between
 * two sides that keep apart, who are a small group too.
 */
export function isKeptFromViewers(
  {
    held,
    member_count,
    evidence: { basis, statistics },
  }: Pick<Pattern, 'held' | 'member_count'> & { evidence: Pick<Evidence, 'basis' | 'statistics'> },
  smallest: number,
): boolean {
  return held !== null || member_count < smallest || hasFewBridges(basis, statistics, smallest);
}

function hasFewBridges(
  basis: Evidence['basis'],
  { observed }: Evidence['statistics'],
  smallest: number,
): boolean {
  return basis === 'apart' && observed > 0 && observed < smallest;
}

const told = {
  id: true,
  name: true,
  description: true,
  category: true,
  member_count: true,
  question_prompts: true,
  is_active: true,
  holds: true,
  created_at: true,
  updated_at: true,
  version: true,
  state: true,
  since_run_id: true,
  member_change: true,
  joined_count: true,
  left_count: true,
  pinned: true,
  analyst: true,
  run_id: true,
  published: true,
} as const;

/**
 * A pattern without its members: no ids, quotes, sides or pairs, and no text that repeats a quote. Smaller and held ones are
 * to be kept back before.
 */
export const patternForViewers: ForViewers<Pattern> = (smallest) =>
  Pattern.pick(told)
    .extend({
      evidence: shownEvidence.extend({ quotes: z.array(Quote.pick({ quote: true })).optional() }),
      member_count: z.int().min(smallest),
      related_member_ids: z.unknown().transform((): number[] => []),
      held: z.null(),
    })
    .transform(({ evidence: { quotes: said, ...shown }, ...pattern }) => {
      const quotes = quotesOf({ quotes: said });
      return {
        ...pattern,
        dismissed_because: null,
        reading: null,
        evidence: evidence(smallest, shown),
        name: withoutQuotesOr(pattern.name, quotes, `Pattern ${pattern.id}`),
        description: withoutQuotesOr(pattern.description, quotes, inTheirWords),
        question_prompts: pattern.question_prompts.map((prompt) =>
          withoutQuotesOr(prompt, quotes, inTheirWords),
        ),
      };
    });

const inTheirWords = 'In the words of its members.';

/** What decides whether a pattern is kept back; all else is left as it is, for `patternForViewers` to read. */
const deciding = z.looseObject({
  ...Pattern.pick({ member_count: true, held: true }).shape,
  evidence: z.looseObject(Evidence.pick({ basis: true, statistics: true }).shape),
});

/** Patterns that are large enough and not held. */
export const patternsForViewers: ForViewers<Pattern[]> = (smallest) =>
  z
    .array(deciding)
    .transform((patterns): unknown[] => patterns.filter((pattern) => !isKeptFromViewers(pattern, smallest)))
    .pipe(z.array(patternForViewers(smallest)));

const observation = PatternObservation.pick({
  run_id: true,
  observed_at: true,
  member_count: true,
  basis: true,
  holds: true,
})
  .extend({ statistics })
  .transform((it) => ({ ...it, joined: [], left: [] }));

const version = PatternVersion.pick({
  version: true,
  change: true,
  published: true,
  category: true,
  member_count: true,
  analyst: true,
  run_id: true,
  created_at: true,
}).transform((it) => ({ ...it, name: '', description: '', reading: null }));

/** History of a pattern: numbers, while it was large enough and not held. What it was called may have quoted members. */
export const historyForViewers: ForViewers<PatternHistory> = (smallest) =>
  PatternHistory.pick({ pattern_id: true, since_run_id: true })
    .extend({ observations: z.array(observation), versions: z.array(version) })
    .transform(({ observations, versions, ...rest }) => ({
      ...rest,
      joined: [],
      left: [],
      observations: observations.filter(
        ({ member_count, basis, statistics }) =>
          member_count >= smallest && !hasFewBridges(basis, statistics, smallest),
      ),
      versions: versions.filter(({ member_count, published }) => published && member_count >= smallest),
    }));

const facetShare = FacetShare.pick({
  key: true,
  label: true,
  in_pattern: true,
  in_community: true,
  share_in_pattern: true,
  elsewhere: true,
  share_elsewhere: true,
});

/** Shares of the facets that enough members of the pattern carry. */
export const facetSharesForViewers: ForViewers<FacetShare[]> = (smallest) =>
  z.array(facetShare).transform((shares) => shares.filter(({ in_pattern }) => in_pattern >= smallest));

const question = Question.pick({
  id: true,
  pattern_id: true,
  pattern_name: true,
  text: true,
  related_member_ids: true,
  created_at: true,
});

/** Questions about groups that are large enough, without their members. */
export const questionsForViewers: ForViewers<Question[]> = (smallest) =>
  z
    .array(question)
    .transform((questions) =>
      questions
        .filter(({ related_member_ids }) => related_member_ids.length >= smallest)
        .map((it) => ({ ...it, related_member_ids: [] })),
    );

const spend = Spend.pick({
  input_tokens: true,
  output_tokens: true,
  cache_read_tokens: true,
  cache_write_tokens: true,
  cost_usd: true,
  uncertain_usd: true,
});

/** State and spend of a run. What it found, rejected and wrote may name small groups and quote members. */
export const runForViewers: ForViewers<Run> = () =>
  Run.pick({
    id: true,
    kind: true,
    status: true,
    analyst: true,
    model: true,
    turns: true,
    max_cost: true,
    tested: true,
    starts: true,
    created_at: true,
    started_at: true,
    finished_at: true,
  })
    .extend({ spend })
    .transform((run) => ({
      ...run,
      reason: null,
      focus_areas: [],
      patterns: [],
      rejected: [],
      held: 0,
      reading: null,
      themes: null,
      introductions: { proposed: 0, held: 0 },
      response_text: '',
      worker: null,
    }));

/** Runs, as each is shown. */
export const runsForViewers: ForViewers<Run[]> = (smallest) => z.array(runForViewers(smallest));

/** Step of a run; its message may quote what was rejected. */
export const progressForViewers: ForViewers<RunProgress> = () =>
  RunProgress.pick({ run_id: true, status: true, step: true, turns: true, patterns_found: true, at: true })
    .extend({ spend })
    .transform((progress) => ({ ...progress, message: '' }));

const completion = FieldCompletion.pick({
  rate: true,
  filled: true,
  total: true,
  avg_length: true,
  avg_count: true,
});

const candidate = Candidate.pick({
  id: true,
  category: true,
  basis: true,
  topic: true,
  rule: true,
  member_count: true,
}).extend({ facets: z.array(facetCount), statistics });

/** Frequencies and candidates of groups that are large enough. */
export const analysisForViewers: ForViewers<CommunityAnalysis> = (smallest) => {
  const labels = CommunityAnalysis.shape.common_skills.transform((counts) =>
    counts.filter(([, members]) => members >= smallest),
  );
  return CommunityAnalysis.pick({
    revision: true,
    total_active_members: true,
    tested: true,
    null_model: true,
  })
    .extend({
      field_completion_rates: z.record(z.string(), completion),
      common_skills: labels,
      common_interests: labels,
      common_facets: z.array(facetCount.omit({ in_pattern: true })),
      candidates: z.array(candidate),
    })
    .transform(({ common_facets, candidates, field_completion_rates, ...rest }) => ({
      ...rest,
      field_completion_rates: Object.fromEntries(
        Object.entries(field_completion_rates).filter(([, { filled }]) => filled === 0 || filled >= smallest),
      ),
      unique_skills: [],
      unique_interests: [],
      common_facets: common_facets.filter(({ in_community }) => in_community >= smallest),
      candidates: candidates
        .filter(
          ({ member_count, basis, statistics, facets }) =>
            member_count >= smallest &&
            !hasFewBridges(basis, statistics, smallest) &&
            facets.every(({ in_community }) => in_community >= smallest),
        )
        .map(({ facets, ...it }) => ({
          ...it,
          facets: facets.filter(({ in_pattern }) => in_pattern >= smallest),
        })),
      focus: null,
    }));
};

const networkLink = NetworkLink.pick({
  a: true,
  b: true,
  observed: true,
  expected: true,
  lift: true,
  lift_low: true,
  lift_high: true,
  q_value: true,
});

/** The network of facets that enough members carry. */
export const networkForViewers: ForViewers<FacetNetwork> = (smallest) =>
  FacetNetwork.pick({ revision: true, total_active_members: true, null_model: true })
    .extend({
      facets: z.array(NetworkFacet.pick({ key: true, label: true, in_community: true, cluster: true })),
      links: z.array(networkLink),
      clusters: z.array(NetworkCluster.pick({ topic: true, facets: true })),
    })
    .transform(({ facets, links, clusters, ...rest }) => {
      const shown = facets.filter(({ in_community }) => in_community >= smallest);
      const keys = new Set(shown.map(({ key }) => key));
      const kept = [...clusters.keys()].filter((at) => shown.some(({ cluster }) => cluster === at));
      return {
        ...rest,
        facets: shown.map((facet) => ({ ...facet, cluster: kept.indexOf(facet.cluster) })),
        links: links.filter(({ a, b, observed }) => observed >= smallest && keys.has(a) && keys.has(b)),
        clusters: kept.map((at) => ({
          topic: clusters[at]?.topic ?? null,
          facets: shown.filter(({ cluster }) => cluster === at).length,
        })),
      };
    });

const wish = DemandedFacet.pick({
  key: true,
  label: true,
  seekers: true,
  givers: true,
  both: true,
  answer: true,
});

/** Wishes of enough members, which nobody or enough others answer; how many do both, unless these are few. */
export const demandForViewers: ForViewers<CommunityDemand> = (smallest) => {
  const isTold = (members: number | null): boolean => members === 0 || (members ?? 0) >= smallest;
  return CommunityDemand.pick({ revision: true, total_active_members: true })
    .extend({ wishes: z.array(wish) })
    .transform(({ wishes, ...rest }) => ({
      ...rest,
      wishes: wishes
        .filter(({ seekers, givers }) => seekers >= smallest && isTold(givers))
        .map(({ both, ...it }) => ({ ...it, both: isTold(both) ? both : null })),
    }));
};

/** The community's name hides nothing. */
export const nameForViewers: ForViewers<CommunityName> = () =>
  CommunityName.pick({ name: true, sample: true });
