import type { RejectionKind, Run } from '@warren/contracts';
import { counted } from '../ui/format.ts';

const analystNames: Record<Run['analyst'], string> = {
  claude: 'Claude',
  statistical: 'Statistical analyst',
};

/** Name of a run's analyst. */
export function analystName({ analyst, model }: Pick<Run, 'analyst' | 'model'>): string {
  const name = analystNames[analyst];
  return model === null ? name : `${name}, ${model}`;
}

/** Description of a run's kind. */
export const kindText: Record<Run['kind'], string> = {
  discover: 'Looks for patterns',
  refresh: 'Measures again, then looks for patterns',
};

/** Summary of what a run has saved so far. */
export function outcomeText({
  patterns,
  rejected,
  held,
}: Pick<Run, 'patterns' | 'rejected' | 'held'>): string {
  const created = patterns.filter((pattern) => pattern.created).length;
  const again = patterns.length - created;
  const parts = [
    ...(created > 0 ? [counted(created, 'new pattern')] : []),
    ...(again > 0 ? [`${again} met again`] : []),
    ...(held > 0 ? [`${held} held for you`] : []),
    ...(rejected.length > 0 ? [`${rejected.length} refused`] : []),
  ];
  return parts.length === 0 ? 'nothing saved' : parts.join(', ');
}

/** Labels of the reasons why a save was rejected. */
export const rejectionLabels: Record<RejectionKind, string> = {
  invalid_input: 'Not as asked for',
  unknown_tool: 'No such tool',
  truncated_call: 'Cut short',
  too_many_calls: 'Too many at once',
  unknown_candidate: 'Unknown candidate',
  unknown_pattern: 'Unknown pattern',
  unknown_facet: 'Unknown facet',
  unknown_member: 'Unknown member',
  wrong_shape: 'Wrong shape',
  too_few_members: 'Too few members',
  no_more_than_chance: 'No more than chance',
  too_many_shared: 'Too many that may be chance',
  quote_not_verbatim: 'Quote not word for word',
  literal_number: 'A number of its own',
  overclaimed: 'Claims too much',
  unsupported_facet: 'Names what is not in it',
  beyond_evidence: 'Says more than its evidence',
  name_taken: 'Name taken',
  near_duplicate: 'Nearly the same again',
  rule_mismatch: 'Another rule by this name',
  dismissed: 'Dismissed before',
  held: 'Waits for the operator',
  member_words: 'Words of a member',
  already_introduced: 'Proposed to each other before',
  too_many_introductions: 'Enough introductions',
  retry_limit: 'Given up',
  other: 'Another reason',
};
