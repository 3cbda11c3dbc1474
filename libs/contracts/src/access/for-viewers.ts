import { z } from 'zod';
import { Candidate, CommunityAnalysis } from '../analysis.ts';
import { CommunityDemand, CommunityName, FacetNetwork } from '../community.ts';
import { Evidence, FacetShare, Pattern, PatternHistory, PatternObservation } from '../patterns.ts';
import { Question } from '../questions.ts';
import { facetsOfRule } from '../rules.ts';
import { Run, RunProgress } from '../runs.ts';
import { withoutQuotesOr } from '../values/quoted-words.ts';

/** Reads an answer as it is, and leaves in it what viewers may know; `smallest` is the smallest group they are told of. */
export type ForViewers<T> = (smallest: number) => z.ZodType<T>;

// Each schema picks what viewers are told, so that a new key is hidden until it is named here. What answers must have
// stays, as an empty list or text: a client reads both by one schema.

const shownEvidence = Evidence.pick({ basis: true, rule: true, facets: true, statistics: true });

const evidence = (smallest: number, { rule, facets, ...rest }: z.infer<typeof shownEvidence>): Evidence => {
  const rare = new Set(facets.filter((it) => it.in_community < smallest).map(({ key }) => key));
  return {
    ...rest,
    ...(rule !== undefined && !facetsOfRule(rule).some((key) => rare.has(key)) && { rule }),
    facets: facets.filter((it) => it.in_pattern >= smallest && it.in_community >= smallest),
  };
};

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
  Pattern.pick({ ...told, evidence: true })
    .extend({
      member_count: z.int().min(smallest),
      related_member_ids: z.unknown().transform((): number[] => []),
      held: z.null(),
    })
    .transform((pattern) => {
      const quotes = (pattern.evidence.quotes ?? []).map(({ quote }) => quote);
      return {
        ...pattern,
        evidence: evidence(smallest, shownEvidence.parse(pattern.evidence)),
        name: withoutQuotesOr(pattern.name, quotes, `Pattern ${pattern.id}`),
        description: withoutQuotesOr(pattern.description, quotes, inTheirWords),
        question_prompts: pattern.question_prompts.map((prompt) =>
          withoutQuotesOr(prompt, quotes, inTheirWords),
        ),
      };
    });

const inTheirWords = 'In the words of its members.';

/** Patterns that are large enough and not held. */
export const patternsForViewers: ForViewers<Pattern[]> = (smallest) =>
  z
    .array(z.looseObject({ member_count: z.int(), held: z.unknown() }))
    .transform((patterns): unknown[] =>
      patterns.filter(({ member_count, held }) => member_count >= smallest && held === null),
    )
    .pipe(z.array(patternForViewers(smallest)));

const observation = PatternObservation.pick({
  run_id: true,
  observed_at: true,
  member_count: true,
  basis: true,
  statistics: true,
  holds: true,
}).transform((it) => ({ ...it, joined: [], left: [] }));

/** History of a pattern: numbers, while it was large enough and not held. What it was called may have quoted members. */
export const historyForViewers: ForViewers<PatternHistory> = (smallest) =>
  PatternHistory.pick({ pattern_id: true, since_run_id: true, versions: true })
    .extend({ observations: z.array(observation) })
    .transform(({ observations, versions, ...rest }) => ({
      ...rest,
      joined: [],
      left: [],
      observations: observations.filter(({ member_count }) => member_count >= smallest),
      versions: versions
        .filter(({ member_count, published }) => published && member_count >= smallest)
        .map((version) => ({ ...version, name: '', description: '' })),
    }));

/** Shares of the facets that enough members of the pattern carry. */
export const facetSharesForViewers: ForViewers<FacetShare[]> = (smallest) =>
  z.array(FacetShare).transform((shares) => shares.filter(({ in_pattern }) => in_pattern >= smallest));

/** Questions about groups that are large enough, without their members. */
export const questionsForViewers: ForViewers<Question[]> = (smallest) =>
  z
    .array(Question)
    .transform((questions) =>
      questions
        .filter(({ related_member_ids }) => related_member_ids.length >= smallest)
        .map((question) => ({ ...question, related_member_ids: [] })),
    );

/** State and spend of a run. What it found, rejected and wrote may name small groups and quote members. */
export const runForViewers: ForViewers<Run> = () =>
  Run.pick({
    id: true,
    kind: true,
    status: true,
    analyst: true,
    model: true,
    turns: true,
    spend: true,
    max_cost: true,
    tested: true,
    starts: true,
    created_at: true,
    started_at: true,
    finished_at: true,
  }).transform((run) => ({
    ...run,
    reason: null,
    focus_areas: [],
    patterns: [],
    rejected: [],
    held: 0,
    response_text: '',
    worker: null,
  }));

/** Runs, as each is shown. */
export const runsForViewers: ForViewers<Run[]> = (smallest) => z.array(runForViewers(smallest));

/** Step of a run; its message may quote what was rejected. */
export const progressForViewers: ForViewers<RunProgress> = () =>
  RunProgress.omit({ message: true }).transform((progress) => ({ ...progress, message: '' }));

/** Frequencies and candidates of groups that are large enough. */
export const analysisForViewers: ForViewers<CommunityAnalysis> = (smallest) => {
  const labels = CommunityAnalysis.shape.common_skills.transform((counts) =>
    counts.filter(([, members]) => members >= smallest),
  );
  return CommunityAnalysis.pick({
    revision: true,
    total_active_members: true,
    field_completion_rates: true,
    tested: true,
    null_model: true,
  })
    .extend({
      common_skills: labels,
      common_interests: labels,
      common_facets: CommunityAnalysis.shape.common_facets,
      candidates: z.array(Candidate),
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
          ({ member_count, facets }) =>
            member_count >= smallest && facets.every(({ in_community }) => in_community >= smallest),
        )
        .map((candidate) => ({
          ...candidate,
          facets: candidate.facets.filter(({ in_pattern }) => in_pattern >= smallest),
        })),
      focus: null,
    }));
};

/** The network of facets that enough members carry. */
export const networkForViewers: ForViewers<FacetNetwork> = (smallest) =>
  FacetNetwork.transform(({ facets, links, clusters, ...rest }) => {
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

/** Wishes of enough members, which nobody or enough others answer. */
export const demandForViewers: ForViewers<CommunityDemand> = (smallest) =>
  CommunityDemand.transform(({ wishes, ...rest }) => ({
    ...rest,
    wishes: wishes.filter(
      ({ seekers, givers }) => seekers >= smallest && (givers === 0 || givers >= smallest),
    ),
  }));

/** The community's name hides nothing. */
export const nameForViewers: ForViewers<CommunityName> = () => CommunityName;
