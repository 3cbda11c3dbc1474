import type { PromptResponse, QuotableField } from '@warren/contracts';
import { shortened } from '../privacy/pseudonymise.ts';

/** The texts of a member that an analyst may read. */
export interface ProfileTexts {
  role: string;
  bio: string;
  looking_for: string[];
  prompt_responses: PromptResponse[];
}

/** What an analyst is shown of a member's texts, and the pieces of each field that are the member's own words. */
export interface ShownProfile {
  role: string;
  texts: Record<QuotableField, string>;
  quotable: Record<QuotableField, string[]>;
}

/** Characters shown of each text. */
const longest = { role: 150, bio: 3_000, looking_for: 1_000, prompt_responses: 3_000, prompt: 200 };
/** Characters looked at; of a text cut here the end is not shown, where half an address may stand. */
const longestRead = 8_000;
const doubtful = 100;

/** All that is read of a member: what to look for names in. */
export function textsOf({ role, bio, looking_for, prompt_responses }: ProfileTexts): string[] {
  const prompts = prompt_responses.flatMap(({ prompt, response }) => [prompt, response]);
  return [role, bio, looking_for.join('\n'), ...prompts].map((text) => text.slice(0, longestRead));
}

/** A member's texts as shown: `scrub` takes names and contacts out, then each is cut to its length. */
export function showProfile(member: ProfileTexts, scrub: (text: string) => string): ShownProfile {
  const show = (text: string, most: number): string => {
    const whole = text.length <= longestRead;
    const scrubbed = scrub(text.slice(0, longestRead));
    return shortened(whole ? scrubbed : scrubbed.slice(0, -doubtful), most);
  };
  const bio = show(member.bio, longest.bio);
  const wishes = show(member.looking_for.join('\n'), longest.looking_for);
  const answers: { prompt: string; response: string }[] = [];
  let left = longest.prompt_responses;
  for (const { prompt, response } of member.prompt_responses) {
    if (left <= longest.prompt) {
      break;
    }
    const answer = { prompt: show(prompt, longest.prompt), response: show(response, left - longest.prompt) };
    answers.push(answer);
    left -= answer.prompt.length + answer.response.length + 2;
  }
  const responses = answers.map(({ response }) => response);
  return {
    role: show(member.role, longest.role),
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
