import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { isAnalysed } from '@warren/contracts';
import type { MemberDetail } from '@warren/contracts';
import { RequestFailed } from '../api/failure.ts';
import { memberQuery } from '../api/members.ts';
import { MemberIntroductions } from '../introductions/member-introductions.tsx';
import { LinkButton } from '../ui/button.tsx';
import { date } from '../ui/format.ts';
import { nameOf } from '../ui/name-of.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageSkeleton } from '../ui/states/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { EraseButton } from './erase-button.tsx';
import { FacetsSection } from './facets-section.tsx';
import styles from './member.module.css';
import { membershipText } from './membership-text.ts';
import { PatternsSection } from './patterns-section.tsx';
import { ProfileSection } from './profile-section.tsx';

const route = getRouteApi('/members/$memberId');
const back = { to: '/members', name: 'All members' } as const;

/** View of one member: profile, facets, and patterns. */
export function MemberView() {
  const { memberId } = route.useParams();
  const { data: member, error, refetch } = useQuery(memberQuery(memberId));
  if (member === undefined) {
    return error === null ? <PageSkeleton /> : <Missing error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Page
      key={memberId}
      title={nameOf(member)}
      tab={`Member ${member.id}`}
      back={back}
      lead={<Lead member={member} />}
      actions={
        <>
          <LinkButton to="/members/$memberId/edit" params={{ memberId }}>
            <Pencil size={16} aria-hidden />
            Edit
          </LinkButton>
          <EraseButton member={member} />
        </>
      }
    >
      <div className={styles.columns}>
        <ProfileSection member={member} />
        <div className={styles.column}>
          <PatternsSection member={member} />
          <MemberIntroductions member={member} />
          <FacetsSection facets={member.facets} />
        </div>
      </div>
    </Page>
  );
}

function Lead({ member }: { member: MemberDetail }) {
  const membership = membershipText(member);
  return (
    <div className={styles.lead}>
      {membership !== undefined && <Tag tone={isAnalysed(member) ? 'info' : 'plain'}>{membership}</Tag>}
      {!isAnalysed(member) && <span>No analysis looks at this member.</span>}
      <span>changed {date(member.updated_at)}</span>
    </div>
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isMissing = error instanceof RequestFailed && (error.status === 404 || error.status === 422);
  return (
    <Page title="Member" back={back}>
      <ErrorState
        error={error}
        {...(isMissing ? { action: <LinkButton to="/members">To the members</LinkButton> } : { onRetry })}
      />
    </Page>
  );
}
