import type { DemandedFacet } from '@warren/contracts';
import { Chart } from '../ui/chart/chart.tsx';
import { truncate } from '../ui/chart/truncate.ts';
import { count } from '../ui/format.ts';
import styles from './demand-chart.module.css';

const rowHeight = 54;
const legendHeight = 26;
const barHeight = 10;
const valueRoom = 40;
const sign = 8;

/** Chart of wishes: for each the members who look for it, and below those who have it. */
export function DemandChart({ wishes }: { wishes: readonly DemandedFacet[] }) {
  const most = Math.max(...wishes.flatMap(({ seekers, givers }) => [seekers, givers]));
  return (
    <Chart
      title="What is sought most"
      summary={wishes
        .map(
          ({ label, seekers, givers }) =>
            `${truncate(label, 60)}: ${count(seekers)} look for it, ${count(givers)} have it`,
        )
        .join('; ')}
      file="community-sought-and-offered"
      height={legendHeight + wishes.length * rowHeight}
    >
      {(width) => (
        <>
          <rect y={2} width={11} height={11} rx={2} className={styles.sought} />
          <text x={17} y={12} className={styles.note}>
            Look for it
          </text>
          <rect x={100} y={2} width={11} height={11} rx={2} className={styles.offered} />
          <text x={117} y={12} className={styles.note}>
            Have it
          </text>
          {wishes.map(({ key, label, seekers, givers }, row) => (
            <g key={key} transform={`translate(0,${legendHeight + row * rowHeight})`}>
              <text y={14} className={styles.label}>
                {truncate(label, Math.max(8, Math.floor(width / sign)))}
              </text>
              <Bar y={20} value={seekers} most={most} width={width - valueRoom} look={styles.sought} />
              <Bar y={33} value={givers} most={most} width={width - valueRoom} look={styles.offered} />
            </g>
          ))}
        </>
      )}
    </Chart>
  );
}

function Bar({
  y,
  value,
  most,
  width,
  look,
}: {
  y: number;
  value: number;
  most: number;
  width: number;
  look: string | undefined;
}) {
  const length = value === 0 ? 0 : Math.max(2, (value / most) * width);
  return (
    <>
      {value > 0 && <rect y={y} width={length} height={barHeight} rx={2} className={look} />}
      <text x={length + 6} y={y + 9} className={styles.note}>
        {count(value)}
      </text>
    </>
  );
}
