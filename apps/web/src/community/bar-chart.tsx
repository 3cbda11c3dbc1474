import { Chart } from '../ui/chart/chart.tsx';
import { fitted } from '../ui/chart/truncate.ts';
import styles from './bar-chart.module.css';

const rowHeight = 40;
const barHeight = 9;
/** Width of a sign at the size of the labels, and of the notes, about. */
const labelSign = 8;
const noteSign = 7;

/** One bar: how long it is against the longest possible, and what is said of it. */
export interface BarRow {
  name: string;
  /** 0 to 1 */
  part: number;
  note: string;
}

/** Bars below each other, each under its name, so that they read alike on a phone and on a wide screen. */
export function BarChart({ title, file, rows }: { title: string; file: string; rows: readonly BarRow[] }) {
  return (
    <Chart
      title={title}
      summary={rows.map(({ name, note }) => `${fitted(name, 60)}: ${note}`).join('; ')}
      file={file}
      height={rows.length * rowHeight}
    >
      {(width) =>
        rows.map(({ name, part, note }, row) => {
          const room = Math.floor((width - note.length * noteSign - 16) / labelSign);
          return (
            <g key={row} transform={`translate(0,${row * rowHeight})`}>
              <text y={15} className={styles.label}>
                {fitted(name, Math.max(8, room))}
              </text>
              <text x={width} y={15} textAnchor="end" className={styles.note}>
                {note}
              </text>
              <rect y={22} width={width} height={barHeight} rx={3} className={styles.track} />
              {part > 0 && (
                <rect
                  y={22}
                  width={Math.max(3, part * width)}
                  height={barHeight}
                  rx={3}
                  className={styles.bar}
                />
              )}
            </g>
          );
        })
      }
    </Chart>
  );
}
