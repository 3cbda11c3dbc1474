import { X } from 'lucide-react';
import type { FacetNetwork } from '@warren/contracts';
import { kindName } from '../../patterns/rule-text.ts';
import { Button } from '../../ui/button.tsx';
import { count, counted, measured, probability } from '../../ui/format.ts';
import { partnersOf } from './clusters-and-partners.ts';
import styles from './network.module.css';

/** Links of one facet, with their statistics. */
export function Partners({
  network,
  chosen,
  onClose,
}: {
  network: FacetNetwork;
  chosen: string | undefined;
  onClose: () => void;
}) {
  const facet = network.facets.find(({ key }) => key === chosen);
  const partners = facet === undefined ? [] : partnersOf(network, facet.key);
  return (
    <div role="status" className={styles.partners}>
      {facet === undefined ? (
        <p className={styles.quiet}>
          Choose a facet, in the picture or below, to see what it goes with and on which numbers.
        </p>
      ) : (
        <>
          <div className={styles.head}>
            <p>
              <strong>
                <bdi>{facet.label}</bdi>
              </strong>{' '}
              ({kindName(facet.key)}, {counted(facet.in_community, 'member')}){' '}
              {partners.length === 0 ? 'goes with nothing that enough members share' : 'goes with'}
            </p>
            <Button kind="bare" aria-label="Close" onPress={onClose}>
              <X size={16} aria-hidden />
            </Button>
          </div>
          <ul className={styles.pairs}>
            {partners.map(({ key, label, observed, expected, lift, lift_low, q_value }) => (
              <li key={key}>
                <bdi>{label}</bdi> ({kindName(key)}): {count(observed)} have both where chance would give{' '}
                {measured(expected)}, {measured(lift)} times as many (at least {measured(lift_low)}; q{' '}
                {probability(q_value)}).
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
