import { z } from 'zod';
import type { MemberWords } from '../../../holding/singled-out.ts';
import type { Turn } from '../conversation.ts';
import { ModelProfile } from './model-profiles.ts';

/** Result of any tool; profiles are in those of one. */
const Result = z.looseObject({ profiles: z.array(ModelProfile).default([]) });

/**
 * What members wrote whose profiles are in the tool results of these turns.
 * @throws Error if a result cannot be read: the words in it would be taken for nobody's
 */
export function shownWords(turns: readonly Turn[]): MemberWords[] {
  return turns.flatMap(({ results }) =>
    (results ?? []).flatMap(({ content, is_error }) =>
      is_error === true
        ? []
        : profilesIn(content).map(({ member_id, role, facets, ...said }) => ({
            memberId: member_id,
            texts: [
              role,
              said.bio,
              said.looking_for,
              said.prompt_responses,
              ...facets.map((key) => key.slice(key.indexOf(':') + 1)),
            ],
          })),
    ),
  );
}

function profilesIn(content: unknown): ModelProfile[] {
  try {
    return Result.parse(JSON.parse(z.string().parse(content))).profiles;
  } catch (error) {
    // No ZodError, which a tool call answers to the model.
    throw new Error('What members wrote cannot be read from a tool result.', { cause: error });
  }
}
