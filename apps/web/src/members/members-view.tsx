import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX, Upload, Users } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { memberFormatsInWords } from '@warren/contracts';
import { membersQuery } from '../api/members.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { counted } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Pager } from '../ui/pager.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeletons } from '../ui/states/skeleton.tsx';
import { lastSearch, setLastSearch } from './last-search.ts';
import { MemberRow } from './member-row.tsx';
import { MemberSearch } from './member-search.tsx';
import styles from './members.module.css';

const route = getRouteApi('/members');
const perPage = 50;

/** View of the members, page by page. */
export function MembersView() {
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const [query, setQuery] = useState(lastSearch);
  const list = useRef<HTMLDivElement>(null);
  const { data, error, refetch, isPlaceholderData } = useMembersPage(page, query);
  const turn = useCallback(
    (to: number, replace = false) =>
      void navigate({ search: to === 1 ? {} : { page: to }, replace, resetScroll: false }),
    [navigate],
  );
  const search = useCallback(
    (text: string) => {
      setLastSearch(text);
      setQuery(text);
      turn(1, true);
    },
    [turn],
  );
  return (
    <Page
      title="Members"
      lead="Who is in the community. Names are searched here and nowhere kept: not in the address, nor in the history."
      actions={
        <LinkButton kind="first" to="/members/import">
          <Upload size={16} aria-hidden />
          Import
        </LinkButton>
      }
    >
      <MemberSearch query={query} onSearch={search} />
      <p role="status" className={styles.status}>
        {data === undefined ? ' ' : counted(data.total, 'member')}
      </p>
      {data === undefined && error === null && (
        <Skeletons of="row" count={12} label="Loading the members …" />
      )}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.total > 0 && (
        <div ref={list} className={styles.list} aria-busy={isPlaceholderData}>
          <ul className={styles.rows} aria-label="Members">
            {data.members.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </ul>
          <Pager
            page={page}
            perPage={perPage}
            total={data.total}
            label="Pages of members"
            onPage={(to) => {
              turn(to);
              list.current?.scrollIntoView({ block: 'start' });
            }}
          />
          {data.members.length === 0 && !isPlaceholderData && (
            <EmptyState
              Icon={Users}
              title="This page is beyond the last one"
              action={<Button onPress={() => turn(1, true)}>To the first page</Button>}
            />
          )}
        </div>
      )}
      {data?.total === 0 && <NoMembers query={query} onClear={() => search('')} />}
    </Page>
  );
}

function useMembersPage(page: number, query: string) {
  const client = useQueryClient();
  const asked = { page, per_page: perPage, ...(query !== '' && { q: query }) };
  const found = useQuery({ ...membersQuery(asked), placeholderData: keepPreviousData });
  const hasMore = found.data !== undefined && page * perPage < found.data.total && !found.isPlaceholderData;
  useEffect(() => {
    // prefetches the next page
    if (hasMore) {
      client
        .query(membersQuery({ page: page + 1, per_page: perPage, ...(query !== '' && { q: query }) }))
        // errors show when the page is opened
        .catch(() => undefined);
    }
  }, [client, hasMore, page, query]);
  return found;
}

function NoMembers({ query, onClear }: { query: string; onClear: () => void }) {
  return query === '' ? (
    <EmptyState
      Icon={Users}
      title="There are no members yet"
      action={
        <LinkButton kind="first" to="/members/import">
          <Upload size={16} aria-hidden />
          Import members
        </LinkButton>
      }
    >
      A file of members is all it takes: {memberFormatsInWords}.
    </EmptyState>
  ) : (
    <EmptyState
      Icon={SearchX}
      title="Nobody fits"
      action={<Button onPress={onClear}>Show all members</Button>}
    >
      Each word must stand somewhere in the name, the role, the text about themselves, or the skills and
      interests. Fewer words, or shorter ones, find more.
    </EmptyState>
  );
}
