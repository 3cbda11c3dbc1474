import { z } from 'zod';
import { Candidate, CommunityAnalysis } from '@warren/contracts';
import { countsOf, numbersOf, rounded } from './model-numbers.ts';
import { withinBytes } from './within-bytes.ts';

/** Candidates shown to the model at once, and their bytes; focus areas show others. */
const most = 36;
const mostBytes = 18_000;
/** Candidates of each category and basis, then of each category, before any has more. */
const ofEachKind = 2;
const ofEachCategory = 4;
/** Facets of a candidate whose counts are shown. */
const mostFacets = 6;
/** Longer labels are free text in the wrong field. */
const longestLabel = 80;

const ModelCandidate = Candidate.omit({ statistics: true, facets: true }).extend({
  facets: z
    .array(z.string())
    .describe('Of the first: label, members of the candidate who list it, members who do'),
  expected: z.number().nullable(),
  lift: z.number().nullable(),
  lift_low: z.number().nullable(),
  share: z.number(),
  q_value: z.number().nullable(),
});
export type ModelCandidate = z.infer<typeof ModelCandidate>;

/** The analysis for the model: much shorter, and of a size that hardly grows with the community. */
export const ModelAnalysis = CommunityAnalysis.omit({
  candidates: true,
  null_model: true,
  revision: true,
}).extend({
  candidates: z.array(ModelCandidate),
  more_candidates: z.int().min(0).describe('Candidates not shown here: focus_areas show them'),
});
export type ModelAnalysis = z.infer<typeof ModelAnalysis>;

/** Converts an analysis for the model: the best candidates, some of each category, with rounded numbers. */
export function forModel(analysis: CommunityAnalysis): ModelAnalysis {
  const { candidates, null_model: _model, revision: _revision, field_completion_rates, ...rest } = analysis;
  const shown = candidatesForModel(candidates);
  return {
    ...rest,
    common_skills: rest.common_skills.filter(([label]) => isLabel(label)),
    common_interests: rest.common_interests.filter(([label]) => isLabel(label)),
    unique_skills: rest.unique_skills.filter(isLabel),
    unique_interests: rest.unique_interests.filter(isLabel),
    common_facets: rest.common_facets.filter(({ label }) => isLabel(label)),
    field_completion_rates: Object.fromEntries(
      Object.entries(field_completion_rates).map(([field, { rate, ...more }]) => [
        field,
        {
          rate: rounded(rate),
          ...more,
          ...(more.avg_length === undefined ? {} : { avg_length: rounded(more.avg_length) }),
          ...(more.avg_count === undefined ? {} : { avg_count: rounded(more.avg_count) }),
        },
      ]),
    ),
    candidates: shown,
    more_candidates: candidates.length - shown.length,
  };
}

/** Converts candidates for the model: the best, some of each category, as many as fit. */
export function candidatesForModel(candidates: readonly Candidate[]): ModelCandidate[] {
  return choose(candidates.map(shorter));
}

function shorter({ statistics, facets, ...candidate }: Candidate): ModelCandidate {
  return { ...candidate, facets: countsOf(facets, mostFacets), ...numbersOf(statistics) };
}

/** Chooses as many as fit: the first few of each category and basis, the first of each category, then the first of all. */
function choose(candidates: readonly ModelCandidate[]): ModelCandidate[] {
  const inTurn = [
    ...firstOfEach(candidates, ofEachKind, ({ category, basis }) => `${category} ${basis}`),
    ...firstOfEach(candidates, ofEachCategory, ({ category }) => category),
    ...candidates,
  ];
  const wanted = new Set(withinBytes([...new Set(inTurn)], mostBytes).slice(0, most));
  return candidates.filter((candidate) => wanted.has(candidate));
}

/** The first of each kind, the second of each and so on. */
function firstOfEach(
  candidates: readonly ModelCandidate[],
  count: number,
  kindOf: (candidate: ModelCandidate) => string,
): ModelCandidate[] {
  const ofKind = [...Map.groupBy(candidates, kindOf).values()];
  return Array.from({ length: count }, (_, rank) =>
    ofKind.flatMap((list) => list.slice(rank, rank + 1)),
  ).flat();
}

function isLabel(label: string): boolean {
  return label.length <= longestLabel;
}
