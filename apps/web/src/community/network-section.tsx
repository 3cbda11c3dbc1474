import { Suspense, lazy } from 'react';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import styles from './community.module.css';
import { useNearViewport } from './use-near-viewport.ts';

// loaded late: the drawing code is large, and most visitors look only at the top of the view
const Network = lazy(async () => ({ default: (await import('./network/network.tsx')).Network }));

/** Network of facets, loaded when it scrolls into view. */
export function NetworkSection() {
  const [near, ref] = useNearViewport<HTMLDivElement>();
  return (
    <Section
      title="What goes together"
      lead="The most telling skills, interests, traits, roles and places. Two are joined where more members have both than chance explains, even for people who list a lot; the thicker, the farther beyond it."
    >
      <div ref={ref} className={styles.network}>
        {near ? (
          <Suspense fallback={<Skeleton of="picture" />}>
            <Network />
          </Suspense>
        ) : (
          <Skeleton of="picture" />
        )}
      </div>
    </Section>
  );
}
