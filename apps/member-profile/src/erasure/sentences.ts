import type { PromptResponse } from '@warren/contracts';

/** What a member says in sentences. */
export interface Sentences {
  readonly bio: string;
  readonly prompt_responses: readonly PromptResponse[];
  readonly looking_for: readonly string[];
}

/** These sentences, one by one. */
export function sentencesOf({ bio, prompt_responses, looking_for }: Sentences): string[] {
  const answers = prompt_responses.map(({ response }) => response);
  // As one text too: the model is shown wishes one after the other, and a quote may go over from one to the next.
  return [bio, ...answers, ...looking_for, looking_for.join('\n')];
}
