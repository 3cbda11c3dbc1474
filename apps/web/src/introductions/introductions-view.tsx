import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Handshake, SearchX } from 'lucide-react';
import { introductionsPageQuery } from '../api/introductions.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Choice } from '../ui/form/choice.tsx';
import { counted } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Pager } from '../ui/pager.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeletons } from '../ui/states/skeleton.tsx';
import { IntroductionRow } from './introduction-row.tsx';
import styles from './introductions.module.css';
import { choices } from './text.ts';
import type { IntroductionChoice } from './text.ts';

const route = getRouteApi('/introductions');
const perPage = 20;

/** View of the introductions, greatest need first. */
export function IntroductionsView() {
  const { show = 'proposed', page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    introductionsPageQuery({ per_page: perPage, page, ...filterOf(show) }),
  );
  const go = (to: { show?: IntroductionChoice | undefined; page?: number | undefined }): void =>
    void navigate({ search: to, resetScroll: false });
  return (
    <Page
      title="Introductions"
      lead="Two members each: what one looks for and the other has. What the analyst found comes first, then the greatest need."
    >
      <div className={styles.filters}>
        <Choice
          label="Show"
          value={show}
          options={choices}
          onChange={(value) => go({ show: value === 'proposed' ? undefined : value })}
        />
        <p role="status" className={styles.quiet}>
          {data === undefined ? ' ' : counted(data.total, 'introduction')}
        </p>
      </div>
      {data === undefined && error === null && (
        <Skeletons of="row" count={8} label="Loading the introductions …" />
      )}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.introductions.length > 0 && (
        <ol className={styles.rows} aria-label="Introductions" aria-busy={isPlaceholderData}>
          {data.introductions.map((introduction) => (
            <IntroductionRow key={introduction.id} introduction={introduction} />
          ))}
        </ol>
      )}
      {data !== undefined && (
        <Pager
          page={page}
          perPage={perPage}
          total={data.total}
          label="Pages of introductions"
          onPage={(to) =>
            go({ show: show === 'proposed' ? undefined : show, page: to === 1 ? undefined : to })
          }
        />
      )}
      {data?.introductions.length === 0 && !isPlaceholderData && (
        <None isNarrowed={show !== 'proposed' || page > 1} onClear={() => go({})} />
      )}
    </Page>
  );
}

function filterOf(show: IntroductionChoice) {
  if (show === 'outdated') {
    return { outdated: 'true' as const };
  }
  if (show === 'held') {
    return { held: 'true' as const };
  }
  return show === 'all' ? {} : { state: show };
}

function None({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  return isNarrowed ? (
    <EmptyState
      Icon={SearchX}
      title="No introduction like this"
      action={<Button onPress={onClear}>Show what is proposed</Button>}
    />
  ) : (
    <EmptyState
      Icon={Handshake}
      title="Nobody to introduce"
      action={
        <LinkButton kind="first" to="/discover">
          Discover
        </LinkButton>
      }
    >
      Each discovery proposes whom to introduce: members who look for something, and others who have it.
    </EmptyState>
  );
}
