import type Anthropic from '@anthropic-ai/sdk';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ErasureEpoch } from '../../run-state/erasure-epoch.ts';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { retryWhileDatabaseDown } from '../../run-state/retry-while-database-down.ts';
import { RunToolResultRow, RunTurnRow } from '../../run-state/run-turn.entity.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { redactor } from '../../run-state/redact.ts';
import { forgetMembers, wordsOfMembers } from '@warren/messaging';
import type { GoneMembers, Redact } from '@warren/messaging';
import { correctDay } from './day-spend.ts';
import { tokensOf } from './model/message.ts';
import { releaseReservation } from './spend-reservations.ts';
import type { Reserved } from './spend-reservations.ts';
import { costOf } from '../../run-state/prices.ts';
import type { Prices } from '../../run-state/prices.ts';
import { getAnalysis } from './tools/get-analysis.tool.ts';
import { wholeTexts } from './model/whole-texts.ts';

/**
 * Where the prompt cache may begin anew, besides the instructions and the moving end: after the first analysis, which is
 * the longest of all results. Only after the first: the API takes four such places in a request, and no more.
 */
const cached = { cache_control: { type: 'ephemeral' } } as const;

/** A finished turn: the model's message and, once all its tools have run, the blocks that answered them. */
export interface Turn {
  readonly turn: number;
  readonly message: Anthropic.Message;
  readonly results: Anthropic.ToolResultBlockParam[] | null;
}

/** The turns of a run so far, in order, as they were after so many erasures of members. */
export interface Transcript {
  readonly turns: Turn[];
  readonly epoch: number;
}

/** What the conversation of a run has come to, kept turn by turn so that none is paid for twice. */
@Injectable()
export class Conversation {
  constructor(
    private readonly em: EntityManager,
    private readonly claims: Claims,
    private readonly erasures: ErasureEpoch,
  ) {}

  /** The turns of a run so far, in order, and how many erasures they have gone through. */
  async read(runId: number): Promise<Transcript> {
    const epoch = await this.erasures.epoch();
    return { turns: await this.turns(runId), epoch };
  }

  /** Whether members were erased since: what was read then may still have them. */
  async isOutdated(epoch: number): Promise<boolean> {
    return (await this.erasures.epoch()) !== epoch;
  }

  private async turns(runId: number): Promise<Turn[]> {
    const rows = await this.em.fork().find(RunTurnRow, { runId }, { orderBy: { turn: 'asc' } });
    return rows.map(readTurn);
  }

  /**
   * Keeps a response before any of its tools runs, and adds what it cost to the run in place of its reserve. It is paid
   * for: an outage of the database is waited out, and the run may have been cancelled meanwhile.
   */
  async keepTurn(
    claim: Claim,
    talk: Transcript,
    message: Anthropic.Message,
    bill: { prices: Prices | null; reserve: Reserved },
  ): Promise<{ run: RunRow; kept: Anthropic.Message }> {
    return retryWhileDatabaseDown(() =>
      this.claims.guarded(claim, async (em, run) => {
        const kept = await this.withoutErased(em, talk, message);
        // The answer to the commit may be all that was lost: nobody else writes under this claim.
        if (run.turns === talk.turns.length) {
          addTurn(em, run, kept);
          await addBill(em, run, message, bill);
        }
        return { run, kept };
      }),
    );
  }

  /** A message about a conversation from which members were erased meanwhile, without them and what they had said. */
  private async withoutErased(
    em: EntityManager,
    { turns, epoch }: Transcript,
    message: Anthropic.Message,
  ): Promise<Anthropic.Message> {
    const gone = await this.erasures.since(em, epoch);
    if (gone === undefined) {
      return message;
    }
    const said = turns.flatMap((turn) => wordsOfMembers(JSON.stringify([turn.message, turn.results]), gone));
    const shown = redactor(said);
    return forgotten(message, gone, (text) => gone.redact(shown(text)));
  }

  /** The positions of those calls of a turn that have a result. */
  async answered(runId: number, turn: number): Promise<ReadonlySet<number>> {
    const rows = await this.em.fork().find(RunToolResultRow, { runId, turn }, { fields: ['position'] });
    return new Set(rows.map(({ position }) => position));
  }

  /** Closes a turn: the blocks that answer its tools, as text, so that a later request repeats them byte for byte. */
  async close(claim: Claim, turn: number): Promise<Anthropic.ToolResultBlockParam[]> {
    return this.claims.unlessCancelled(claim, async (em, run) => {
      // No erasure comes between reading the results and writing them together.
      await this.erasures.duringRun(em, null);
      const results = await em.find(
        RunToolResultRow,
        { runId: run.id, turn },
        { orderBy: { position: 'asc' } },
      );
      const blocks = results.map(toBlock);
      const row = await em.findOneOrFail(RunTurnRow, { runId: run.id, turn });
      row.results = JSON.stringify(blocks);
      return blocks;
    });
  }
}

async function addBill(
  em: EntityManager,
  run: RunRow,
  message: Anthropic.Message,
  { prices, reserve }: { prices: Prices | null; reserve: Reserved },
): Promise<void> {
  const tokens = tokensOf(message);
  releaseReservation(run, reserve);
  run.inputTokens += tokens.input_tokens;
  run.outputTokens += tokens.output_tokens;
  run.cacheReadTokens += tokens.cache_read_tokens;
  run.cacheWriteTokens += tokens.cache_write_tokens;
  if (prices !== null) {
    const usd = costOf(tokens, prices);
    run.costUsd = (run.costUsd ?? 0) + usd;
    await correctDay(em, reserve.day, usd - (reserve.usd ?? 0));
  }
}

function addTurn(em: EntityManager, run: RunRow, message: Anthropic.Message): void {
  run.startsWithoutProgress = 0;
  run.turns += 1;
  em.persist(
    em.create(RunTurnRow, {
      runId: run.id,
      turn: run.turns,
      response: JSON.stringify(message),
      createdAt: new Date(),
    }),
  );
}

/** The same message, shorter: only what its blocks say is looked at, not what they are. */
function forgotten(message: Anthropic.Message, gone: GoneMembers, redact: Redact): Anthropic.Message {
  const rest: unknown = JSON.parse(forgetMembers(JSON.stringify(message), gone, redact));
  return rest as Anthropic.Message;
}

function toBlock({ toolUseId, content, isError }: RunToolResultRow): Anthropic.ToolResultBlockParam {
  return {
    type: 'tool_result',
    tool_use_id: toolUseId,
    content,
    ...(isError ? { is_error: true } : {}),
  };
}

/** The messages that lead up to the next turn, always the same bytes for the same turns. */
export function messagesSoFar(opening: string, turns: readonly Turn[]): Anthropic.MessageParam[] {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: opening }];
  const analysis = firstAnalysis(turns);
  for (const { message, results } of turns) {
    if (message.content.length > 0) {
      // A tool refuses an input that cannot be stored; whoever sends it back is refused the conversation.
      messages.push({ role: 'assistant', content: wholeTexts(message.content, '\ufffd') });
    }
    if (results !== null && results.length > 0) {
      messages.push({
        role: 'user',
        content: results.map((block) => (block === analysis ? { ...block, ...cached } : block)),
      });
    } else if (message.stop_reason !== 'pause_turn') {
      messages.push({ role: 'user', content: 'Go on.' });
    }
  }
  return messages;
}

function firstAnalysis(turns: readonly Turn[]): Anthropic.ToolResultBlockParam | undefined {
  for (const { message, results } of turns) {
    const calls = new Set(
      message.content.flatMap((block) =>
        block.type === 'tool_use' && block.name === getAnalysis.name ? [block.id] : [],
      ),
    );
    const found = results?.find(({ tool_use_id, is_error }) => calls.has(tool_use_id) && is_error !== true);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function readTurn(row: RunTurnRow): Turn {
  const message: unknown = JSON.parse(row.response);
  const results: unknown = row.results === null || row.results === undefined ? null : JSON.parse(row.results);
  // What stands here was written by keepTurn and keepResults above, from the SDK's own types.
  return {
    turn: row.turn,
    message: message as Anthropic.Message,
    results: results as Anthropic.ToolResultBlockParam[] | null,
  };
}
