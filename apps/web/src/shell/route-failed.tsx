import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';

/** View of an error. After an update the scripts of an older page no longer exist: reloading helps. */
export function RouteFailed({ error }: ErrorComponentProps) {
  return (
    <Page title="This view did not open">
      <ErrorState
        error={error}
        action={<Button onPress={() => window.location.reload()}>Load the page again</Button>}
      />
    </Page>
  );
}
