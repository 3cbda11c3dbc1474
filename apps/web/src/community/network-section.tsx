import { Suspense, lazy } from 'react';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import styles from './community.module.css';
import { useNear } from './use-near-viewport.ts';

// what draws it is large, and most who open the view look at its head
const Network = lazy(async () => ({ default: (await import('./network/network.tsx')).Network }));

/** How facets hang together, loaded when it comes into sight. */
export function NetworkSection() {
  const [near, ref] = useNear<HTMLDivElement>();
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
