import { LogIn, UserRoundX } from 'lucide-react';
import type { RequestFailed } from '../api/failure.ts';
import { AnchorButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { LogOutButton } from './log-out-button.tsx';

/** View for somebody who is not known, or who has no role. */
export function NotAdmitted({ failure }: { failure: RequestFailed }) {
  const { login } = failure;
  if (failure.status === 403) {
    return (
      <Page title="No access">
        <EmptyState
          Icon={UserRoundX}
          title="You have no role here"
          {...(login !== undefined && { action: <LogOutButton kind="plain" /> })}
        >
          {failure.message}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title="Log in">
      <EmptyState
        Icon={LogIn}
        title="Who are you?"
        {...(login !== undefined && {
          action: (
            <AnchorButton kind="first" href={withReturn(login)}>
              <LogIn size={16} aria-hidden />
              Log in
            </AnchorButton>
          ),
        })}
      >
        {login === undefined ? failure.message : 'This community is for those who log in.'}
      </EmptyState>
    </Page>
  );
}

/** The login returns to the view that is open now. */
function withReturn(login: string): string {
  const { pathname, search } = window.location;
  return `${login}?${new URLSearchParams({ return_to: `${pathname}${search}` }).toString()}`;
}
