import { Candidate, CommunityAnalysis, PatternCategory } from '@warren/contracts';
import { z } from 'zod';

/** Candidates the model is shown at once; under a focus it sees others. */
const most = 24;
/** Of each category at least, where there are so many. */
const ofEach = 4;

const ModelCandidate = Candidate.omit({ statistics: true, facets: true }).extend({
  facets: z.array(z.string()).describe('Label, members of the candidate who list it, members who do'),
  expected: z.number().nullable(),
  lift: z.number().nullable(),
  lift_low: z.number().nullable(),
  share: z.number(),
  q_value: z.number().nullable(),
});

/** The analysis as the model reads it: shorter by far, and of a size that hardly grows with the community. */
export const ModelAnalysis = CommunityAnalysis.omit({
  candidates: true,
  null_model: true,
  revision: true,
}).extend({
  candidates: z.array(ModelCandidate),
  more_candidates: z.int().min(0).describe('Candidates not shown here: focus_areas show them'),
});
export type ModelAnalysis = z.infer<typeof ModelAnalysis>;

/** An analysis for the model: the best candidates, some of each category, with their numbers rounded. */
export function forModel(analysis: CommunityAnalysis): ModelAnalysis {
  const { candidates, null_model: _model, revision: _revision, field_completion_rates, ...rest } = analysis;
  const chosen = choose(candidates);
  return {
    ...rest,
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
    candidates: chosen.map(({ statistics, facets, ...candidate }) => ({
      ...candidate,
      facets: facets.map(
        ({ label, in_pattern, in_community }) => `${label}: ${in_pattern} of ${in_community}`,
      ),
      expected: orNull(statistics.expected),
      lift: orNull(statistics.lift),
      lift_low: orNull(statistics.lift_low),
      share: rounded(statistics.share),
      q_value: orNull(statistics.q_value),
    })),
    more_candidates: candidates.length - chosen.length,
  };
}

/** The first of each category, then the first of all, in the order they came in. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const first = PatternCategory.options.flatMap((category) =>
    candidates.filter((candidate) => candidate.category === category).slice(0, ofEach),
  );
  const wanted = new Set(first);
  for (const candidate of candidates) {
    if (wanted.size >= most) {
      break;
    }
    wanted.add(candidate);
  }
  return candidates.filter((candidate) => wanted.has(candidate));
}

function orNull(value: number | null): number | null {
  return value === null ? null : rounded(value);
}

/** Three significant digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
