import { z } from 'zod';
import type { MemberWords } from '../../../holding/singled-out.ts';

/** Profile as the model was shown it: a text that its member left empty may be absent. */
const Profile = z.looseObject({
  member_id: z.int(),
  role: z.string().default(''),
  bio: z.string().default(''),
  looking_for: z.string().default(''),
  prompt_responses: z.string().default(''),
  facets: z.array(z.string()).default([]),
});

/** A sentence as the model found it, or something else that a tool finds and no member wrote. */
const Found = z.union([
  z.looseObject({ member_id: z.int(), quote: z.string() }),
  z.looseObject({ member_id: z.undefined().optional() }),
]);

/** A saved pattern that the model was told of, with its quotes. */
const Told = z.looseObject({
  quotes: z.array(z.looseObject({ member_id: z.int(), quote: z.string() })).default([]),
});

/** What the model was shown; members' words are in three keys of it. */
const Shown = z.looseObject({
  patterns: z.array(Told).default([]),
  profiles: z.array(Profile).default([]),
  found: z.array(Found).default([]),
});

/**
 * What members wrote whose words the model was shown.
 * @throws Error if something shown cannot be read: the words in it would be taken for nobody's
 */
export function shownWords(data: readonly unknown[]): MemberWords[] {
  return data.map(read).flatMap(({ profiles, found, patterns }) => [
    ...profiles.map(({ member_id, role, facets, ...said }) => ({
      memberId: member_id,
      texts: [
        role,
        said.bio,
        said.looking_for,
        said.prompt_responses,
        ...facets.map((key) => key.slice(key.indexOf(':') + 1)),
      ],
    })),
    ...found.flatMap(({ member_id, quote }) =>
      member_id === undefined ? [] : [{ memberId: member_id, texts: [quote] }],
    ),
    ...patterns.flatMap(({ quotes }) =>
      quotes.map(({ member_id, quote }) => ({ memberId: member_id, texts: [quote] })),
    ),
  ]);
}

function read(value: unknown): z.infer<typeof Shown> {
  const shown = Shown.safeParse(value);
  if (!shown.success) {
    // No ZodError, which a tool call answers to the model.
    throw new Error('What members wrote cannot be read from what was shown.', { cause: shown.error });
  }
  return shown.data;
}
