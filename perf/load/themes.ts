import Table from 'cli-table3';
import { z } from 'zod';
import { DiscoverReply, Run, hasEnded } from '@warren/contracts';
import { themeTools, waitFor } from '@warren/testing';
import type { ScriptedRequest } from '@warren/testing';
import { givenData } from '../measure/given-data.ts';
import { printLine } from '../measure/print-results.ts';
import { richMembers } from './communities/rich-community.ts';
import { importLines, startDiscoverySystem } from './runs/discovery-system.ts';
import type { DiscoverySystem } from './runs/discovery-system.ts';
import { firstScript, nightlyScript } from './runs/nightly-script.ts';
import { PromptCache } from './runs/prompt-cache.ts';
import { themeScript } from './runs/theme-script.ts';

/**
 * Tokens and US dollars of coding members' texts: of a first run, which judges everybody, and of a run after 1 % of the
 * members have changed their texts; beside sending every text once in every run.
 *
 *   npm run load:themes -- [sizes 60,300,3000] [sizes that are computed 100000]
 *
 * Tokens are characters ÷ 4. The first conversation is the script of load:analyst, which saves eight patterns, and reads
 * on where its first message stops; the second does what its first message asks for (runs/nightly-script.ts). Both have a
 * prompt cache as the API documents it, which is empty at the start. Sizes that are computed have no system: a recorded
 * request of the largest size that has one is filled with the texts of as many members, batch by batch, as it would be.
 */
const sizes = listOf(process.argv[2] ?? '60,300,3000');
const computed = listOf(process.argv[3] ?? '100000');

/** US dollars a million tokens of input and output of the default model. */
const prices = { input: 3, output: 15 };
/** As the analyst judges: members of a batch, characters of their texts, and characters from which themes are proposed. */
const batch = { members: 20, characters: 24_000 };
const sampledCharacters = 60_000;
/** Share of members who change what they wrote between two runs. */
const changed = 0.01;

/** Tokens of requests and answers. */
interface Tokens {
  readonly calls: number;
  readonly input: number;
  readonly output: number;
}
/** What one run used for coding, and what its conversation cost. */
interface Used {
  readonly coding: Tokens;
  readonly usd: number;
  readonly conversation: Conversation;
}
/** Tokens of the turns and the second reader: new input, input read from the prompt cache, and output. */
interface Conversation {
  readonly usd: number;
  readonly fresh: number;
  readonly cached: number;
  readonly output: number;
}
/** What requests are made of: characters of one without members, and of an answer for each member. */
interface Recorded {
  readonly codebook: number;
  readonly proposed: number;
  readonly fixed: number;
  readonly answered: number;
}

const table = new Table({
  head: [
    'members',
    'run',
    'calls',
    'input',
    'output',
    'coding',
    'conversation',
    'its tokens',
    'coding/first',
    'all/first',
    'every text',
  ],
  style: { head: [], border: [] },
});
let recorded: Recorded | undefined;
let conversations: { first: Conversation; again: Conversation } | undefined;
for (const members of sizes) {
  const discovery = await startDiscoverySystem({
    ...{ THEMES: 'on', MAX_THEME_MEMBERS: '1000000', MAX_COST: 'none', MAX_RUN_INPUT_TOKENS: '1000000000' },
    MAX_RUN_OUTPUT_TOKENS: '1000000000',
  });
  try {
    await discovery.growTo(members);
    const first = await used(discovery, firstScript);
    recorded = recordedIn(discovery.model.themeCalls());
    await importLines(discovery.system, [...changedMembers(members)]);
    const again = await used(discovery, nightlyScript);
    conversations = { first: first.conversation, again: again.conversation };
    addRows(members, first, again);
  } finally {
    await discovery.stop();
  }
}
for (const members of computed) {
  if (recorded === undefined || conversations === undefined) {
    throw new Error('what is computed takes a recorded request: give a size that has a system');
  }
  const lengths = [...richMembers(members)].map(charactersOf);
  const some = lengths.slice(0, changesOf(members));
  addRows(
    members,
    usedBy(computedTokens(lengths, recorded, true), conversations.first),
    usedBy(computedTokens(some, recorded, false), conversations.again),
  );
}
printLine(table.toString());
process.exit(0);

/** Runs a discovery and adds up what it used. */
async function used({ system, model }: DiscoverySystem, script: typeof firstScript): Promise<Used> {
  const before = model.themeCalls().length;
  const cache = new PromptCache();
  model.useThemes(themeScript);
  model.use((request) => {
    const answer = script(request);
    const bytes = Buffer.byteLength((answer.text ?? '') + JSON.stringify(answer.tool_uses ?? ''));
    return { ...answer, usage: cache.usage(request, bytes) };
  });
  const { body } = await system.call('patterns/discover', { method: 'POST' });
  const { run_id } = DiscoverReply.parse(body);
  const run = await endOf(system, run_id);
  const coding = tokensOf(model.themeCalls().slice(before));
  printLine(`run ${run_id}: ${JSON.stringify(run.themes)}, ${run.turns} turns, $${run.spend.cost_usd ?? 0}`);
  const { reading, patterns, rejected, spend } = run;
  printLine(
    `  read ${reading?.read ?? 0} of ${reading?.members ?? 0}, ${patterns.length} saved, ${rejected.length} refused`,
  );
  return usedBy(coding, {
    usd: (spend.cost_usd ?? 0) - usdOf(coding),
    fresh: spend.input_tokens + spend.cache_write_tokens - coding.input,
    cached: spend.cache_read_tokens,
    output: spend.output_tokens - coding.output,
  });
}

async function endOf(system: DiscoverySystem['system'], id: number): Promise<Run> {
  return waitFor(
    async () => {
      const run = Run.parse((await system.call(`discovery-runs/${id}`)).body);
      return hasEnded(run.status) && run;
    },
    { describe: `run ${id} to end`, timeoutMs: 1_800_000, everyMs: 500 },
  );
}

function tokensOf(calls: readonly ScriptedRequest[]): Tokens {
  return {
    calls: calls.length,
    input: calls.reduce((sum, { usage }) => sum + usage.input_tokens, 0),
    output: calls.reduce((sum, { usage }) => sum + usage.output_tokens, 0),
  };
}

function usedBy(coding: Tokens, conversation: Conversation): Used {
  return { coding, usd: usdOf(coding), conversation };
}

function usdOf({ input, output }: Tokens): number {
  return (input * prices.input + output * prices.output) / 1_000_000;
}

/** Takes the sizes of requests and answers from recorded ones. */
function recordedIn(calls: readonly ScriptedRequest[]): Recorded {
  const Given = z.looseObject({
    members: z.array(z.unknown()).default([]),
    texts: z.array(z.unknown()).default([]),
  });
  const sized = calls.map((call) => {
    const { members, texts } = Given.parse(givenData(call));
    // As it stands in the body, where the JSON of the content is a string.
    const written = JSON.stringify(JSON.stringify(members.length > 0 ? members : texts)).length;
    const isCodebook = call.body.tool_choice?.name === themeTools.propose;
    return {
      isCodebook,
      members: members.length,
      fixed: call.text.length - written,
      answer: 4 * call.usage.output_tokens,
    };
  });
  const judged = sized.filter(({ isCodebook }) => !isCodebook);
  const proposed = sized.find(({ isCodebook }) => isCodebook);
  const total = (of: (each: (typeof sized)[number]) => number): number =>
    judged.reduce((sum, each) => sum + of(each), 0);
  return {
    codebook: proposed?.fixed ?? 0,
    proposed: proposed?.answer ?? 0,
    fixed: total(({ fixed }) => fixed) / Math.max(1, judged.length),
    answered:
      total(({ answer }) => answer) /
      Math.max(
        1,
        total(({ members }) => members),
      ),
  };
}

/** Tokens of the calls that judge members with texts of these lengths, batch by batch, after a codebook or without. */
function computedTokens(lengths: readonly number[], of: Recorded, withCodebook: boolean): Tokens {
  let calls = 0;
  let [taken, used] = [batch.members, 0];
  for (const length of lengths) {
    if (taken === batch.members || used + length > batch.characters) {
      calls += 1;
      [taken, used] = [0, 0];
    }
    taken += 1;
    used += length;
  }
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const codebook = withCodebook ? of.codebook + Math.min(sampledCharacters, all) : 0;
  return {
    calls: calls + (withCodebook ? 1 : 0),
    input: Math.ceil((calls * of.fixed + all + codebook) / 4),
    output: Math.ceil((lengths.length * of.answered + (withCodebook ? of.proposed : 0)) / 4),
  };
}

function addRows(members: number, first: Used, again: Used): void {
  const everyText = [...richMembers(members)].reduce((sum, member) => sum + charactersOf(member), 0) / 4;
  for (const [name, one] of Object.entries({ first, '1 % changed': again })) {
    const { usd, fresh, cached, output } = one.conversation;
    table.push([
      members,
      name,
      one.coding.calls,
      one.coding.input,
      one.coding.output,
      `$${one.usd.toFixed(3)}`,
      `$${usd.toFixed(3)}`,
      `${fresh} + ${cached} cached, ${output} out`,
      (one.usd / first.usd).toFixed(3),
      ((one.usd + usd) / (first.usd + first.conversation.usd)).toFixed(3),
      `${Math.round(everyText)} ($${((everyText * prices.input) / 1_000_000).toFixed(3)})`,
    ]);
  }
}

type RichMember = ReturnType<typeof richMembers> extends Iterable<infer M> ? M : never;

/** Characters of what a member wrote, as the JSON of a request has it. */
function charactersOf({ bio = '', looking_for = [], prompt_responses = [] }: RichMember): number {
  const answers = prompt_responses.map(({ prompt, response }) => `${prompt}\n${response}`).join('\n\n');
  const given = { member: 1, bio, looking_for: looking_for.join('\n'), prompt_responses: answers };
  return JSON.stringify(JSON.stringify(given)).length;
}

function* changedMembers(members: number): Iterable<RichMember> {
  let left = changesOf(members);
  for (const member of richMembers(members)) {
    if (left === 0) {
      return;
    }
    left -= 1;
    yield { ...member, bio: `${member.bio ?? ''} Of late I have more time for it.` };
  }
}

function changesOf(members: number): number {
  return Math.max(1, Math.round(members * changed));
}

function listOf(text: string): number[] {
  return text
    .split(',')
    .map(Number)
    .filter((number) => number > 0);
}
