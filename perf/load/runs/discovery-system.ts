import pg from 'pg';
import { DiscoverReply, ImportReport, Run } from '@warren/contracts';
import { scriptedMessages, startSystem, usualTimes } from '@warren/testing';
import type { AnswerTurn, Script, ScriptedMessages, ScriptedRequest, System } from '@warren/testing';
import { richMembers } from '../communities/rich-community.ts';
import { discoveryScript } from './discovery-script.ts';
import { PromptCache, tokens } from './prompt-cache.ts';

const inOneImport = 5_000;
/** Speed of a current model: time to the first token, and tokens per second. */
const firstByteMs = 1_500;
const tokensPerSecond = 60;

/** One discovery and its times. */
export interface MeasuredDiscovery {
  run: Run;
  requests: ScriptedRequest[];
  wallMs: number;
  /** Time of the model, turn by turn. */
  modelMs: number[];
  /** Time of Warren: until the first request, between requests, and after the last answer. */
  ownMs: number[];
}

/** A whole system on a made-up community, with a scripted model, on servers of its own. */
export interface DiscoverySystem {
  system: System;
  model: ScriptedMessages;
  /** Imports made-up members until there are `members`. */
  growTo(members: number): Promise<void>;
  /**
   * Runs one discovery without saved patterns; `paced` at the speed of a real model, after a change of the community.
   */
  discover(paced: boolean): Promise<MeasuredDiscovery>;
  stop(): Promise<void>;
}

/** Starts the system with Warren's default timeouts, and without members. */
export async function startDiscoverySystem(env: Record<string, string> = {}): Promise<DiscoverySystem> {
  const model = await scriptedMessages([]);
  const system = await startSystem({
    env: {
      ANALYST: 'claude',
      ANTHROPIC_BASE_URL: model.url,
      DISCOVER_WAIT_S: '300',
      ...usualTimes,
      ...env,
    },
  });
  let discoveries = 0;
  const discover: DiscoverySystem['discover'] = async (paced) => {
    const before = model.calls().length;
    const { script, modelMs } = paced ? pacedModel() : { script: discoveryScript, modelMs: [] };
    model.use(script);
    await withoutPatterns(system);
    discoveries += 1;
    if (paced) {
      await importLines(system, [{ ...newcomer, bio: `I came ${discoveries} weeks ago.` }]);
    }
    const from = Date.now();
    const { body } = await system.call('patterns/discover', { method: 'POST' });
    const to = Date.now();
    const { run_id, success, response_text } = DiscoverReply.parse(body);
    if (!success) {
      throw new Error(`the run failed: ${response_text}`);
    }
    const run = Run.parse((await system.call(`discovery-runs/${run_id}`)).body);
    const requests = model.calls().slice(before);
    const arrivals = [...requests.map(({ at }) => at), to];
    const ownMs = arrivals.map((at, turn) =>
      turn === 0 ? at - from : at - (arrivals[turn - 1] ?? 0) - (modelMs[turn - 1] ?? 0),
    );
    return { run, requests, wallMs: to - from, modelMs, ownMs };
  };
  const stop = async (): Promise<void> => {
    await system.stop();
    await model.stop();
  };
  return { system, model, growTo: async (members) => importRich(system, members), discover, stop };
}

/** The script at the speed of a real model, with prompt cache usage; records the model's time turn by turn. */
function pacedModel(): { script: Script; modelMs: number[] } {
  const cache = new PromptCache();
  const modelMs: number[] = [];
  const script = (request: ScriptedRequest): AnswerTurn => {
    const answer = discoveryScript(request);
    const bytes = Buffer.byteLength((answer.text ?? '') + JSON.stringify(answer.tool_uses ?? ''));
    const delay_ms = Math.round(firstByteMs + (tokens(bytes) / tokensPerSecond) * 1_000);
    modelMs.push(delay_ms);
    return { ...answer, delay_ms, usage: cache.usage(request, bytes) };
  };
  return { script, modelMs };
}

/** A member who joins before a run, so that no cached result applies. */
const newcomer = {
  external_id: 'newcomer',
  skills: ['oak carving', 'bread baking'],
  interests: ['river songs'],
};

async function importRich(system: System, count: number): Promise<void> {
  let members: unknown[] = [];
  for (const member of richMembers(count)) {
    members.push(member);
    if (members.length === inOneImport) {
      await importLines(system, members);
      members = [];
    }
  }
  await importLines(system, members);
}

/** Imports members as lines of JSON; @throws where one is rejected */
export async function importLines(system: System, members: readonly unknown[]): Promise<void> {
  const { body } = await system.call('members/import', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: members.map((member) => JSON.stringify(member)).join('\n'),
  });
  const { rejected } = ImportReport.parse(body);
  if (rejected.length > 0) {
    throw new Error(`not imported: ${JSON.stringify(rejected.slice(0, 3))}`);
  }
}

async function withoutPatterns({ databaseUrl }: System): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('truncate pattern_finder.pattern cascade');
  } finally {
    await client.end();
  }
}
