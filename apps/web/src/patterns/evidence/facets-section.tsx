import { useQuery } from '@tanstack/react-query';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { FacetShare, Pattern } from '@warren/contracts';
import { patternFacetsQuery } from '../../api/patterns.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { percent } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { kindName } from '../rule-text.ts';
import styles from './evidence.module.css';

const rowHeight = 58;
const legendHeight = 24;
const barHeight = 11;

/** Share of each facet inside the pattern and outside of it. */
export function FacetsSection({ pattern }: { pattern: Pattern }) {
  const { data, error, refetch } = useQuery(patternFacetsQuery(pattern.id));
  return (
    <Section title="What its members share">
      {data !== undefined && <FacetsChart pattern={pattern} facets={data} />}
      {data === undefined && error === null && <Skeleton of="picture" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
    </Section>
  );
}

function FacetsChart({ pattern, facets }: { pattern: Pattern; facets: readonly FacetShare[] }) {
  const summary = facets
    .map(
      ({ label, share_in_pattern, share_elsewhere }) =>
        `${label}: ${percent(share_in_pattern ?? 0)} inside, ${percent(share_elsewhere ?? 0)} elsewhere`,
    )
    .join('; ');
  return (
    <Chart
      title="Inside the pattern, and elsewhere"
      summary={summary}
      file={`pattern-${pattern.id}-facets`}
      height={facets.length * rowHeight + legendHeight}
    >
      {(width) => {
        const x = scaleLinear({ domain: [0, 1], range: [0, width - 110] });
        return (
          <>
            <g transform="translate(0,4)">
              <rect width={11} height={11} rx={2} className={styles.main} />
              <text x={17} y={10} className={styles.note}>
                Inside
              </text>
              <rect x={70} width={11} height={11} rx={2} className={styles.other} />
              <text x={87} y={10} className={styles.note}>
                Elsewhere
              </text>
            </g>
            {facets.map((facet, row) => (
              <g key={facet.key} transform={`translate(0,${row * rowHeight + legendHeight})`}>
                <text y={16} className={styles.label}>
                  {shortened(facet.label, width)}
                  <tspan className={styles.note}> {kindName(facet.key)}</tspan>
                </text>
                <Row
                  y={22}
                  share={facet.share_in_pattern}
                  members={facet.in_pattern}
                  x={x}
                  look={styles.main}
                />
                <Row
                  y={37}
                  share={facet.share_elsewhere}
                  members={facet.elsewhere}
                  x={x}
                  look={styles.other}
                />
              </g>
            ))}
          </>
        );
      }}
    </Chart>
  );
}

function Row({
  y,
  share,
  members,
  x,
  look,
}: {
  y: number;
  share: number | null;
  members: number;
  x: (value: number) => number;
  look: string | undefined;
}) {
  return (
    <>
      <Bar x={0} y={y} width={x(1)} height={barHeight} rx={2} className={styles.track} />
      <Bar
        x={0}
        y={y}
        width={share === null ? 0 : Math.max(1.5, x(share))}
        height={barHeight}
        rx={2}
        className={look}
      />
      <text x={x(1) + 8} y={y + 10} className={styles.note}>
        {share === null ? 'nobody there' : `${percent(share)} (${members})`}
      </text>
    </>
  );
}

/** Truncates a label, since SVG text neither wraps nor clips itself. */
function shortened(label: string, width: number): string {
  const fits = Math.max(8, Math.floor(width / 9) - 10);
  return label.length > fits ? `${label.slice(0, fits)}…` : label;
}
