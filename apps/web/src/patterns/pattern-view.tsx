import { Page } from '../ui/page.tsx';

/** One pattern and its evidence. */
export function PatternView() {
  return (
    <Page title="Pattern" lead="One pattern and its evidence.">
      {null}
    </Page>
  );
}
