import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { Evidence, Pattern } from '@warren/contracts';
import { Chart } from '../../ui/chart/chart.tsx';
import { count, counted } from '../../ui/format.ts';
import styles from './evidence.module.css';

const height = 96;
const rowHeight = 46;

/** Chart of both sides of a collaboration: of a wish, who looks for it, and who can give it. */
export function SidesChart({ pattern, sides }: { pattern: Pattern; sides: NonNullable<Evidence['sides']> }) {
  const isWish = pattern.evidence.basis === 'wish';
  const names = isWish ? ['Look for it', 'Can give it'] : ['One side', 'The other side'];
  const [seekers, givers] = [sides.seekers.length, sides.givers.length];
  const rows = [
    { name: names[0], value: isWish ? seekers : givers, look: isWish ? styles.other : styles.main },
    { name: names[1], value: isWish ? givers : seekers, look: isWish ? styles.main : styles.other },
  ];
  return (
    <Chart
      title={isWish ? 'Wanted and on offer' : 'Both sides'}
      summary={
        isWish
          ? `${counted(seekers, 'member')} look for it, ${counted(givers, 'member')} can give it.`
          : `${counted(givers, 'member')} on one side, ${counted(seekers, 'member')} on the other.`
      }
      file={`pattern-${pattern.id}-sides`}
      height={height}
    >
      {(width) => {
        const x = scaleLinear({
          domain: [0, Math.max(...rows.map(({ value }) => value), 1)],
          range: [0, width - 60],
        });
        return rows.map(({ name, value, look }, row) => (
          <g key={name}>
            <text x={0} y={row * rowHeight + 12} className={styles.note}>
              {name}
            </text>
            <Bar
              x={0}
              y={row * rowHeight + 18}
              width={Math.max(2, x(value))}
              height={18}
              rx={3}
              className={look}
            />
            <text x={x(value) + 8} y={row * rowHeight + 32} className={styles.value}>
              {count(value)}
            </text>
          </g>
        ));
      }}
    </Chart>
  );
}
