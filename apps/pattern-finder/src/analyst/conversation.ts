import type Anthropic from '@anthropic-ai/sdk';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Claims } from '../runs/claims.ts';
import type { Claim } from '../runs/claims.ts';
import { RunToolResultRow, RunTurnRow } from '../runs/run-turn.entity.ts';
import type { RunRow } from '../runs/run.entity.ts';
import { costOf } from './prices.ts';
import type { Prices, Tokens } from './prices.ts';

/** A finished turn: the model's message and, once all its tools have run, the blocks that answered them. */
export interface Turn {
  readonly turn: number;
  readonly message: Anthropic.Message;
  readonly results: Anthropic.ToolResultBlockParam[] | null;
}

/** What the conversation of a run has come to, kept turn by turn so that none is paid for twice. */
@Injectable()
export class Conversation {
  constructor(
    private readonly em: EntityManager,
    private readonly claims: Claims,
  ) {}

  /** The turns of a run so far, in order. */
  async turns(runId: number): Promise<Turn[]> {
    const rows = await this.em.fork().find(RunTurnRow, { runId }, { orderBy: { turn: 'asc' } });
    return rows.map(readTurn);
  }

  /** Keeps a response before any of its tools runs, and adds what it cost to the run. */
  async keepTurn(
    claim: Claim,
    turn: number,
    message: Anthropic.Message,
    prices: Prices | null,
  ): Promise<RunRow> {
    // Paid for is kept, even where the run was cancelled meanwhile.
    return this.claims.guarded(claim, (em, run) => {
      run.startsWithoutProgress = 0;
      em.persist(
        em.create(RunTurnRow, {
          runId: run.id,
          turn,
          response: JSON.stringify(message),
          createdAt: new Date(),
        }),
      );
      const tokens = tokensOf(message);
      run.turns = turn;
      run.inputTokens += tokens.input_tokens;
      run.outputTokens += tokens.output_tokens;
      run.cacheReadTokens += tokens.cache_read_tokens;
      run.cacheWriteTokens += tokens.cache_write_tokens;
      run.costUsd = prices === null ? (run.costUsd ?? null) : (run.costUsd ?? 0) + costOf(tokens, prices);
      return Promise.resolve(run);
    });
  }

  /** The results of a turn's tools that have run, by position. */
  async toolResults(runId: number, turn: number): Promise<Map<number, RunToolResultRow>> {
    const rows = await this.em.fork().find(RunToolResultRow, { runId, turn });
    return new Map(rows.map((row) => [row.position, row]));
  }

  /** Closes a turn: the blocks that answer its tools, as text, so that a later request repeats them byte for byte. */
  async keepResults(claim: Claim, turn: number, results: Anthropic.ToolResultBlockParam[]): Promise<void> {
    await this.claims.unlessCancelled(claim, async (em, run) => {
      const row = await em.findOneOrFail(RunTurnRow, { runId: run.id, turn });
      row.results = JSON.stringify(results);
    });
  }
}

/** The messages that lead up to the next turn, always the same bytes for the same turns. */
export function messagesSoFar(opening: string, turns: readonly Turn[]): Anthropic.MessageParam[] {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: opening }];
  for (const { message, results } of turns) {
    if (message.content.length > 0) {
      messages.push({ role: 'assistant', content: message.content });
    }
    if (results !== null && results.length > 0) {
      messages.push({ role: 'user', content: results });
    } else if (message.stop_reason !== 'pause_turn') {
      messages.push({ role: 'user', content: 'Go on.' });
    }
  }
  return messages;
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

function tokensOf({ usage }: Anthropic.Message): Tokens {
  return {
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cache_read_tokens: usage.cache_read_input_tokens ?? 0,
    cache_write_tokens: usage.cache_creation_input_tokens ?? 0,
  };
}
