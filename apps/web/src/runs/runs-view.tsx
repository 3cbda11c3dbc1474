import { Page } from '../ui/page.tsx';

/** What each discovery did. */
export function RunsView() {
  return (
    <Page title="Runs" lead="What each discovery did.">
      {null}
    </Page>
  );
}
