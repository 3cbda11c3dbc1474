import { UserRoundX } from 'lucide-react';
import type { Role } from '@warren/contracts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';

/** View for somebody whose role is too low for the view at this address. */
export function NotForRole({ role }: { role: Role }) {
  return (
    <Page title="No access">
      <EmptyState Icon={UserRoundX} title="This view is not for your role">
        It is for the role {role}.
      </EmptyState>
    </Page>
  );
}
