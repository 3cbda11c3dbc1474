import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { categories } from '@warren/contracts';
import type { Pattern } from '@warren/contracts';
import { RequestFailed } from '../../api/failure.ts';
import { patternQuery } from '../../api/patterns.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ForRole } from '../../ui/for-role.tsx';
import { counted, date } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { PageSkeleton } from '../../ui/states/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EvidenceSection } from '../evidence/evidence-section.tsx';
import { FacetsSection } from '../evidence/facets-section.tsx';
import { HistorySection } from '../evidence/history-section.tsx';
import { HeldReasons } from '../held/held-reasons.tsx';
import { dismissalReasons, shareText, stateText } from '../text.ts';
import { IntroductionsSection } from './introductions-section.tsx';
import { MembersSection } from './members-section.tsx';
import { PatternActions } from './pattern-actions.tsx';
import styles from './pattern-view.module.css';
import { QuestionsSection } from './questions-section.tsx';
import { QuotesSection } from './quotes-section.tsx';
import { ReadingSection } from './reading-section.tsx';

const route = getRouteApi('/patterns/$patternId');

/** View of one pattern: evidence, members, questions, and actions. */
export function PatternView() {
  const { patternId } = route.useParams();
  const { data: pattern, error, refetch } = useQuery(patternQuery(patternId));
  if (pattern === undefined) {
    return error === null ? <PageSkeleton /> : <Missing error={error} onRetry={() => void refetch()} />;
  }
  const { evidence } = pattern;
  return (
    <Page
      key={patternId}
      title={pattern.name}
      back={{ to: '/patterns', name: 'All patterns' }}
      lead={<Lead pattern={pattern} />}
      actions={
        <ForRole role="operator">
          <PatternActions pattern={pattern} />
        </ForRole>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          {pattern.held !== null && (
            <Section title="Held for you" lead="No event and no question tells of it.">
              <HeldReasons pattern={pattern} />
            </Section>
          )}
          <EvidenceSection pattern={pattern} />
          {evidence.facets.length > 0 && evidence.sides === undefined && <FacetsSection pattern={pattern} />}
          {evidence.quotes !== undefined && evidence.quotes.length > 0 && <QuotesSection pattern={pattern} />}
          {evidence.pairs !== undefined && evidence.pairs.length > 0 && (
            <IntroductionsSection pattern={pattern} />
          )}
        </div>
        <div className={styles.column}>
          <Section title="What it says">
            <p dir="auto" className={styles.description}>
              {pattern.description}
            </p>
          </Section>
          {pattern.reading !== null && <ReadingSection reading={pattern.reading} />}
          <QuestionsSection pattern={pattern} />
          <HistorySection pattern={pattern} />
        </div>
      </div>
      <ForRole role="operator">
        <MembersSection pattern={pattern} />
      </ForRole>
    </Page>
  );
}

function Lead({ pattern }: { pattern: Pattern }) {
  const state = stateText(pattern);
  return (
    <div className={styles.lead}>
      <Tag>{categories[pattern.category].title}</Tag>
      <Tag tone={state.tone}>{state.name}</Tag>
      {pattern.pinned && <Tag>Pinned</Tag>}
      {pattern.held !== null && <Tag tone="caution">Held</Tag>}
      {pattern.held === null && pattern.is_active && !pattern.published && <Tag>Too small for events</Tag>}
      {pattern.dismissed_because !== null && <span>{dismissalReasons[pattern.dismissed_because]}</span>}
      <span>
        {[counted(pattern.member_count, 'member'), shareText(pattern.evidence)]
          .filter((part) => part !== undefined)
          .join(', ')}
      </span>
      <span>
        changed {date(pattern.updated_at)}
        {pattern.run_id !== null && (
          <>
            {' '}
            by{' '}
            <Link to="/runs/$runId" params={{ runId: pattern.run_id }}>
              run {pattern.run_id}
            </Link>
          </>
        )}
        {pattern.analyst === 'operator' && ' by hand'}
      </span>
    </div>
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isMissing = error instanceof RequestFailed && (error.status === 404 || error.status === 422);
  return (
    <Page title="Pattern" back={{ to: '/patterns', name: 'All patterns' }}>
      <ErrorState
        error={error}
        {...(isMissing ? { action: <LinkButton to="/patterns">To the patterns</LinkButton> } : { onRetry })}
      />
    </Page>
  );
}
