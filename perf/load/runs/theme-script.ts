import { z } from 'zod';
import { judging, proposing, themeTools } from '@warren/testing';
import type { AnswerTurn, ScriptedRequest } from '@warren/testing';
import { givenData } from '../../measure/given-data.ts';

const Given = z.object({
  members: z.array(z.looseObject({ member: z.int(), bio: z.string().default('') })).default([]),
});

/** Beginnings of the sentences of made-up bios (communities/rich-community.ts) that themes are coded by. */
const carried = [
  'There is a shed behind our house',
  'If you need a hand with something heavy',
  'I keep notebooks of everything that went wrong',
  'I would rather mend a thing than buy it',
  'Most of what I know I learned from neighbours',
];
const themes = Array.from({ length: 20 }, (_, at) => ({
  label: `something to share, ${'abcdefghijklmnopqrst'.charAt(at).repeat(2)}`,
  side: at % 4 === 3 ? ('needs' as const) : ('has' as const),
  definition: 'Says of himself or herself, now, that there is something that others could use or learn.',
  excludes: 'What others have, what was once, and plain praise of the place.',
}));

/** A codebook of twenty themes, and about two codes for each member, each by one sentence of the bio. */
export function themeScript(request: ScriptedRequest): AnswerTurn {
  if (request.body.tool_choice?.name === themeTools.propose) {
    return proposing(themes);
  }
  const { members } = Given.parse(givenData(request));
  return judging(
    members.flatMap(({ member, bio }) =>
      carried.flatMap((beginning, at) => {
        const quote = bio.split(/(?<=\.) /).find((sentence) => sentence.startsWith(beginning));
        return quote === undefined ? [] : [{ member, theme: at + 1, quote }];
      }),
    ),
  );
}
