import { FacetKind } from '@warren/contracts';
import type { ImportPreview } from '@warren/contracts';
import { kindNames } from '../../../community/text.ts';
import { count } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import styles from './preview.module.css';

/** What most members of a file carry: patterns are made of it. */
export function FacetsSection({ preview: { facets } }: { preview: ImportPreview }) {
  const kinds = FacetKind.options
    .map((kind) => ({ kind, of: facets.filter((facet) => facet.kind === kind) }))
    .filter(({ of }) => of.length > 0);
  return (
    <Section
      title="What patterns can be found in"
      lead="What most members of this file carry, and how many of them."
    >
      {facets.length === 0 && <p className={styles.quiet}>Nothing was read that members can share.</p>}
      <dl className={styles.kinds}>
        {kinds.map(({ kind, of }) => (
          <div key={kind}>
            <dt>{kindNames[kind]}</dt>
            <dd>
              <ul className={styles.facets}>
                {of.map(({ key, label, members }) => (
                  <li key={key}>
                    <bdi>{label}</bdi> <span className={styles.quiet}>{count(members)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
