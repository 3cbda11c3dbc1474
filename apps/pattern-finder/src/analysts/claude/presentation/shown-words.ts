import { z } from 'zod';
import type { MemberWords } from '../../../holding/singled-out.ts';
import type { Turn } from '../conversation.ts';

/** Profiles as the model was shown them. */
const Profiles = z.looseObject({
  profiles: z.array(
    z.looseObject({
      member_id: z.int(),
      role: z.string(),
      bio: z.string(),
      looking_for: z.string(),
      prompt_responses: z.string(),
      facets: z.array(z.string()),
    }),
  ),
});

/** What members wrote whose profiles are in the tool results of these turns. */
export function shownWords(turns: readonly Turn[]): MemberWords[] {
  return turns.flatMap(({ results }) =>
    (results ?? []).flatMap(({ content, is_error }) => {
      if (is_error === true || typeof content !== 'string') {
        return [];
      }
      const shown = Profiles.safeParse(JSON.parse(content)).data;
      return (shown?.profiles ?? []).map(({ member_id, role, facets, ...said }) => ({
        memberId: member_id,
        texts: [
          role,
          said.bio,
          said.looking_for,
          said.prompt_responses,
          ...facets.map((key) => key.slice(key.indexOf(':') + 1)),
        ],
      }));
    }),
  );
}
