import { passagesOf } from '@warren/messaging';
import type { GoneMembers } from '@warren/messaging';
import { z } from 'zod';

const Quoted = z.object({ member_id: z.number(), quote: z.string() });
/** A profile as a model is shown it; its role is left out, which others have too. */
const Shown = z.object({
  member_id: z.number(),
  bio: z.string(),
  looking_for: z.string(),
  prompt_responses: z.string(),
});

interface Words {
  readonly own: string[];
  /** What others were shown with: prompts stand beside the answers of everybody. */
  readonly others: string[];
}

/** Passages of the words of these members that stand in the texts, JSON as models read and write it. */
export function ownPassages(texts: readonly string[], gone: GoneMembers): string[] {
  const words: Words = { own: [], others: [] };
  for (const text of texts) {
    collectFrom(text, gone, words);
  }
  const others = new Set(passagesOf(words.others));
  return passagesOf(words.own).filter((passage) => !others.has(passage));
}

function collectFrom(text: string, gone: GoneMembers, words: Words): void {
  if (!/^\s*[[{]/.test(text)) {
    return;
  }
  try {
    collect(JSON.parse(text), gone, words);
  } catch {
    // Not JSON: whose words these are cannot be told.
  }
}

function collect(value: unknown, gone: GoneMembers, words: Words): void {
  if (typeof value === 'string') {
    collectFrom(value, gone, words);
    return;
  }
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const quoted = Quoted.safeParse(value).data;
  if (quoted !== undefined && gone.has(quoted.member_id)) {
    words.own.push(quoted.quote);
  }
  const shown = Shown.safeParse(value).data;
  if (shown !== undefined) {
    const { bio, looking_for, prompt_responses } = shown;
    (gone.has(shown.member_id) ? words.own : words.others).push(bio, looking_for, prompt_responses);
  }
  Object.values(value).forEach((item) => collect(item, gone, words));
}
