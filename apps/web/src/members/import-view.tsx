import { Page } from '../ui/page.tsx';

/** Bring in a file of members. */
export function ImportView() {
  return (
    <Page title="Import members" lead="Bring in a file of members.">
      {null}
    </Page>
  );
}
