import type { Draft } from './draft.ts';

/** Summary of all answers to whether a member is public; those that cannot be read count only where there is no other. */
export type Consent = 'none' | 'unreadable' | 'only yes' | 'mixed';

const consents: readonly Consent[] = ['none', 'unreadable', 'only yes', 'mixed'];

/** The figures of a tally, as they are sent between threads. */
export type TallyFigures = Readonly<Pick<Tally, 'rows' | 'bots' | 'consent' | 'hasEmptyConsent'>>;

/** What rows tell that does not depend on whose they are. */
export class Tally {
  rows = 0;
  /** Rows that are about a program, no person. */
  bots = 0;
  consent: Consent = 'none';
  /** Whether a row leaves open whether its member is public, though there is a column for it. */
  hasEmptyConsent = false;

  /** Counts a row. */
  take(draft: Draft): void {
    this.rows += 1;
    if (draft.isBot) {
      this.bots += 1;
      return;
    }
    const { is_public } = draft.values;
    this.hasEmptyConsent ||= draft.hasNoAnswer && is_public === undefined;
    this.answer(consentOf(draft));
  }

  /** Counts the rows of another tally too. */
  join({ rows, bots, consent, hasEmptyConsent }: TallyFigures): void {
    this.rows += rows;
    this.bots += bots;
    this.hasEmptyConsent ||= hasEmptyConsent;
    this.answer(consent);
  }

  private answer(consent: Consent): void {
    if (consents.indexOf(consent) > consents.indexOf(this.consent)) {
      this.consent = consent;
    }
  }
}

function consentOf({ values: { is_public }, without }: Draft): Consent {
  if (is_public !== undefined) {
    return is_public ? 'only yes' : 'mixed';
  }
  return without.some(({ field }) => field === 'is_public') ? 'unreadable' : 'none';
}
