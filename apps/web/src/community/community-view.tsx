import { useQuery } from '@tanstack/react-query';
import { Upload, Users } from 'lucide-react';
import type { CommunityAnalysis } from '@warren/contracts';
import { analysisQuery } from '../api/community.ts';
import { LinkButton } from '../ui/button.tsx';
import { ForRole } from '../ui/for-role.tsx';
import { counted } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import { CommonSection } from './common-section.tsx';
import styles from './community.module.css';
import { CompletionSection } from './completion-section.tsx';
import { DemandSection } from './demand-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { RareSection } from './rare-section.tsx';

/** View of the community: what members have in common, and what they look for. */
export function CommunityView() {
  const { data, error, refetch } = useQuery(analysisQuery());
  return (
    <Page
      title="Community"
      lead={
        data === undefined
          ? 'What the members have in common, and what they are looking for.'
          : `What ${counted(data.total_active_members, 'member')} have in common, and what they are looking for. Who is hidden or has left is not counted.`
      }
    >
      {data === undefined && error === null && <Waiting />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (data.total_active_members === 0 ? <NoMembers /> : <Sections analysis={data} />)}
    </Page>
  );
}

function Sections({ analysis }: { analysis: CommunityAnalysis }) {
  return (
    <>
      <NetworkSection />
      <DemandSection />
      <div className={styles.halves}>
        <CommonSection analysis={analysis} />
        <CompletionSection analysis={analysis} />
      </div>
      <ForRole role="operator">
        <RareSection analysis={analysis} />
      </ForRole>
    </>
  );
}

function Waiting() {
  return (
    <div role="status" className={styles.stack}>
      <span className="unseen">Looking at the whole membership …</span>
      <Skeleton of="picture" />
      <Skeleton of="picture" />
    </div>
  );
}

function NoMembers() {
  return (
    <EmptyState
      Icon={Users}
      title="There is nobody to look at yet"
      action={
        <ForRole role="operator">
          <LinkButton kind="first" to="/members/import">
            <Upload size={16} aria-hidden />
            Import members
          </LinkButton>
        </ForRole>
      }
    >
      <ForRole role="operator">Bring in a file of members; this view then shows what they share.</ForRole>
    </EmptyState>
  );
}
