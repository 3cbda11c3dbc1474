import { Page } from '../ui/page.tsx';

/** Look for patterns. */
export function DiscoverView() {
  return (
    <Page title="Discover" lead="Look for patterns.">
      {null}
    </Page>
  );
}
