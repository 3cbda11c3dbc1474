import type { PromptResponse } from '@warren/contracts';

/** The fields in which a member writes sentences. */
export interface Sentences {
  readonly bio: string;
  readonly prompt_responses: readonly PromptResponse[];
  readonly looking_for: readonly string[];
}

/** The texts of these fields, one by one. */
export function sentencesOf({ bio, prompt_responses, looking_for }: Sentences): string[] {
  const answers = prompt_responses.map(({ response }) => response);
  // Wishes as one text too: the model reads them one after the other, and a quote may span two of them.
  return [bio, ...answers, ...looking_for, looking_for.join('\n')];
}
