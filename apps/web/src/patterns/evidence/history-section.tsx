import { useQuery } from '@tanstack/react-query';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear, scalePoint } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { Pattern, PatternHistory } from '@warren/contracts';
import { patternHistoryQuery } from '../../api/patterns.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { ForRole } from '../../ui/for-role.tsx';
import { count, counted, dateTime } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { Changes } from './changes.tsx';
import styles from './evidence.module.css';
import listStyles from './history.module.css';

const height = 150;
const shownObservations = 60;
const shownVersions = 6;
const noFill = { fill: undefined, fontSize: undefined };

/** History of a pattern: its members by observation, who joined and left, and its versions. */
export function HistorySection({ pattern }: { pattern: Pattern }) {
  const { data, error, refetch } = useQuery(patternHistoryQuery(pattern.id));
  return (
    <Section title="History">
      {data === undefined && error === null && <Skeleton of="card" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          {data.observations.length > 1 ? (
            <MembersOverTime pattern={pattern} history={data} />
          ) : (
            <ForRole role="operator">
              <p className={listStyles.quiet}>Measured once so far. The next run adds a point here.</p>
            </ForRole>
          )}
          <Changes pattern={pattern} history={data} />
          <ol className={listStyles.versions}>
            {data.versions
              .slice(0, shownVersions)
              .map(({ version, change, analyst, created_at, member_count }) => (
                <li key={version}>
                  <span>
                    {changeText[change]}
                    {analyst === 'operator' ? ' by hand' : ''}, {counted(member_count, 'member')}
                  </span>
                  <time dateTime={created_at}>{dateTime(created_at)}</time>
                </li>
              ))}
          </ol>
        </>
      )}
    </Section>
  );
}

const changeText = {
  created: 'Found',
  updated: 'Changed',
  retired: 'Retired',
  reactivated: 'Taken up again',
  held: 'Held for you',
  released: 'Released',
} as const;

function MembersOverTime({ pattern, history }: { pattern: Pattern; history: PatternHistory }) {
  const observations = history.observations.slice(0, shownObservations).toReversed();
  const places = observations.map((_, index) => index);
  const most = Math.max(...observations.map(({ member_count }) => member_count), 1);
  return (
    <Chart
      title="Members over the runs"
      summary={`From ${observations[0]?.member_count ?? 0} to ${observations.at(-1)?.member_count ?? 0} members over ${counted(observations.length, 'observation')}.`}
      file={`pattern-${pattern.id}-history`}
      height={height}
    >
      {(width) => {
        const x = scalePoint({ domain: places, range: [40, width - 14] });
        const y = scaleLinear({ domain: [0, most], range: [height - 28, 10], nice: true });
        return (
          <>
            <g className={styles.axis}>
              <AxisLeft
                scale={y}
                left={36}
                numTicks={3}
                tickFormat={(value) => (Number.isInteger(Number(value)) ? count(Number(value)) : '')}
                hideAxisLine
                tickLength={4}
                tickLabelProps={noFill}
              />
              <AxisBottom
                scale={x}
                top={height - 24}
                tickValues={[...new Set([0, places.length - 1])]}
                tickFormat={(index) => {
                  const run = observations[index]?.run_id;
                  return run === null || run === undefined ? '' : `run ${run}`;
                }}
                hideTicks
                tickLabelProps={noFill}
              />
            </g>
            <LinePath
              data={observations.map(({ member_count }, index) => ({ member_count, index }))}
              x={({ index }) => x(index) ?? 0}
              y={({ member_count }) => y(member_count)}
              className={styles.line}
            />
            {observations.map(({ member_count }, index) => (
              <circle key={index} cx={x(index) ?? 0} cy={y(member_count)} r={3.5} className={styles.main} />
            ))}
          </>
        );
      }}
    </Chart>
  );
}
