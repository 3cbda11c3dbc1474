import { z } from 'zod';
import { passagesOf } from '@warren/messaging';
import type { GoneMembers } from '@warren/messaging';

const Quoted = z.object({ member_id: z.number(), quote: z.string() });
/** A profile as shown to a model; its role is left out, since others have it too. */
const Shown = z.object({
  member_id: z.number(),
  bio: z.string().default(''),
  looking_for: z.string().default(''),
  prompt_responses: z.string().default(''),
});

interface Words {
  readonly own: string[];
  /** Texts of other members: prompts are repeated with everybody's answers. */
  readonly others: string[];
}

/** Passages that these members wrote, found in texts of JSON that models read and wrote. */
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
    // Not JSON: the author of these words is not known.
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
