import { useNavigate } from '@tanstack/react-router';
import { addMember } from '../../api/members.ts';
import { nameOf } from '../../ui/name-of.ts';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/states/toasts.tsx';
import { EditForm } from './edit-form.tsx';
import { changes, emptyForm } from './member-form.ts';

/** View that adds a member. */
export function NewMemberView() {
  const navigate = useNavigate();
  return (
    <Page title="Add a member" back={{ to: '/members', name: 'All members' }}>
      <EditForm
        first={emptyForm}
        saveLabel="Add the member"
        cancel={{ to: '/members' }}
        // said explicitly, whatever the server would assume
        save={async (form) => addMember({ ...changes(emptyForm, form), is_public: form.is_public })}
        onSaved={async (member) => {
          showToast({ message: `${nameOf(member)} was added.` });
          await navigate({ to: '/members/$memberId', params: { memberId: member.id } });
        }}
      />
    </Page>
  );
}
