import type { Heading } from '../../table/table.ts';
import type { Column } from '../column.ts';
import type { TopicMatch } from '../headings/heading-topics.ts';
import { isCode } from '../headings/heading-words.ts';
import { isProse, plainKind } from '../values/agreement.ts';
import type { SampleFacts } from '../values/sample-facts.ts';
import type { Topic } from '../vocabulary/vocabulary.ts';

const facets: ReadonlySet<Topic> = new Set<Topic>([
  'skills',
  'interests',
  'looking_for',
  'roles',
  'all_traits',
]);

type Plan = Omit<Column, 'name'>;

/** Reads a column by its values alone: its heading says nothing, or something that they are not. */
export function planByValues(
  wording: string,
  heading: Heading,
  facts: SampleFacts,
  rejected?: { match: TopicMatch; reason: string },
): Plan {
  const kind = plainKind(facts);
  const but = rejected === undefined ? '' : `heading "${wording}", but ${rejected.reason}`;
  const isBlank = wording === '' || /^(?:unnamed|column|field|spalte)[\s:_]*\d+$/i.test(wording);
  const isQuestion = /\?\s*$/.test(wording) || wording.split(/\s+/).length >= 4;
  const isField = rejected?.match.how === 'heading' && !isQuestion && !facets.has(rejected.match.topic);
  const answer = (reason: string, confidence: number): Plan => ({
    role: 'prompt_responses',
    confidence,
    reason,
    prompt: wording,
  });
  const ignored = (reason: string, confidence = 0.6): Plan => ({ role: 'ignored', confidence, reason });

  if (facts.rows > 0 && facts.filled === 0) {
    return ignored('the rows looked at have no value in it');
  }
  if (kind === 'objects') {
    return ignored(but || 'its values are objects');
  }
  if (kind === 'e-mail addresses') {
    return { role: 'email', confidence: 0.6, reason: 'its values are e-mail addresses' };
  }
  if (kind === 'web addresses') {
    return { role: 'urls', confidence: 0.6, reason: 'its values are web addresses' };
  }
  if (
    rejected?.match.how === 'heading' &&
    ['member_id', 'person_id'].includes(rejected.match.topic) &&
    facts.share('full name') >= 0.6
  ) {
    return { role: 'full_name', confidence: 0.7, reason: `heading "${wording}", and its values are names` };
  }
  const isLevel =
    rejected?.match.topic === 'skills' || (rejected?.match.topic === 'bio' && /experience/i.test(wording));
  if (isLevel && (kind === 'numbers' || kind === 'steps of a scale')) {
    return { role: 'level', confidence: 0.6, reason: but };
  }
  if (kind === 'dates or times' || kind === 'telephone numbers') {
    return ignored(but || `its values are ${kind}`, 0.7);
  }
  if (/^\d{1,4}[-/.]\d{1,2}(?:[-/.](?:\d{2,4})?)?$/.test(wording)) {
    return ignored('its heading is a date: who attended when is not read', 0.7);
  }
  if (isBlank) {
    return facts.share('full name') >= 0.8 && facts.counts.size >= 0.9 * facts.filled && facts.filled >= 3
      ? { role: 'full_name', confidence: 0.5, reason: 'its values are names, and it has no heading' }
      : ignored('it has no heading');
  }
  if (isField && kind !== undefined) {
    return ignored(but);
  }
  if (kind === 'yes and no') {
    return isQuestion || !/^[\p{Ll}\d]+(?:[_.-][\p{Ll}\d]+)*$/u.test(wording)
      ? answer(but || 'a question answered with yes or no', 0.5)
      : ignored(but || 'its values are yes and no');
  }
  if (kind === 'numbers') {
    return isQuestion
      ? answer(but || 'a question answered with numbers', 0.4)
      : ignored(but || 'its values are numbers');
  }
  if (rejected?.match.how === 'heading' && !isQuestion && kind === undefined && !isProse(facts)) {
    return ignored(but);
  }
  if (facts.counts.size === 1 && facts.filled >= 5 && facts.filled >= 0.95 * facts.rows && !isQuestion) {
    return ignored('it has the same value in every row');
  }
  if (facts.share('code') >= 0.9 && facts.counts.size >= 0.9 * facts.filled && facts.filled >= 3) {
    return ignored('its values are codes');
  }
  return answer(but || 'a question that is no known field', isCode(heading.text) ? 0.3 : 0.5);
}
