import type { FacetKind, FieldCompletion } from '@warren/contracts';
import { measured } from '../ui/format.ts';

/** The kinds of facet that the page names, as headings do. */
export const kindNames: Record<FacetKind, string> = {
  skill: 'Skills',
  interest: 'Interests',
  looking_for: 'Wishes',
  trait: 'Traits',
  role: 'Roles',
  location: 'Places',
};

const fieldNames: Record<string, string> = {
  bio: 'About themselves',
  urls: 'Links',
  looking_for: 'Looking for',
  all_traits: 'Traits',
  prompt_responses: 'Answers to questions',
};

/** What a field of a profile is called. */
export function fieldName(field: string): string {
  const words = field.replaceAll('_', ' ');
  return fieldNames[field] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** How much those who filled a field wrote. */
export function fillWords({ filled, avg_length, avg_count }: FieldCompletion): string {
  if (filled === 0) {
    return 'nobody yet';
  }
  return avg_length === undefined
    ? `${measured(avg_count ?? 0)} each`
    : `${measured(avg_length)} characters each`;
}
