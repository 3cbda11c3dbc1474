import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { FacetNetwork } from '@warren/contracts';
import { count } from '../../ui/format.ts';
import { clusterName } from './clusters-and-partners.ts';
import styles from './network.module.css';
import { look } from './picture.tsx';

/** Text alternative to the picture: every cluster with its facets, each of which can be selected. */
export function Clusters({
  network,
  chosen,
  onChoose,
}: {
  network: FacetNetwork;
  chosen: string | undefined;
  onChoose: (key: string | undefined) => void;
}) {
  return (
    <ul className={styles.clusters} aria-label="Clusters">
      {network.clusters.map((_, cluster) => (
        <li key={cluster} className={styles.cluster}>
          <h3>
            <svg width="12" height="12" aria-hidden>
              <circle cx="6" cy="6" r="6" className={`${styles.circle ?? ''} ${look(cluster)}`} />
            </svg>
            <bdi>{clusterName(network, cluster)}</bdi>
          </h3>
          <div className={styles.facets}>
            {network.facets
              .filter((facet) => facet.cluster === cluster)
              .map(({ key, label, in_community }) => (
                <ToggleButton
                  key={key}
                  className={styles.choice ?? ''}
                  isSelected={key === chosen}
                  onChange={(isChosen) => onChoose(isChosen ? key : undefined)}
                >
                  <bdi>{label}</bdi> <span className={styles.many}>{count(in_community)}</span>
                </ToggleButton>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
