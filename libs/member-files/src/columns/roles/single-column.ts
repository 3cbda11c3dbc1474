import type { Heading } from '../../table/table.ts';
import { asksForTwo, topicsOf } from '../headings/heading-topics.ts';
import type { TopicMatch } from '../headings/heading-topics.ts';
import { cleanHeading, headingWords, withoutRemarks } from '../headings/heading-words.ts';
import { isAnswerRow } from '../options/split-heading.ts';
import { disagreement, isProse, plainKind } from '../values/agreement.ts';
import type { SampleFacts } from '../values/sample-facts.ts';
import type { Topic } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { planByValues } from './unknown-column.ts';

const listTopics: ReadonlySet<Topic> = new Set<Topic>([
  'skills',
  'interests',
  'looking_for',
  'roles',
  'all_traits',
]);

/** Finds the subject of a column from its heading, as far as its values agree, or else from its values. */
export function draftColumn(heading: Heading, index: number, facts: SampleFacts): Draft {
  const wording = wordingOf(heading);
  if (asksForTwo(wording)) {
    const reason = 'it asks at once for what the member can do and for what the member looks for';
    const plan = { role: 'prompt_responses', confidence: 0.5, reason, prompt: wording } as const;
    return { index, heading, facts, confidence: plan.confidence, reason, plan };
  }
  const matches = matchesOf(heading).flatMap(withOtherConsent);
  let rejected: { match: TopicMatch; reason: string } | undefined;
  for (const match of matches) {
    const reason = isConsentByName(match, facts)
      ? undefined
      : match.how === 'hint'
        ? hintDisagreement(match, heading, facts)
        : disagreement(match.topic, facts);
    if (reason !== undefined) {
      rejected ??= match.how === 'hint' ? undefined : { match, reason };
      continue;
    }
    return proseChecked({ index, heading, facts, ...decided(match, heading, facts) }, wording);
  }
  const plan = planByValues(wording, heading, facts, rejected);
  return { index, heading, facts, confidence: plan.confidence, reason: plan.reason, plan };
}

/**
 * A column that is named for consent and has a few answers, which need not be readable: without it those who answered
 * "friends only" would be public, and those who opt out beside a "maybe".
 */
function isConsentByName({ topic, how }: TopicMatch, facts: SampleFacts): boolean {
  return (
    (topic === 'is_public' || topic === 'opt_out') &&
    how === 'heading' &&
    facts.counts.size <= 6 &&
    plainKind(facts) === undefined &&
    facts.share('list') < 0.5 &&
    facts.length <= 60
  );
}

/** A column of consents may name them, or say yes and no to being shown. */
function withOtherConsent(match: TopicMatch): TopicMatch[] {
  return match.topic === 'consents' ? [match, { ...match, topic: 'is_public' }] : [match];
}

/** Longest question that is kept with its answers, in characters. */
const longestWording = 1000;

/** The question as the file has it, one line, without marks of the program; one that is too long is cut. */
export function wordingOf(heading: Heading): string {
  const wording = wholeWording(heading);
  return wording.length > longestWording
    ? `${wording
        .slice(0, longestWording - 1)
        .toWellFormed()
        .trimEnd()}…`
    : wording;
}

function wholeWording({ text, option }: Heading): string {
  const wording = cleanHeading(text) || text.trim();
  if (option === undefined || option.trim() === '' || isAnswerRow(option) || text.includes(option)) {
    return wording;
  }
  return wording === '' ? cleanHeading(option) : `${wording} – ${cleanHeading(option)}`;
}

function matchesOf({ text, option }: Heading): TopicMatch[] {
  if (option === undefined || option.trim() === '' || isAnswerRow(option) || text.includes(option)) {
    return topicsOf(text);
  }
  // the upper row may name a block of questions: "Contact information" above "Email Address"
  const lower = topicsOf(option);
  return [...lower.filter(({ how }) => how === 'heading'), ...topicsOf(text), ...lower];
}

function decided({ topic, how, words }: TopicMatch, { text, option }: Heading, facts: SampleFacts) {
  // the lower of two header rows may have decided
  const isLower = how === 'heading' && option !== undefined && words === cleanHeading(option);
  const shown = `"${isLower ? words : cleanHeading(text) || text.trim()}"`;
  if (how === 'heading') {
    return { topic, how, confidence: facts.filled > 0 ? 0.95 : 0.85, reason: `heading ${shown}` };
  }
  return how === 'phrase'
    ? { topic, how, confidence: 0.8, reason: `"${words}" in the heading ${shown}` }
    : { topic, how, confidence: 0.6, reason: `"${words}" in the heading ${shown}, and its values agree` };
}

/** Answers in whole sentences are no lists. */
function proseChecked(draft: Draft, wording: string): Draft {
  if (draft.topic === undefined || !listTopics.has(draft.topic) || !isProse(draft.facts)) {
    return draft;
  }
  const reason = `${draft.reason}, but its values are sentences`;
  return { ...draft, plan: { role: 'prompt_responses', confidence: 0.6, reason, prompt: wording } };
}

/** Says why the values do not support what a single word of a heading may mean. */
function hintDisagreement(
  { topic, words }: TopicMatch,
  heading: Heading,
  facts: SampleFacts,
): string | undefined {
  // "company_size" and "Which region does the organisation cover?" are about a company, and name none
  if (topic === 'company' && !isLast(words, heading)) {
    return 'it does not ask for the name';
  }
  const isRight = hintAgrees(topic, facts);
  return isRight ? disagreement(topic, facts) : 'its values do not say so';
}

function isLast(word: string, { text, option }: Heading): boolean {
  const words = headingWords(withoutRemarks(cleanHeading(option ?? text)));
  return words.length <= 6 && words.at(-1) === word;
}

function hintAgrees(topic: Topic, facts: SampleFacts): boolean {
  switch (topic) {
    case 'email':
      return facts.share('email') >= 0.6;
    case 'full_name':
      return facts.share('full name') >= 0.7 && facts.counts.size >= 0.9 * facts.filled;
    case 'first_name':
    case 'last_name':
      return (
        facts.share('one word') >= 0.6 && facts.share('code') < 0.2 && facts.counts.size >= 0.5 * facts.filled
      );
    case 'urls':
      return facts.share('url') >= 0.6;
    default:
      return (
        facts.filled > 0 &&
        facts.length <= 40 &&
        plainKind(facts) === undefined &&
        facts.share('sentence') < 0.2
      );
  }
}
