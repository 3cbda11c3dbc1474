import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ThemeDetail } from '@warren/contracts';
import { RequestFailed } from '../api/failure.ts';
import { themeQuery } from '../api/themes.ts';
import { quotePlaces } from '../patterns/text.ts';
import { LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Person } from '../ui/person.tsx';
import { Section } from '../ui/section.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageSkeleton } from '../ui/states/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { DismissButton } from './dismiss-button.tsx';
import { SameAsSection } from './same-as-section.tsx';
import { membersText, sides, testsText } from './text.ts';
import styles from './themes.module.css';

const route = getRouteApi('/themes/$themeId');
const back = { to: '/themes', name: 'All themes' } as const;
const mostCodes = 500;

/** View of one theme: what counts, who carries it in which words, and what a person decides of it. */
export function ThemeView() {
  const { themeId } = route.useParams();
  const { data: theme, error, refetch } = useQuery(themeQuery(themeId));
  if (theme === undefined) {
    return error === null ? <PageSkeleton /> : <Missing error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Page
      key={themeId}
      title={theme.label}
      back={back}
      lead={
        <div className={styles.lead}>
          <Tag>{sides[theme.side]}</Tag>
          {theme.status === 'dismissed' && <Tag tone="caution">Not useful</Tag>}
          <span>{membersText(theme)}</span>
        </div>
      }
      actions={<DismissButton theme={theme} />}
    >
      <div className={styles.columns}>
        <Codes theme={theme} />
        <div className={styles.column}>
          <Section title="What counts">
            <p dir="auto">{theme.definition}</p>
            {theme.excludes !== '' && (
              <p dir="auto" className={styles.quiet}>
                Does not count: {theme.excludes}
              </p>
            )}
            <p className={styles.quiet}>{testsText(theme)}</p>
          </Section>
          <SameAsSection theme={theme} />
        </div>
      </div>
    </Page>
  );
}

function Codes({ theme: { codes } }: { theme: ThemeDetail }) {
  return (
    <Section
      title="In their own words"
      {...(codes.length === mostCodes && { lead: `The first ${mostCodes} quotes.` })}
    >
      {codes.length === 0 && <p className={styles.quiet}>Nobody’s words carry it now.</p>}
      <ul className={styles.codes}>
        {codes.map(({ member, field, quote }, index) => (
          <li key={index}>
            <figure className={styles.quote}>
              <blockquote dir="auto">{quote}</blockquote>
              <figcaption>
                <Person member={member} />, {quotePlaces[field]}
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isMissing = error instanceof RequestFailed && (error.status === 404 || error.status === 422);
  return (
    <Page title="Theme" back={back}>
      <ErrorState
        error={error}
        {...(isMissing ? { action: <LinkButton to="/themes">To the themes</LinkButton> } : { onRetry })}
      />
    </Page>
  );
}
