import { Page } from '../ui/page.tsx';

/** What the members have in common, and what they are looking for. */
export function CommunityView() {
  return (
    <Page title="Community" lead="What the members have in common, and what they are looking for.">
      {null}
    </Page>
  );
}
