import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Quote, SearchX } from 'lucide-react';
import type { ThemeList } from '@warren/contracts';
import { themesQuery } from '../api/themes.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Choice } from '../ui/form/choice.tsx';
import { counted } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeletons } from '../ui/states/skeleton.tsx';
import { choices, readingText } from './text.ts';
import type { ThemeChoice } from './text.ts';
import { ThemeRow } from './theme-row.tsx';
import styles from './themes.module.css';

const route = getRouteApi('/themes');

/** View of the themes, those of most members first; `key` in the address shows those of one facet. */
export function ThemesView() {
  const { show = 'active', key } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    themesQuery(show === 'all' ? { dismissed: 'true' } : {}),
  );
  const themes = data?.themes.filter((theme) => key === undefined || theme.key === key);
  const go = (to: { show?: ThemeChoice }): void => void navigate({ search: to, resetScroll: false });
  return (
    <Page
      title="Themes"
      lead="What members write of without listing it. A model names the themes and finds the words; the quotes are the members’ own."
    >
      {data === undefined && error === null && <Skeletons of="row" count={8} label="Loading the themes …" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && themes !== undefined && (data.proposed_from > 0 || data.themes.length > 0) && (
        <>
          <div className={styles.filters}>
            <Choice
              label="Show"
              value={show}
              options={choices}
              onChange={(value) => go(value === 'active' ? {} : { show: value })}
            />
            <p role="status" className={styles.quiet}>
              {counted(themes.length, 'theme')}. {readingText(data)}
            </p>
          </div>
          {themes.length > 0 && (
            <ol className={styles.rows} aria-label="Themes" aria-busy={isPlaceholderData}>
              {themes.map((theme) => (
                <ThemeRow key={theme.id} theme={theme} />
              ))}
            </ol>
          )}
        </>
      )}
      {data !== undefined && themes?.length === 0 && !isPlaceholderData && (
        <None
          list={data}
          isNarrowed={key !== undefined}
          onShowAll={key === undefined && show === 'all' ? undefined : () => go({ show: 'all' })}
        />
      )}
    </Page>
  );
}

function None({
  list: { proposed_from },
  isNarrowed,
  onShowAll,
}: {
  list: ThemeList;
  isNarrowed: boolean;
  /** undefined where all are shown */
  onShowAll: (() => void) | undefined;
}) {
  if (isNarrowed || proposed_from > 0) {
    return (
      <EmptyState
        Icon={SearchX}
        title={isNarrowed ? 'No theme like this' : 'No theme is in use'}
        action={onShowAll && <Button onPress={onShowAll}>Show all themes</Button>}
      />
    );
  }
  return (
    <EmptyState
      Icon={Quote}
      title="No themes yet"
      action={
        <LinkButton kind="first" to="/discover">
          Discover
        </LinkButton>
      }
    >
      <p>
        A discovery with a model begins by reading what members write: it names the themes, then finds whose
        words carry each. That takes a key for the model, set as ANTHROPIC_API_KEY where Warren runs.
      </p>
      <p>
        Without a key there are no themes; patterns and introductions come from what members list, as before.
      </p>
    </EmptyState>
  );
}
