import { z } from 'zod';
import { Rule, facetsOfRule } from '@warren/contracts';
import type { Quote } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import type { AnswerTurn, Script, ScriptedRequest, ToolUse } from '@warren/testing';
import { analyse, candidatesIn, profilesIn, resultOf } from '../scripted-system.ts';
import type { RunOutcome, ScriptedSystem, ShownCandidate } from '../scripted-system.ts';
import { all } from './script.ts';
import type { HonestRun, HonestSave, Source } from './script.ts';

const Listed = z.looseObject({
  patterns: z.array(z.looseObject({ pattern_id: z.int(), name: z.string() })),
});
const fields = ['bio', 'looking_for', 'prompt_responses'] as const;

/** Finds a rule that selects the members who wrote a quote. */
export type AuthorsOf = (quote: string) => Rule;

/** Runs a scenario: the earlier run if it has one, then its own. */
export async function runScenario(
  scripted: ScriptedSystem,
  run: HonestRun,
  authorsOf: AuthorsOf,
): Promise<RunOutcome> {
  const { before, focus } = run;
  if (before !== undefined) {
    const earlier = await scripted.runScript(analystScript({ title: run.title, saves: [before] }, authorsOf));
    if (earlier.rejected.length > 0) {
      return earlier;
    }
  }
  return scripted.runScript(analystScript(run, authorsOf), {
    keep: before !== undefined,
    ...(focus === undefined ? {} : { focus }),
  });
}

/** A model that evaluates, reads, saves, corrects rejected saves and sums up. */
function analystScript(run: HonestRun, authorsOf: AuthorsOf): Script {
  const preparation = preparationOf(run, authorsOf);
  let candidates: ShownCandidate[] = [];
  let sent: { save: HonestSave; use: ToolUse }[] = [];
  const saving = (request: ScriptedRequest): AnswerTurn => {
    sent = run.saves.map((save) => ({ save, use: call(save, request, candidates) }));
    return { tool_uses: sent.map(({ use }) => use) };
  };
  const correcting = (request: ScriptedRequest): AnswerTurn => {
    sent = sent.flatMap(({ save, use }, position) => {
      const isRejected = typeof resultOf(request, position) === 'string';
      const { corrected, ...words } = save.words;
      return isRejected && corrected !== undefined
        ? [
            {
              save: { ...save, words },
              use: { ...use, input: { ...(typeof use.input === 'string' ? {} : use.input), ...corrected } },
            },
          ]
        : [];
    });
    return sent.length === 0 ? summary : { tool_uses: sent.map(({ use }) => use) };
  };
  const answerByTurn = byTurn([
    { text: 'I begin with the analysis.', tool_uses: [analyse] },
    (request) => {
      candidates = candidatesIn(request);
      return preparation.length === 0 ? saving(request) : { tool_uses: preparation };
    },
    (request) => (preparation.length === 0 ? correcting(request) : saving(request)),
    (request) => (preparation.length === 0 ? summary : correcting(request)),
    summary,
  ]);
  return async (request) => {
    try {
      return await answerByTurn(request);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'the script failed';
      return { status: 400, body: { type: 'error', error: { type: 'invalid_request_error', message } } };
    }
  };
}

const summary: AnswerTurn = { text: 'These are worth an evening each.' };

/** Tool calls before the saves. */
function preparationOf({ saves, evaluates, reads }: HonestRun, authorsOf: AuthorsOf): ToolUse[] {
  const sources = saves.map(({ source }) => source);
  return [
    ...(sources.some(({ update }) => update !== undefined) ? [{ name: 'list_patterns', input: {} }] : []),
    ...sources.flatMap(({ quotes = [] }) =>
      quotes.map((quote) => ({ name: 'get_member_profiles', input: { rule: authorsOf(quote), limit: 25 } })),
    ),
    ...(evaluates === true ? sources : []).flatMap(({ rule }) =>
      rule === undefined ? [] : [{ name: 'evaluate_rule', input: { rule } }],
    ),
    ...(reads === undefined ? [] : [{ name: 'get_member_profiles', input: { rule: all(...reads) } }]),
  ];
}

/** What a candidate is shown as. */
type Kind = Pick<HonestSave, 'category' | 'basis'>;

function call(
  { source, category, basis, words }: HonestSave,
  request: ScriptedRequest,
  candidates: readonly ShownCandidate[],
): ToolUse {
  const { corrected: _corrected, ...text } = words;
  return {
    name: 'save_pattern',
    input: { ...text, category, ...inputOf(source, { category, basis }, request, candidates) },
  };
}

function inputOf(
  { candidate, rule, quotes, update }: Source,
  kind: Kind,
  request: ScriptedRequest,
  candidates: readonly ShownCandidate[],
): Record<string, unknown> {
  return {
    ...(update === undefined ? {} : { pattern_id: idOf(update, request) }),
    ...(candidate === undefined ? {} : { candidate_id: candidateWith(candidate, kind, candidates).id }),
    ...(rule === undefined ? {} : { rule }),
    ...(quotes === undefined ? {} : { quotes: quotes.map((quote) => quoteFrom(quote, request)) }),
  };
}

function candidateWith(
  keys: readonly string[],
  { category, basis }: Kind,
  candidates: readonly ShownCandidate[],
): ShownCandidate {
  const found = candidates.find((candidate) => {
    const carried = facetsOfRule(Rule.parse(candidate.rule));
    const isOfKind = candidate.category === category && candidate.basis === basis;
    return isOfKind && keys.every((key) => carried.includes(key));
  });
  if (found === undefined) {
    throw new Error(`no candidate is shown with ${keys.join(', ')}`);
  }
  return found;
}

function idOf(name: string, request: ScriptedRequest): number {
  const found = resultsIn(request, Listed)
    .flatMap(({ patterns }) => patterns)
    .find((pattern) => pattern.name === name);
  if (found === undefined) {
    throw new Error(`no pattern is called ${name}`);
  }
  return found.pattern_id;
}

function quoteFrom(quote: string, request: ScriptedRequest): Quote {
  for (const profile of profilesIn(request).values()) {
    const field = fields.find((each) => profile[each].includes(quote));
    if (field !== undefined) {
      return { member_id: profile.member_id, field, quote };
    }
  }
  throw new Error(`no profile contains "${quote}"`);
}

/** Every tool result in the last message that has the shape. */
function resultsIn<T extends z.ZodType>(request: ScriptedRequest, shape: T): z.output<T>[] {
  const content = request.body.messages.at(-1)?.content;
  const places = Array.isArray(content) ? content.map((_, place) => place) : [];
  return places.flatMap((place) => {
    const { data, success } = shape.safeParse(resultOf(request, place));
    return success ? [data] : [];
  });
}
