import { AxisBottom } from '@visx/axis';
import { scaleLinear, scaleLog } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { Pattern } from '@warren/contracts';
import { Chart } from '../../ui/chart/chart.tsx';
import { count, measured } from '../../ui/format.ts';
import { evidenceSentence } from '../text.ts';
import styles from './evidence.module.css';
import { Whisker } from './whisker.tsx';

const [rowHeight, barHeight, left] = [44, 16, 14];
const ratioHeight = 108;
const leastRatio = 0.02;

/**
 * Chart of observed against expected members, and of lift with its interval; the latter only
 * if there is an interval.
 */
export function ChanceChart({ pattern }: { pattern: Pattern }) {
  const { basis, statistics } = pattern.evidence;
  const { observed, expected, lift, lift_low: low, lift_high: high } = statistics;
  if (expected === null || lift === null) {
    return null;
  }
  // older evaluations have intervals without correction for multiple tests, which may contradict the basis
  const isTooNarrow = basis === 'shared' && (low ?? 0) > 1;
  const interval = isTooNarrow || low === null || high === null ? undefined : { low, high };
  const between =
    interval === undefined
      ? ''
      : ` The ratio lies between ${measured(interval.low)} and ${measured(interval.high)}, where 1 is what chance gives.`;
  return (
    <Chart
      title="Observed against chance"
      summary={`${evidenceSentence(pattern)}${between}`}
      file={`pattern-${pattern.id}-evidence`}
      height={2 * rowHeight + (interval === undefined ? 0 : ratioHeight)}
    >
      {(width) => {
        const right = width - 72;
        const members = scaleLinear({ domain: [0, Math.max(observed, expected)], range: [left, right] });
        return (
          <>
            {[
              { name: 'Observed', value: observed, text: count(observed), look: styles.main },
              { name: 'By chance', value: expected, text: measured(expected), look: styles.other },
            ].map(({ name, value, text, look }, row) => (
              <g key={name}>
                <text x={left} y={row * rowHeight + 12} className={styles.note}>
                  {name}
                </text>
                <Bar
                  x={left}
                  y={row * rowHeight + 18}
                  width={Math.max(2, members(value) - left)}
                  height={barHeight}
                  rx={3}
                  className={look}
                />
                <text
                  x={Math.max(left + 2, members(value)) + 8}
                  y={row * rowHeight + 31}
                  className={styles.value}
                >
                  {text}
                </text>
              </g>
            ))}
            {interval !== undefined && <Ratio lift={lift} {...interval} width={width} />}
          </>
        );
      }}
    </Chart>
  );
}

/** Lift with its interval. */
function Ratio({ lift, low, high, width }: { lift: number; low: number; high: number; width: number }) {
  const times = scaleLog({
    // Nobody observed is a ratio of zero, which a logarithmic scale has no place for.
    domain: [Math.max(leastRatio, Math.min(0.5, low / 1.5)), Math.max(2, high * 1.5)],
    range: [left, width - 16],
  });
  const y = 2 * rowHeight + 38;
  return (
    <>
      <text x={left} y={y - 24} className={styles.note}>
        Times as many as by chance (95 % interval)
      </text>
      <line x1={times(1)} x2={times(1)} y1={y - 16} y2={y + 14} className={styles.reference} />
      <Whisker from={times(Math.max(low, times.domain()[0] ?? low))} to={times(high)} y={y} />
      <circle cx={times(Math.max(lift, times.domain()[0] ?? lift))} cy={y} r={5} className={styles.point} />
      <g className={styles.axis}>
        <AxisBottom
          scale={times}
          top={y + 14}
          numTicks={4}
          hideAxisLine
          tickLength={4}
          tickFormat={(value) => {
            const number = Number(value);
            return /^[125]0*(\.0+)?$|^0\.0*[125]$/.test(String(number)) ? `${measured(number)}×` : '';
          }}
          tickLabelProps={{ fill: undefined, fontSize: undefined }}
        />
      </g>
    </>
  );
}
