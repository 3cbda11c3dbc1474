import type { Evidence, HoldReason, Reading } from '@warren/contracts';

/**
 * Reasons to hold a pattern that follow from what a second reader said of it, but for sensitive words, which its members
 * may have agreed to. Without a verdict quotes are held and rules are not: a rule proves its members by itself, while
 * nothing but reading shows that quotes say what the pattern says.
 */
export function reasonsOfReading({
  evidence,
  reading,
}: {
  readonly evidence: Pick<Evidence, 'basis'>;
  readonly reading?: Reading | null | undefined;
}): HoldReason[] {
  if (reading === null || reading === undefined) {
    return [];
  }
  const { verdict, beyond, singles_out } = reading;
  return [
    ...singles_out.map((words) => reason('singles_out', words)),
    ...(verdict === 'beyond' ? [reason('beyond_evidence', beyond.join('; '))] : []),
    ...(verdict === 'none' && evidence.basis === 'quotes' ? [reason('unread', '')] : []),
  ];
}

function reason(kind: HoldReason['kind'], words: string): HoldReason {
  return { kind, about: null, words };
}
