import { Page } from '../ui/page.tsx';

/** One member. */
export function MemberView() {
  return (
    <Page title="Member" lead="One member.">
      {null}
    </Page>
  );
}
