import type { Evidence } from '@warren/contracts';
import { withoutQuotes } from '@warren/contracts';
import { passagesOf } from '@warren/messaging';
import { Rejection } from '../evidence/rejection.ts';
import type { MemberWords } from '../holding/singled-out.ts';
import { fieldsOf, quotesOf } from './claim-fields.ts';
import type { ClaimedText } from './claim-fields.ts';

/** Passages of four words that a sentence has from one member in a row, so that it repeats what that member wrote. */
const mostPassages = 3;

/**
 * Rejects a text that repeats, in six words or more, what one member wrote: such words belong into quotes, which events
 * leave out, and none into a name. Words that several members wrote, as the questions of a form, are nobody's.
 * @param shown what members wrote whom the analyst has read
 * @throws Rejection with what to change
 */
export function checkOwnWords(claimed: ClaimedText, evidence: Evidence, shown: readonly MemberWords[]): void {
  const authors = new Map<string, number | undefined>();
  for (const { memberId, texts } of shown) {
    for (const passage of passagesOf(texts)) {
      authors.set(passage, authors.has(passage) && authors.get(passage) !== memberId ? undefined : memberId);
    }
  }
  if (withoutQuotes(claimed.name, quotesOf(evidence)) !== claimed.name) {
    throw new Rejection('member_words', 'name: it repeats a quote: give the pattern a name of your own.');
  }
  for (const { field, text } of fieldsOf(claimed)) {
    const passages = passagesOf([withoutQuotes(text, quotesOf(evidence))]);
    const own = new Set(passages.filter((passage) => authors.get(passage) !== undefined));
    if (hasRun(passages, own)) {
      // Without the words: rejections are stored with the run.
      throw new Rejection(
        'member_words',
        `${field}: it repeats six words or more of what one member wrote: say it in words of your own, or quote them.`,
      );
    }
  }
}

/** Checks whether so many passages that follow one another are among some. */
function hasRun(passages: readonly string[], some: ReadonlySet<string>): boolean {
  let run = 0;
  return passages.some((passage) => {
    run = some.has(passage) ? run + 1 : 0;
    return run >= mostPassages;
  });
}
