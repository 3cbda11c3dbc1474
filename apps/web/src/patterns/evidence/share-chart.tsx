import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { Pattern } from '@warren/contracts';
import { Chart } from '../../ui/chart/chart.tsx';
import { percent } from '../../ui/format.ts';
import styles from './evidence.module.css';
import { Whisker } from './whisker.tsx';

const height = 76;

/** Chart of a pattern's share of the community, with its interval. */
export function ShareChart({ pattern }: { pattern: Pattern }) {
  const { share, share_low, share_high } = pattern.evidence.statistics;
  return (
    <Chart
      title="Share of the community"
      summary={`${percent(share)} of all who say anything of themselves, between ${percent(share_low)} and ${percent(share_high)}.`}
      file={`pattern-${pattern.id}-share`}
      height={height}
    >
      {(width) => {
        const x = scaleLinear({ domain: [0, 1], range: [14, width - 20] });
        return (
          <>
            <Bar x={x(0)} y={10} width={x(1) - x(0)} height={24} rx={4} className={styles.track} />
            <Bar x={x(0)} y={10} width={x(share) - x(0)} height={24} rx={4} className={styles.main} />
            <Whisker from={x(share_low)} to={x(share_high)} y={22} />
            <g className={styles.axis}>
              <AxisBottom
                scale={x}
                top={42}
                tickValues={[0, 0.25, 0.5, 0.75, 1]}
                tickFormat={(value) => percent(Number(value))}
                hideAxisLine
                tickLength={4}
                tickLabelProps={{ fill: undefined, fontSize: undefined }}
              />
            </g>
          </>
        );
      }}
    </Chart>
  );
}
