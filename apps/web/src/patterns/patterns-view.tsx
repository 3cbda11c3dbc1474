import { Page } from '../ui/page.tsx';

/** What runs through this community, and what each finding stands on. */
export function PatternsView() {
  return (
    <Page title="Patterns" lead="What runs through this community, and what each finding stands on.">
      {null}
    </Page>
  );
}
