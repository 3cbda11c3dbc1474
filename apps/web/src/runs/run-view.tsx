import { Page } from '../ui/page.tsx';

/** One run. */
export function RunView() {
  return (
    <Page title="Run" lead="One run.">
      {null}
    </Page>
  );
}
