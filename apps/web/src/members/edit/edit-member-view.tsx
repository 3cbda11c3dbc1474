import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MemberDetail } from '@warren/contracts';
import { changeMember, memberQuery } from '../../api/members.ts';
import { nameOf } from '../../ui/name-of.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { PageSkeleton } from '../../ui/states/skeleton.tsx';
import { showToast } from '../../ui/states/toasts.tsx';
import { EditForm } from './edit-form.tsx';
import { changes, formOf } from './member-form.ts';

const route = getRouteApi('/members/$memberId/edit');

/** View that edits a member. */
export function EditMemberView() {
  const { memberId } = route.useParams();
  const { data: member, error, refetch } = useQuery(memberQuery(memberId));
  if (member !== undefined) {
    return <Edit key={memberId} member={member} />;
  }
  return error === null ? (
    <PageSkeleton />
  ) : (
    <Page title="Edit a member" back={{ to: '/members', name: 'All members' }}>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Page>
  );
}

function Edit({ member }: { member: MemberDetail }) {
  const navigate = useNavigate();
  const there = { to: '/members/$memberId', params: { memberId: member.id } } as const;
  // as it was when the form opened: what others change meanwhile is no change of this form
  const [first] = useState(() => formOf(member));
  return (
    <Page title={`Edit ${nameOf(member)}`} tab={`Edit member ${member.id}`}>
      <EditForm
        first={first}
        saveLabel="Save"
        cancel={there}
        save={async (form) => {
          const changed = changes(first, form);
          return Object.keys(changed).length === 0 ? member : changeMember(member.id, changed);
        }}
        onSaved={async (saved) => {
          showToast({ message: `${nameOf(saved)} was saved.` });
          await navigate(there);
        }}
      />
    </Page>
  );
}
