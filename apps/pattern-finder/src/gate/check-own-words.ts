import type { Evidence } from '@warren/contracts';
import { quotesOf, withoutQuotes } from '@warren/contracts';
import { passagesOf } from '@warren/messaging';
import { Rejection } from '../evidence/rejection.ts';
import type { MemberWords } from '../holding/singled-out.ts';
import { fieldsOf } from './claim-fields.ts';
import type { ClaimedText } from './claim-fields.ts';

/** Words in a row that a text has from one member, so that it repeats what that member wrote. */
const length = 6;

/**
 * Rejects a text that repeats, in six words or more, what one member wrote: such words belong into quotes, which events
 * leave out, and none into a name. Words that several members wrote, as the questions of a form, are nobody's.
 * @param shown what members wrote whom the analyst has read
 * @throws Rejection with what to change
 */
export function checkOwnWords(claimed: ClaimedText, evidence: Evidence, shown: readonly MemberWords[]): void {
  const authors = new Map<string, number | undefined>();
  for (const { memberId, texts } of shown) {
    for (const passage of passagesOf(texts, length)) {
      authors.set(passage, authors.has(passage) && authors.get(passage) !== memberId ? undefined : memberId);
    }
  }
  if (withoutQuotes(claimed.name, quotesOf(evidence)) !== claimed.name) {
    throw new Rejection('member_words', 'name: it repeats a quote: give the pattern a name of your own.');
  }
  for (const { field, text } of fieldsOf(claimed)) {
    const passages = passagesOf([withoutQuotes(text, quotesOf(evidence))], length);
    if (passages.some((passage) => authors.get(passage) !== undefined)) {
      // Without the words: rejections are stored with the run.
      throw new Rejection(
        'member_words',
        `${field}: it repeats six words or more of what one member wrote: say it in words of your own, or quote them.`,
      );
    }
  }
}
