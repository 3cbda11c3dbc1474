import type { MemberInput } from '@warren/contracts';
import type { SentenceField } from './text-fields.ts';

/** The fields in which a member writes sentences; wishes may be sentences too. */
export type Sentences = Readonly<Pick<MemberInput, SentenceField | 'looking_for'>>;

/** The texts of these fields, one by one. */
export function sentencesOf({ bio, prompt_responses, looking_for }: Sentences): string[] {
  const texts: Record<SentenceField, string[]> = {
    bio: [bio],
    prompt_responses: prompt_responses.map(({ response }) => response),
  };
  // Wishes as one text too: the model reads them one after the other, and a quote may span two of them.
  return [...Object.values(texts).flat(), ...looking_for, looking_for.join('\n')];
}
