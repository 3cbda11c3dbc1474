import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { facetKind } from '@warren/contracts';
import type { MemberFacet } from '@warren/contracts';
import styles from './written-facets.module.css';

/**
 * The sentences in which a member wrote facets that he or she does not list, each with the labels read in it; themes link to
 * their view.
 */
export function WrittenFacets({ facets }: { facets: readonly MemberFacet[] }) {
  const written = facets.flatMap(({ key, label, quote }) =>
    quote === undefined ? [] : [{ key, label, quote }],
  );
  return [...Map.groupBy(written, ({ quote }) => quote)].map(([quote, of]) => {
    const { themes = [], others = [] } = Object.groupBy(of, ({ key }) =>
      facetKind(key) === 'theme' ? 'themes' : 'others',
    );
    return (
      <figure key={quote} className={styles.written}>
        <blockquote dir="auto">{quote}</blockquote>
        {others.length > 0 && (
          <figcaption>
            Not listed, but written: <bdi>{others.map(({ label }) => label).join(', ')}</bdi>
          </figcaption>
        )}
        {themes.length > 0 && (
          <figcaption>
            {themes.length === 1 ? 'Theme' : 'Themes'}:{' '}
            {themes.map(({ key, label }, index) => (
              <Fragment key={key}>
                {index > 0 && ', '}
                <Link to="/themes" search={{ key }}>
                  <bdi>{label}</bdi>
                </Link>
              </Fragment>
            ))}
          </figcaption>
        )}
      </figure>
    );
  });
}
