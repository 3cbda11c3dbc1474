import type { PromptResponse, QuotableField } from '@warren/contracts';
import type { SensitiveWords } from '@warren/facets';
import { truncate } from '../privacy/pseudonymise.ts';

/** The texts of a member that an analyst may read. */
export interface ProfileTexts {
  role: string;
  bio: string;
  looking_for: string[];
  prompt_responses: PromptResponse[];
}

/** A member's texts as shown to an analyst, and the parts of each field that are the member's own words. */
export interface ShownProfile {
  role: string;
  texts: Record<QuotableField, string>;
  quotable: Record<QuotableField, string[]>;
}

/** Maximum number of characters shown of each text. */
const maxShown = { role: 150, bio: 3_000, looking_for: 1_000, prompt_responses: 3_000, prompt: 200 };
/** Characters read of a text; the end of a text cut here is not shown, since it may hold half an address. */
const maxRead = 8_000;
const hiddenTail = 100;

/** All texts of a member in which to look for names. */
export function textsOf({ role, bio, looking_for, prompt_responses }: ProfileTexts): string[] {
  const prompts = prompt_responses.flatMap(({ prompt, response }) => [prompt, response]);
  return [role, bio, looking_for.join('\n'), ...prompts].map((text) => text.slice(0, maxRead));
}

/** A member without sensitive sentences; an answer goes with a question that is sensitive. */
export function withoutSensitive<M extends ProfileTexts>(member: M, words: SensitiveWords): M {
  return {
    ...member,
    role: words.removeFrom(member.role),
    bio: words.removeFrom(member.bio),
    looking_for: member.looking_for.map((wish) => words.removeFrom(wish)).filter((wish) => wish !== ''),
    prompt_responses: member.prompt_responses
      .filter(({ prompt }) => words.in(prompt).length === 0)
      .map(({ prompt, response }) => ({ prompt, response: words.removeFrom(response) }))
      .filter(({ response }) => response !== ''),
  };
}

/** Prepares a member's texts for display: `redact` removes names and contacts, then each is truncated. */
export function showProfile(member: ProfileTexts, redact: (text: string) => string): ShownProfile {
  const show = (text: string, maxLength: number): string => {
    const whole = text.length <= maxRead;
    const redacted = redact(text.slice(0, maxRead));
    return truncate(whole ? redacted : redacted.slice(0, -hiddenTail), maxLength);
  };
  const bio = show(member.bio, maxShown.bio);
  const wishes = show(member.looking_for.join('\n'), maxShown.looking_for);
  const answers: { prompt: string; response: string }[] = [];
  let left = maxShown.prompt_responses;
  for (const { prompt, response } of member.prompt_responses) {
    if (left <= maxShown.prompt) {
      break;
    }
    const answer = {
      prompt: show(prompt, maxShown.prompt),
      response: show(response, left - maxShown.prompt),
    };
    answers.push(answer);
    left -= answer.prompt.length + answer.response.length + 2;
  }
  const responses = answers.map(({ response }) => response);
  return {
    role: show(member.role, maxShown.role),
    texts: {
      bio,
      looking_for: wishes,
      prompt_responses: answers
        .map(({ prompt, response }) => [prompt, response].filter((text) => text !== '').join('\n'))
        .join('\n\n'),
    },
    quotable: { bio: [bio], looking_for: [wishes], prompt_responses: responses },
  };
}
