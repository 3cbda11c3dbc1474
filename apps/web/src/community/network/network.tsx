import { useQuery } from '@tanstack/react-query';
import { Unlink } from 'lucide-react';
import { useState } from 'react';
import type { FacetNetwork } from '@warren/contracts';
import { networkQuery } from '../../api/community.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { ForRole } from '../../ui/for-role.tsx';
import { counted } from '../../ui/format.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { clusterName } from './clusters-and-partners.ts';
import { Clusters } from './clusters.tsx';
import styles from './network.module.css';
import { Partners } from './partners.tsx';
import { Picture } from './picture.tsx';

/** Network of facets, as a picture and as text. */
export function Network() {
  const { data, error, refetch } = useQuery(networkQuery());
  if (data === undefined) {
    return error === null ? (
      <Skeleton of="picture" />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  }
  return data.links.length === 0 ? (
    <ForRole role="operator" others={<EmptyState Icon={Unlink} title="Nothing that enough members share" />}>
      <EmptyState Icon={Unlink} title="Nothing goes together beyond chance">
        Whatever two facets members have in common, people who list as much would share it by chance as well.
        That is a finding too; more members, or fuller profiles, may show more.
      </EmptyState>
    </ForRole>
  ) : (
    <Drawn network={data} />
  );
}

function Drawn({ network }: { network: FacetNetwork }) {
  const [chosen, setChosen] = useState<string>();
  const names = network.clusters.map((_, cluster) => clusterName(network, cluster));
  const height = window.innerWidth < 640 ? 480 : 600;
  return (
    <div className={styles.network}>
      <Chart
        title={`${counted(network.facets.length, 'facet')}, ${counted(network.links.length, 'link')} beyond chance`}
        summary={`Facets that go together, in ${counted(names.length, 'cluster')}: ${names.join('; ')}. The list below names them all.`}
        file="community-network"
        height={height}
      >
        {(width) => (
          <Picture network={network} width={width} height={height} chosen={chosen} onChoose={setChosen} />
        )}
      </Chart>
      <Partners network={network} chosen={chosen} onClose={() => setChosen(undefined)} />
      <Clusters network={network} chosen={chosen} onChoose={setChosen} />
    </div>
  );
}
