import { Page } from '../ui/page.tsx';

/** Who is in the community. */
export function MembersView() {
  return (
    <Page title="Members" lead="Who is in the community.">
      {null}
    </Page>
  );
}
