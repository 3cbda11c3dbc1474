import type Anthropic from '@anthropic-ai/sdk';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { forgetMembers, wordsOfMembers } from '@warren/messaging';
import type { GoneMembers, Redact } from '@warren/messaging';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { ErasureEpoch } from '../../run-state/erasure-epoch.ts';
import { costOf } from '../../run-state/prices.ts';
import type { Prices } from '../../run-state/prices.ts';
import { redactor } from '../../run-state/redact.ts';
import { retryWhileDatabaseDown } from '../../run-state/retry-while-database-down.ts';
import { RunToolResultRow, RunTurnRow } from '../../run-state/run-turn.entity.ts';
import { RunRow } from '../../run-state/run.entity.ts';
import { correctDay } from './day-spend.ts';
import { tokensOf } from './model/message.ts';
import { isThought, withoutThoughts } from './model/thinking.ts';
import type { Thinking } from './model/thinking.ts';
import { wholeTexts } from './model/whole-texts.ts';
import { releaseReservation } from './spend-reservations.ts';
import type { Reservation } from './spend-reservations.ts';
import { getAnalysis } from './tools/get-analysis.tool.ts';

/**
 * A cache breakpoint after the first analysis, the longest of all results, besides those of the instructions and the
 * moving end. Only after the first: the API allows four breakpoints in a request.
 */
const cacheBreakpoint = { cache_control: { type: 'ephemeral' } } as const;

/** The row of the first message, which no turn precedes. */
const openingTurn = 0;

/** A turn: the model's message and, once all its tools have run, their results. */
export interface Turn {
  readonly turn: number;
  readonly message: Anthropic.Message;
  readonly results: Anthropic.ToolResultBlockParam[] | null;
}

/** The first message of a run and its turns so far, in order, and the number of erasures of members when they were read. */
export interface Transcript {
  /** Undefined before it is made, and in runs from before there was one. */
  readonly opening: readonly Anthropic.TextBlockParam[] | undefined;
  readonly turns: Turn[];
  /** How the model thinks; its thoughts are sent back only if it still does. */
  readonly thinking: Thinking;
  readonly epoch: number;
}

/** The conversation of a run, stored turn by turn so that none is paid for twice. */
@Injectable()
export class Conversation {
  constructor(
    private readonly em: EntityManager,
    private readonly claims: Claims,
    private readonly erasureEpoch: ErasureEpoch,
  ) {}

  /** Reads the turns of a run so far. */
  async read(runId: number): Promise<Transcript> {
    const epoch = await this.erasureEpoch.epoch();
    const em = this.em.fork();
    const run = await em.findOneOrFail(RunRow, runId, { fields: ['thinking'] });
    const rows = await em.find(RunTurnRow, { runId }, { orderBy: { turn: 'asc' } });
    const opening = rows.find(({ turn }) => turn === openingTurn);
    return {
      opening: opening && readOpening(opening),
      turns: rows.filter((row) => row !== opening).map(readTurn),
      thinking: run.thinking ?? null,
      epoch,
    };
  }

  /** Stores the first message of a run, so that all its requests begin with the same bytes. */
  addOpening(em: EntityManager, run: RunRow, blocks: readonly Anthropic.TextBlockParam[]): void {
    run.startsWithoutProgress = 0;
    const response = JSON.stringify(blocks);
    em.persist(em.create(RunTurnRow, { runId: run.id, turn: openingTurn, response, createdAt: new Date() }));
  }

  /** Checks whether members were erased since a transcript was read. */
  async isOutdated(epoch: number): Promise<boolean> {
    return (await this.erasureEpoch.epoch()) !== epoch;
  }

  /**
   * Stores a response before any of its tools runs, and replaces its reservation by its cost. It is paid for: retries
   * while the database is unavailable, and stores it even if the run was cancelled meanwhile.
   */
  async storeTurn(
    claim: Claim,
    transcript: Transcript,
    message: Anthropic.Message,
    bill: { prices: Prices | null; reservation: Reservation },
  ): Promise<{ run: RunRow; kept: Anthropic.Message }> {
    return retryWhileDatabaseDown(() =>
      this.claims.guarded(claim, async (em, run) => {
        const kept = await this.withoutErased(em, transcript, message);
        // The commit may have succeeded and only its reply been lost: nobody else writes under this claim.
        if (run.turns === transcript.turns.length) {
          addTurn(em, run, kept);
          await addBill(em, run, message, bill);
        }
        return { run, kept };
      }),
    );
  }

  /** Redacts members who were erased during the call, and what they had written, from a message. */
  private async withoutErased(
    em: EntityManager,
    { opening, turns, epoch }: Transcript,
    message: Anthropic.Message,
  ): Promise<Anthropic.Message> {
    const gone = await this.erasureEpoch.since(em, epoch);
    if (gone === undefined) {
      return message;
    }
    const told = [opening, ...turns.map((turn) => [turn.message, turn.results])];
    const theirWords = told.flatMap((part) => wordsOfMembers(JSON.stringify(part ?? null), gone));
    const redactQuotes = redactor(theirWords);
    // A thought may repeat them, and cannot be read.
    return redacted(withoutThoughts(message), gone, (text) => gone.redact(redactQuotes(text)));
  }

  /** Positions of the calls of a turn that have a result. */
  async answered(runId: number, turn: number): Promise<ReadonlySet<number>> {
    const rows = await this.em.fork().find(RunToolResultRow, { runId, turn }, { fields: ['position'] });
    return new Set(rows.map(({ position }) => position));
  }

  /** Closes a turn: stores its tool results as text, so that later requests repeat them byte for byte. */
  async close(claim: Claim, turn: number): Promise<Anthropic.ToolResultBlockParam[]> {
    return this.claims.unlessCancelled(claim, async (em, run) => {
      // Blocks erasures between reading the results and writing them together.
      await this.erasureEpoch.duringRun(null, em);
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

/** Replaces the reservation of a call by its cost, in the caller's transaction. */
export async function addBill(
  em: EntityManager,
  run: RunRow,
  message: Anthropic.Message,
  { prices, reservation }: { prices: Prices | null; reservation: Reservation },
): Promise<void> {
  const tokens = tokensOf(message);
  releaseReservation(run, reservation);
  run.inputTokens += tokens.input_tokens;
  run.outputTokens += tokens.output_tokens;
  run.cacheReadTokens += tokens.cache_read_tokens;
  run.cacheWriteTokens += tokens.cache_write_tokens;
  if (prices !== null) {
    const usd = costOf(tokens, prices);
    run.costUsd = (run.costUsd ?? 0) + usd;
    await correctDay(em, reservation.day, usd - (reservation.usd ?? 0));
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

/** Redacts the texts of a message's blocks; their types stay. */
function redacted(message: Anthropic.Message, gone: GoneMembers, redact: Redact): Anthropic.Message {
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

/** Messages of the request for the next turn, always the same bytes for the same turns. */
export function messagesSoFar(
  opening: string | readonly Anthropic.TextBlockParam[],
  turns: readonly Turn[],
  thinks = false,
): Anthropic.MessageParam[] {
  const messages: Anthropic.MessageParam[] = [
    { role: 'user', content: typeof opening === 'string' ? opening : [...opening] },
  ];
  const analysis = firstAnalysis(turns);
  for (const { message, results } of turns) {
    const { content } = thinks ? message : withoutThoughts(message);
    if (!content.every(isThought)) {
      messages.push({ role: 'assistant', content: content.map(sentBack) });
    }
    if (results !== null && results.length > 0) {
      messages.push({
        role: 'user',
        content: results.map((block) => (block === analysis ? { ...block, ...cacheBreakpoint } : block)),
      });
    } else if (message.stop_reason !== 'pause_turn') {
      messages.push({ role: 'user', content: 'Go on.' });
    }
  }
  return messages;
}

/** A tool rejects an input that cannot be stored; sent back as it is, the API would reject the conversation. */
function sentBack(block: Anthropic.ContentBlock): Anthropic.ContentBlockParam {
  return isThought(block) ? block : wholeTexts(block, '\ufffd');
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

function readOpening({ response }: RunTurnRow): Anthropic.TextBlockParam[] {
  const blocks: unknown = JSON.parse(response);
  // Written by addOpening above.
  return blocks as Anthropic.TextBlockParam[];
}

function readTurn(row: RunTurnRow): Turn {
  const message: unknown = JSON.parse(row.response);
  const results: unknown = row.results === null || row.results === undefined ? null : JSON.parse(row.results);
  // Written by storeTurn and close above, from the SDK's own types.
  return {
    turn: row.turn,
    message: message as Anthropic.Message,
    results: results as Anthropic.ToolResultBlockParam[] | null,
  };
}
