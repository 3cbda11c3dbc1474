import type { FacetKind, FieldCompletion } from '@warren/contracts';
import { measured } from '../ui/format.ts';

/** Headings of the kinds of facet. */
export const kindNames: Record<FacetKind, string> = {
  skill: 'Skills',
  interest: 'Interests',
  looking_for: 'Wishes',
  trait: 'Traits',
  role: 'Roles',
  location: 'Places',
  theme: 'Themes',
};

const fieldNames: Record<string, string> = {
  bio: 'About themselves',
  urls: 'Links',
  looking_for: 'Looking for',
  all_traits: 'Traits',
  prompt_responses: 'Answers to questions',
};

/** Label of a profile field. */
export function fieldName(field: string): string {
  const text = field.replaceAll('_', ' ');
  return fieldNames[field] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

/** Describes how much members wrote into a field. */
export function fillText({ filled, avg_length, avg_count }: FieldCompletion): string {
  if (filled === 0) {
    return 'nobody yet';
  }
  return avg_length === undefined
    ? `${measured(avg_count ?? 0)} each`
    : `${measured(avg_length)} characters each`;
}
