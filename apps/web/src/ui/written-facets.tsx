import type { MemberFacet } from '@warren/contracts';
import styles from './written-facets.module.css';

/** The sentences in which a member wrote facets that he or she does not list, each with the labels read in it. */
export function WrittenFacets({ facets }: { facets: readonly MemberFacet[] }) {
  const written = facets.flatMap(({ label, quote }) => (quote === undefined ? [] : [{ label, quote }]));
  return [...Map.groupBy(written, ({ quote }) => quote)].map(([quote, labels]) => (
    <figure key={quote} className={styles.written}>
      <blockquote dir="auto">{quote}</blockquote>
      <figcaption>
        Not listed, but written: <bdi>{labels.map(({ label }) => label).join(', ')}</bdi>
      </figcaption>
    </figure>
  ));
}
