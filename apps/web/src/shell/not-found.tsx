import { Compass } from 'lucide-react';
import { LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';

/** View of an unknown address. */
export function NotFound() {
  return (
    <Page title="There is no such page">
      <EmptyState
        Icon={Compass}
        title="Nothing lives at this address"
        action={<LinkButton to="/patterns">To the patterns</LinkButton>}
      >
        The address may be mistyped, or from an older version.
      </EmptyState>
    </Page>
  );
}
