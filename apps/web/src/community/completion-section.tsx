import type { CommunityAnalysis } from '@warren/contracts';
import { percent } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { BarChart } from './bar-chart.tsx';
import { fieldName, fillText } from './text.ts';

/** Completion of each profile field. */
export function CompletionSection({ analysis }: { analysis: CommunityAnalysis }) {
  const fields = Object.entries(analysis.field_completion_rates).sort(
    ([, one], [, other]) => other.rate - one.rate,
  );
  return (
    <Section
      title="What members fill in"
      lead="What nobody writes, nothing can be found in: the fields at the foot are worth asking for."
    >
      <BarChart
        title="Profiles with the field filled in"
        file="community-completion"
        rows={fields.map(([field, completion]) => ({
          name: fieldName(field),
          part: completion.rate,
          note: `${percent(completion.rate)}, ${fillText(completion)}`,
        }))}
      />
    </Section>
  );
}
