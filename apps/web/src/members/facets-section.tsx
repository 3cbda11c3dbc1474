import { FacetKind, facetKind } from '@warren/contracts';
import type { MemberFacet } from '@warren/contracts';
import { kindNames } from '../community/text.ts';
import { Chips } from '../ui/chips.tsx';
import { Section } from '../ui/section.tsx';
import { WrittenFacets } from '../ui/written-facets.tsx';
import styles from './member.module.css';

/** Facets that Warren reads from a profile; patterns are made of them. */
export function FacetsSection({ facets }: { facets: readonly MemberFacet[] }) {
  const byKind = Map.groupBy(facets, ({ key }) => facetKind(key));
  return (
    <Section title="Facets" lead="What is read from the profile, and compared with others.">
      {facets.length === 0 && <p className={styles.quiet}>The profile says nothing to compare.</p>}
      <dl className={styles.profile}>
        {FacetKind.options.map((kind) => {
          const ofKind = byKind.get(kind) ?? [];
          return (
            ofKind.length > 0 && (
              <div key={kind}>
                <dt>{kindNames[kind]}</dt>
                <dd>
                  <Chips labels={ofKind.map(({ label }) => label)} />
                  <WrittenFacets facets={ofKind} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </Section>
  );
}
