import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX, Upload, UserPlus, Users } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { memberFormatsInWords } from '@warren/contracts';
import type { MemberOrder } from '@warren/contracts';
import { membersQuery } from '../api/members.ts';
import type { MemberPresence } from '../api/members.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { counted } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Pager } from '../ui/pager.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeletons } from '../ui/states/skeleton.tsx';
import { lastSearch, setLastSearch } from './last-search.ts';
import { MemberFilters } from './member-filters.tsx';
import { MemberRow } from './member-row.tsx';
import styles from './members.module.css';
import type { MembersSearch } from './search.ts';

const route = getRouteApi('/members');
const perPage = 50;

/** View of the members, page by page. */
export function MembersView() {
  const { page = 1, sort = 'oldest', left = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const [query, setQuery] = useState(lastSearch);
  const list = useRef<HTMLDivElement>(null);
  const { data, error, refetch, isPlaceholderData } = useMembersPage(page, query, sort, left);
  const show = useCallback(
    (change: MembersSearch, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace, resetScroll: false }),
    [navigate],
  );
  const turn = (to: number, replace = false): void => show({ page: to === 1 ? undefined : to }, replace);
  const search = useCallback(
    (text: string) => {
      setLastSearch(text);
      setQuery(text);
      show({ page: undefined }, true);
    },
    [show],
  );
  return (
    <Page
      title="Members"
      lead="Who is in the community. Names are searched here and nowhere kept: not in the address, nor in the history."
      actions={
        <>
          <LinkButton to="/members/new">
            <UserPlus size={16} aria-hidden />
            Add a member
          </LinkButton>
          <LinkButton kind="first" to="/members/import">
            <Upload size={16} aria-hidden />
            Import
          </LinkButton>
        </>
      }
    >
      <MemberFilters
        query={query}
        onSearch={search}
        sort={sort}
        left={left}
        onChange={(change) => show({ ...change, page: undefined }, true)}
      />
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
      {data?.total === 0 && (
        <NoMembers
          query={query}
          narrowed={query !== '' || left !== 'all'}
          onClear={() => {
            search('');
            show({ left: undefined }, true);
          }}
        />
      )}
    </Page>
  );
}

function useMembersPage(page: number, query: string, sort: MemberOrder, left: MemberPresence) {
  const client = useQueryClient();
  const asked = useMemo(
    () => ({ page, per_page: perPage, ...(query !== '' && { q: query }), sort, left }),
    [page, query, sort, left],
  );
  const found = useQuery({ ...membersQuery(asked), placeholderData: keepPreviousData });
  const hasMore = found.data !== undefined && page * perPage < found.data.total && !found.isPlaceholderData;
  useEffect(() => {
    // prefetches the next page
    if (hasMore) {
      client
        .query(membersQuery({ ...asked, page: asked.page + 1 }))
        // errors show when the page is opened
        .catch(() => undefined);
    }
  }, [client, hasMore, asked]);
  return found;
}

function NoMembers({ query, narrowed, onClear }: { query: string; narrowed: boolean; onClear: () => void }) {
  return !narrowed ? (
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
      A file of members is all it takes: {memberFormatsInWords}. Or add them one by one.
    </EmptyState>
  ) : (
    <EmptyState
      Icon={SearchX}
      title="Nobody fits"
      action={<Button onPress={onClear}>Show all members</Button>}
    >
      {query !== '' &&
        'Each word must stand somewhere in the name, the role, the text about themselves, or the skills and interests. Fewer words, or shorter ones, find more.'}
    </EmptyState>
  );
}
