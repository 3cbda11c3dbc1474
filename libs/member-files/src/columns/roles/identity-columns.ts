import type { SampleFacts } from '../values/sample-facts.ts';
import type { Topic } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { withTopic, withoutRole } from './draft.ts';

/** Topics that may tell members apart, the best first. */
const ranks: Partial<Record<Topic, number>> = {
  external_id: 0,
  member_id: 1,
  person_id: 2,
  plain_id: 3,
  record_id: 4,
  row_number: 5,
  handle: 6,
  profile_url: 7,
  url: 7,
};

/** Chooses the one column that tells members apart, and says why the others do not. */
export function settleIdentity(given: readonly Draft[], hasId = false): Draft[] {
  const drafts = withAddressesAsEmail(given);
  const people = personOfRows(drafts);
  const hasEmail = drafts.some(
    ({ topic, plan, facts }) =>
      (plan === undefined ? topic === 'email' : plan.role === 'email') &&
      facts.filled >= 0.9 * facts.rows &&
      facts.rows > 0,
  );
  const candidates = drafts
    .filter(({ topic, plan }) => plan === undefined && topic !== undefined && topic in ranks)
    .map((draft) => ({ draft, rank: rankOf(draft), fault: faultOf(draft, people) }))
    .toSorted((a, b) => a.rank - b.rank || a.draft.index - b.draft.index);
  const usable = candidates.filter(({ fault, rank }) => fault === undefined && !(rank >= 7 && hasEmail));
  const chosen = hasId ? undefined : (usable[0]?.draft ?? codes(drafts, hasEmail));
  const winner = chosen?.heading.name;
  const byDraft = new Map(candidates.map((candidate) => [candidate.draft, candidate]));
  return drafts.map((draft) => {
    const candidate = byDraft.get(draft);
    if (draft === chosen) {
      return draft.plan === undefined
        ? withTopic(draft, 'external_id')
        : {
            ...draft,
            plan: { role: 'external_id', confidence: 0.55, reason: 'its values are codes, each another one' },
          };
    }
    if (candidate === undefined) {
      return draft;
    }
    if (draft.topic === 'profile_url' || draft.topic === 'url') {
      return draft;
    }
    return withoutRole(
      draft,
      candidate.fault ??
        (winner === undefined
          ? 'another column tells members apart'
          : `members are told apart by "${winner}"`),
    );
  });
}

/** A user name that is an e-mail address is read as one, where no other column holds addresses. */
function withAddressesAsEmail(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.some(({ topic, plan }) => (plan === undefined ? topic === 'email' : plan.role === 'email'))) {
    return drafts;
  }
  const first = drafts.find(
    ({ topic, plan, facts }) => plan === undefined && topic === 'handle' && facts.share('email') >= 0.9,
  );
  return drafts.map((draft) =>
    draft === first ? withTopic(draft, 'email', `${draft.reason}: its values are e-mail addresses`) : draft,
  );
}

function rankOf({ topic }: Draft): number {
  return (topic === undefined ? undefined : ranks[topic]) ?? 9;
}

/** Name or address of the person of each row, '' where unknown. */
function personOfRows(drafts: readonly Draft[]): string[] {
  const named = drafts.filter(
    ({ topic, plan }) =>
      plan === undefined && ['email', 'full_name', 'first_name', 'last_name'].includes(topic ?? ''),
  );
  const rows = Math.max(0, ...named.map(({ facts }) => facts.texts.length));
  return Array.from({ length: rows }, (_, row) =>
    named
      .map(({ facts }) => (facts.texts[row] ?? '').toLowerCase())
      .join('\u0000')
      .replace(/^\0+$/, ''),
  );
}

/** Says why a column cannot tell members apart; undefined if it can. */
function faultOf({ topic, facts, heading }: Draft, people: readonly string[]): string | undefined {
  if (facts.filled === 0) {
    const isFirm = ['external_id', 'member_id', 'person_id', 'plain_id', 'record_id', 'handle'].includes(
      topic ?? '',
    );
    return facts.rows === 0 && isFirm ? undefined : 'the rows looked at have no value in it';
  }
  if (facts.rounded > 0) {
    return 'its numbers were rounded by a spreadsheet (1.23457E+11), so that different members share one';
  }
  if (facts.objects > 0 || facts.share('date') >= 0.8 || facts.share('sentence') >= 0.5) {
    return 'its values are no ids';
  }
  // an id that only some have joins their rows: the others have an address or a name
  if (facts.filled < 0.5 * facts.rows && topic !== 'external_id') {
    return 'most rows have no value in it';
  }
  if (topic === 'row_number' && isSequence(facts)) {
    return 'it numbers the rows of this file, and another file numbers others so';
  }
  if (facts.counts.size === 1 && facts.filled >= 3) {
    return 'it has the same value in every row';
  }
  if (
    (topic === 'profile_url' && facts.share('one word') < 0.9) ||
    (topic === 'url' && facts.share('url') < 0.9)
  ) {
    return 'its values are no web addresses';
  }
  const repeated = facts.filled - facts.counts.size;
  if (repeated === 0) {
    return undefined;
  }
  // who calls a column external_id says what it is, and whoever was erased is known by it
  if (topic !== 'external_id' && people.length > 0 && isShared(facts, people)) {
    return `different people have the same value of "${heading.name}"`;
  }
  const mayRepeat =
    topic === 'external_id' || topic === 'member_id' || topic === 'person_id' || topic === 'plain_id';
  return mayRepeat || people.some(Boolean) || repeated < 0.1 * facts.filled ? undefined : 'its values repeat';
}

function isSequence({ texts }: SampleFacts): boolean {
  const start = Number(texts[0]);
  return (start === 0 || start === 1) && texts.every((text, row) => Number(text) === start + row);
}

/** Returns whether more than one in ten of the values that repeat are shared by different people. */
function isShared({ texts, counts }: SampleFacts, people: readonly string[]): boolean {
  const seen = new Map<string, string>();
  const shared = new Set<string>();
  for (const [row, text] of texts.entries()) {
    const person = people[row] ?? '';
    if (text === '' || person === '') {
      continue;
    }
    const known = seen.get(text);
    if (known !== undefined && known !== person) {
      shared.add(text);
    }
    seen.set(text, known ?? person);
  }
  const repeating = [...counts.values()].filter((count) => count > 1).length;
  return shared.size > 0.1 * repeating;
}

/** A column without a known heading whose values are codes, each another one, where nothing else tells members apart. */
function codes(drafts: readonly Draft[], hasEmail: boolean): Draft | undefined {
  return hasEmail
    ? undefined
    : drafts.find(
        ({ plan, facts, topic }) =>
          plan?.role === 'ignored' &&
          topic === undefined &&
          facts.filled >= 3 &&
          facts.filled >= 0.95 * facts.rows &&
          facts.counts.size === facts.filled &&
          facts.share('code') >= 0.95 &&
          facts.rounded === 0,
      );
}
