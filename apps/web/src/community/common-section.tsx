import { useState } from 'react';
import { FacetKind, facetKind } from '@warren/contracts';
import type { CommunityAnalysis } from '@warren/contracts';
import { Chips } from '../ui/chips.tsx';
import { Choice } from '../ui/form/choice.tsx';
import { count, percent } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { BarChart } from './bar-chart.tsx';
import styles from './community.module.css';
import { kindNames } from './text.ts';

const mostBars = 12;

/** Most common facets, kind by kind. */
export function CommonSection({ analysis }: { analysis: CommunityAnalysis }) {
  const [kind, setKind] = useState<FacetKind>('skill');
  const total = analysis.total_active_members;
  const facets = analysis.common_facets.filter(({ key }) => facetKind(key) === kind);
  const bars = facets.slice(0, mostBars);
  const others = facets.slice(mostBars);
  return (
    <Section
      title="What is common"
      actions={
        <Choice
          label="Kind"
          value={kind}
          options={FacetKind.options.map((value) => ({ value, name: kindNames[value] }))}
          onChange={setKind}
        />
      }
    >
      {facets.length === 0 ? (
        <p className={styles.quiet}>Nothing of this kind is common enough to show.</p>
      ) : (
        <BarChart
          title={`${kindNames[kind]} most members have`}
          file={`community-${kind}`}
          rows={bars.map(({ label, in_community }) => ({
            name: label,
            part: in_community / Math.max(1, total),
            note: `${count(in_community)}, ${percent(in_community / Math.max(1, total))}`,
          }))}
        />
      )}
      {others.length > 0 && (
        <div className={styles.more}>
          <h3>And next</h3>
          <Chips labels={others.map(({ label, in_community }) => `${label} ${count(in_community)}`)} />
        </div>
      )}
    </Section>
  );
}
