import { useQuery } from '@tanstack/react-query';
import type { DemandedFacet } from '@warren/contracts';
import { demandQuery } from '../api/community.ts';
import { Chips } from '../ui/chips.tsx';
import { ForRole } from '../ui/for-role.tsx';
import { count } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import styles from './community.module.css';
import { DemandChart } from './demand-chart.tsx';

const mostBars = 12;
const mostChips = 30;

/** Demand: what some look for against what others have. */
export function DemandSection() {
  const { data, error, refetch } = useQuery(demandQuery());
  return (
    <Section
      title="Sought and offered"
      lead="Where more look for a thing than have it, there is a gap; where nobody has it, somebody is missing."
    >
      {data !== undefined && <Demand wishes={data.wishes} />}
      {data === undefined && error === null && <Skeleton of="picture" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
    </Section>
  );
}

function Demand({ wishes }: { wishes: readonly DemandedFacet[] }) {
  if (wishes.length === 0) {
    return (
      <p className={styles.quiet}>
        <ForRole role="operator" others="Nothing that enough members look for.">
          No member says what they are looking for.
        </ForRole>
      </p>
    );
  }
  const missing = wishes.filter(({ givers }) => givers === 0);
  const short = wishes.filter(({ givers, seekers }) => givers > 0 && givers < seekers);
  return (
    <div className={styles.halves}>
      <DemandChart wishes={wishes.slice(0, mostBars)} />
      <div className={styles.stack}>
        <Gap
          title="More look for it than have it"
          wishes={short}
          none="Whatever is sought, as many have it as look for it, or nobody does."
          labelOf={({ label, seekers, givers }) => `${label} ${count(seekers)} : ${count(givers)}`}
        />
        <Gap
          title="Nobody has it"
          wishes={missing}
          none="Whatever is sought, somebody has it."
          labelOf={({ label, seekers }) => `${label} ${count(seekers)}`}
        />
      </div>
    </div>
  );
}

function Gap({
  title,
  wishes,
  none,
  labelOf,
}: {
  title: string;
  wishes: readonly DemandedFacet[];
  none: string;
  labelOf: (wish: DemandedFacet) => string;
}) {
  return (
    <div className={styles.more}>
      <h3>{title}</h3>
      {wishes.length === 0 ? (
        <p className={styles.quiet}>
          <ForRole role="operator" others="Nothing that enough members look for.">
            {none}
          </ForRole>
        </p>
      ) : (
        <Chips
          labels={wishes.slice(0, mostChips).map(labelOf)}
          more={Math.max(0, wishes.length - mostChips)}
        />
      )}
    </div>
  );
}
