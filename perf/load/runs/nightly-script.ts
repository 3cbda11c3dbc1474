import { z } from 'zod';
import type { AnswerTurn, ScriptedRequest, ToolUse } from '@warren/testing';
import { analysisIn, discoveryScript, ownIdeas, save } from './discovery-script.ts';

/** Pages of read_profiles that a run reads at most in its first turn, and members who fit into one. */
const mostPages = 4;
const inPage = 35;

/** The part of a first message that the scripts read. */
const Opening = z.looseObject({
  coverage: z.string().default(''),
  profiles: z.array(z.looseObject({ member_id: z.int() })).default([]),
  patterns: z.array(z.looseObject({ rule: z.unknown() })).default([]),
  candidates: z.array(z.looseObject({ id: z.string(), category: z.string() })).default([]),
});
type Opening = z.infer<typeof Opening>;

/** Saves of a nightly run, with texts that are true of any pattern. */
const names = ['Those who came along of late', 'A second look at who belongs together'];

/** The conversation of a first run: that of `discoveryScript`, which also reads on where its first message stops. */
export function firstScript(request: ScriptedRequest): AnswerTurn {
  const answer = discoveryScript(request);
  return request.turn === 0
    ? { ...answer, tool_uses: [...(answer.tool_uses ?? []), ...readingOn(openingOf(request))] }
    : answer;
}

/**
 * The conversation of a later run, as its first message asks for it. Told that little is new: it looks at the profiles of
 * those who wrote something new, evaluates an idea of its own, saves the first candidate that has changed, if one has, and
 * ends. Else, as long as there is much to be read, it does as in a first run, and saves two.
 */
export function nightlyScript(request: ScriptedRequest): AnswerTurn {
  const { turn } = request;
  const opening = openingOf(request);
  if (!JSON.stringify(request.body.messages[0]).includes('So little is new')) {
    return longScript(request, opening);
  }
  if (turn === 0) {
    const rule = opening.patterns.find((pattern) => pattern.rule !== undefined)?.rule;
    return {
      text: 'I look at who wrote something new, with what they list, and whether it changes what was found.',
      tool_uses: [
        {
          name: 'get_member_profiles',
          input: { member_ids: opening.profiles.slice(0, 25).map(({ member_id }) => member_id) },
        },
        ...(rule === undefined ? [] : [{ name: 'evaluate_rule', input: { rule } }]),
      ],
    };
  }
  const [changed] = opening.candidates;
  return turn === 1 && changed !== undefined
    ? { text: 'This one has changed, and is worth an introduction.', tool_uses: [save(changed, names[0])] }
    : { text: closing };
}

function longScript(request: ScriptedRequest, opening: Opening): AnswerTurn {
  const { turn } = request;
  if (turn === 0) {
    return {
      text: 'I look at the whole first, and read on where the reading has stopped.',
      tool_uses: [{ name: 'get_community_profile_analysis', input: {} }, ...readingOn(opening)],
    };
  }
  const analysis = analysisIn(request);
  if (turn === 1) {
    return ownIdeas(analysis);
  }
  const name = names[turn - 2];
  const candidate = analysis.candidates.at(-turn);
  return name === undefined || candidate === undefined
    ? { text: closing }
    : { text: 'This one is worth an introduction.', tool_uses: [save(candidate, name)] };
}

/** Reads what the first message has not, up to the most pages. */
function readingOn({ coverage }: Opening): ToolUse[] {
  const [read = 0, members = 0] = (coverage.match(/\d+/g) ?? []).map(Number);
  const pages = Math.min(mostPages, Math.ceil((members - read) / inPage));
  return Array.from({ length: pages }, () => ({ name: 'read_profiles', input: { limit: 50 } }));
}

/** The data of the first message. */
function openingOf({ body }: ScriptedRequest): Opening {
  const content = body.messages[0]?.content;
  const text = Array.isArray(content) ? content.at(-1)?.text : undefined;
  return Opening.parse(text?.startsWith('{') === true ? JSON.parse(text) : {});
}

const closing =
  'I looked at what is new and at whom it concerns. The patterns of earlier runs stand as they were told; what changed in ' +
  'them is counted already, and nothing that was written since asks for another introduction.';
