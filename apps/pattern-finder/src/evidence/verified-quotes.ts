import type { Quote, ReplyOf } from '@warren/contracts';
import type { RequestClient } from '@warren/messaging';

/** Quotes of one request. */
const batch = 50;

/** Has member-profile verify any number of quotes, in their order. */
export async function verifyQuotes(
  requests: RequestClient,
  quotes: readonly Quote[],
  signal?: AbortSignal,
): Promise<Omit<ReplyOf<'community.verify-quotes'>, 'revision'>> {
  const ask = async (from: number): Promise<ReplyOf<'community.verify-quotes'>> =>
    requests.ask('community.verify-quotes', { quotes: quotes.slice(from, from + batch) }, { signal });
  const { verdicts, total_active_members, min_members } = await ask(0);
  for (let from = batch; from < quotes.length; from += batch) {
    verdicts.push(...(await ask(from)).verdicts);
  }
  return { verdicts, total_active_members, min_members };
}
