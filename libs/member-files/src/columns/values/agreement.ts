import { Consent } from '@warren/contracts';
import { consentsIn } from '../../cells/consents.ts';
import type { Topic } from '../vocabulary/vocabulary.ts';
import type { SampleFacts } from './sample-facts.ts';

/** Names what the values of a column are, where they are all of one kind that says no trait; undefined otherwise. */
export function plainKind(facts: SampleFacts): string | undefined {
  if (facts.objects > facts.filled / 2) {
    return 'objects';
  }
  if (facts.lists > 0) {
    return undefined;
  }
  if (facts.share('yes or no') >= 0.9) {
    return 'yes and no';
  }
  if (facts.share('date') >= 0.8) {
    return 'dates or times';
  }
  if (facts.share('email') >= 0.6) {
    return 'e-mail addresses';
  }
  if (facts.share('number') >= 0.8) {
    return 'numbers';
  }
  if (facts.share('phone') >= 0.8) {
    return 'telephone numbers';
  }
  if (facts.share('scale') >= 0.9) {
    return 'steps of a scale';
  }
  return facts.share('url') >= 0.8 ? 'web addresses' : undefined;
}

/** Returns whether most values are sentences that people wrote: long options of a form come again and again. */
export function isProse(facts: SampleFacts): boolean {
  return facts.lists === 0 && facts.share('sentence') >= 0.6 && facts.counts.size >= 0.4 * facts.filled;
}

/** Returns whether values answer a question for consent: yes, no, or one or two statements. */
export function answersConsent(facts: SampleFacts): boolean {
  if (facts.filled === 0 || facts.share('consent') >= 0.8) {
    return true;
  }
  return (
    facts.counts.size <= 2 &&
    facts.objects === 0 &&
    facts.share('number') === 0 &&
    facts.share('list') < 0.5 &&
    facts.rows > 2
  );
}

const lists: ReadonlySet<Topic> = new Set<Topic>([
  'skills',
  'interests',
  'looking_for',
  'roles',
  'all_traits',
]);
const texts: ReadonlySet<Topic> = new Set<Topic>(['role', 'title', 'company', 'location', 'country']);
const names: ReadonlySet<Topic> = new Set<Topic>([
  'full_name',
  'first_name',
  'last_name',
  'display_name',
  'nickname',
]);

/** Says why values cannot be what a heading says; undefined if they can, as when there are none. */
export function disagreement(topic: Topic, facts: SampleFacts): string | undefined {
  if (facts.filled === 0) {
    return undefined;
  }
  const kind = plainKind(facts);
  const others = kind === undefined ? undefined : `its values are ${kind}`;
  if (lists.has(topic)) {
    return kind === 'objects' && facts.counts.size > 0 ? undefined : others;
  }
  if (texts.has(topic)) {
    return facts.lists > facts.filled / 2 ? undefined : others;
  }
  if (names.has(topic)) {
    return kind === 'steps of a scale' ? undefined : others;
  }
  switch (topic) {
    case 'email':
      return facts.share('email') < 0.3 ? 'its values are no e-mail addresses' : undefined;
    case 'website':
    case 'urls':
    case 'url':
      return facts.share('url') < 0.3 && facts.objects === 0 ? 'its values are no web addresses' : undefined;
    case 'bio':
      return others;
    case 'membership_status':
      return facts.share('status') < 0.5 ? 'its values are no known statuses' : undefined;
    case 'bot':
    case 'departed':
      return facts.share('yes or no') < 0.8 ? 'its values are not yes and no' : undefined;
    case 'member_id':
    case 'person_id':
      return facts.share('full name') >= 0.6 ? 'its values are names' : undefined;
    case 'other_id':
      return facts.share('list') >= 0.3 ||
        isProse(facts) ||
        (facts.counts.size === 1 && facts.share('code') === 0)
        ? 'its values are no ids'
        : undefined;
    case 'technical':
      return isProse(facts) ? 'its values are sentences' : undefined;
    case 'present':
      return facts.share('yes or no') < 0.8 && facts.share('status') < 0.5
        ? 'its values are not yes and no'
        : undefined;
    case 'consents':
      return facts.share('yes or no') >= 0.8 && !namesConsents([...facts.counts.keys()])
        ? 'its values are yes and no'
        : undefined;
    case 'is_public':
    case 'opt_out':
    case 'other_consent':
      return answersConsent(facts) ? undefined : 'its values are not yes and no';
    case 'level':
      return isProse(facts)
        ? 'its values are sentences'
        : kind === 'objects' || kind === 'yes and no'
          ? others
          : undefined;
    default:
      return undefined;
  }
}

/** Returns whether some of the values name a consent, or all say that there is none. */
function namesConsents(values: readonly string[]): boolean {
  const entries = values.map((value) => consentsIn(value));
  return (
    entries.every((of) => of.includes('none')) ||
    entries.some((of) => Consent.options.some((consent) => of.includes(consent)))
  );
}
