import type Anthropic from '@anthropic-ai/sdk';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { failpoint } from '@warren/messaging';
import { Rejection } from '../../evidence/rejection.ts';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { ErasureEpoch } from '../../run-state/erasure-epoch.ts';
import { RunProgressPublisher } from '../../run-state/run-progress.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import { RunToolResultRow } from '../../run-state/run-turn.entity.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { retryLimitRejection, rejectionOf, subjectOf, withRejection } from '../rejections.ts';
import { RunSteps } from '../run-steps.ts';
import { Conversation } from './conversation.ts';
import type { Transcript, Turn } from './conversation.ts';
import { ToolContexts } from './tool-contexts.ts';
import { tools } from './tools/index.ts';
import type { Tool, ToolContext, ToolEffect } from './tools/tool.ts';

/** Stop reasons that may have truncated the last call of a message. */
const truncates: readonly (string | null)[] = ['max_tokens', 'model_context_window_exceeded'];
/** Tool calls of one turn that are executed; the others are answered with an error. */
const callsInTurn = 20;

/** The result of a save, as its tool answers it. */
const Saved = z.looseObject({ pattern_id: z.int(), created: z.boolean(), held: z.boolean().default(false) });

/** The result of a proposal, as its tool answers it. */
const Proposed = z.looseObject({ introduction_id: z.int(), held: z.boolean() });

/** One call of a turn, at its position among the turn's calls. */
interface Call {
  readonly turn: Turn;
  readonly block: Anthropic.ToolUseBlock;
  readonly position: number;
}

/** Executes the tool calls of a turn sequentially: each effect happens once, each call is answered. */
@Injectable()
export class ToolCalls {
  constructor(
    private readonly contexts: ToolContexts,
    private readonly steps: RunSteps,
    private readonly claims: Claims,
    private readonly conversation: Conversation,
    private readonly erasureEpoch: ErasureEpoch,
    private readonly progress: RunProgressPublisher,
  ) {}

  /** Executes the calls of a turn that have no result yet. @returns the run after them */
  async run(
    claim: Claim,
    run: RunRow,
    transcript: Transcript,
    turn: Turn,
    signals: RunSignals,
  ): Promise<RunRow> {
    const context = this.contexts.of(claim, run, transcript, signals);
    const answered = await this.conversation.answered(run.id, turn.turn);
    const blocks = turn.message.content.filter((block) => block.type === 'tool_use');
    let current = run;
    for (const [position, block] of blocks.entries()) {
      signals.cancelled.throwIfAborted();
      if (!answered.has(position)) {
        current = await this.call(claim, current, transcript, { turn, block, position }, context);
        await failpoint('tool.after-commit');
      }
    }
    return current;
  }

  private async call(
    claim: Claim,
    run: RunRow,
    transcript: Transcript,
    call: Call,
    context: ToolContext,
  ): Promise<RunRow> {
    try {
      return await this.erasureEpoch.retryIfErased(async (assertNotErased) => {
        const effect = await this.prepare(run, await this.withoutErased(run, call), context);
        return this.commit(claim, transcript, call, async (em, row) => {
          await assertNotErased(em);
          return effect(em, row);
        });
      });
    } catch (error) {
      return this.reject(claim, call, rejectionOf(error));
    }
  }

  /** Removes members from a call who were erased since the model made it. */
  private async withoutErased(run: RunRow, call: Call): Promise<Call> {
    const gone = await this.erasureEpoch.duringRun(run.startedAt);
    if (gone === undefined) {
      return call;
    }
    const input: unknown = JSON.parse(gone.forget(JSON.stringify(call.block.input ?? null)));
    return { ...call, block: { ...call.block, input } };
  }

  private async prepare(
    run: RunRow,
    { turn, block, position }: Call,
    context: ToolContext,
  ): Promise<ToolEffect> {
    const tool = tools.find(({ name }) => name === block.name);
    if (tool === undefined) {
      throw new Rejection(
        'unknown_tool',
        `There is no tool ${block.name.slice(0, 60)}; there are ${tools.map(({ name }) => name).join(', ')}.`,
      );
    }
    if (position >= callsInTurn) {
      throw new Rejection(
        'too_many_calls',
        `Only ${callsInTurn} calls are carried out in one turn: call it again in the next.`,
      );
    }
    if (truncates.includes(turn.message.stop_reason) && turn.message.content.at(-1) === block) {
      throw new Rejection(
        'truncated_call',
        'Your message was cut at its longest inside this call: make it shorter and call again.',
      );
    }
    const atLimit =
      tool.saves !== undefined
        ? retryLimitRejection(run.rejected, subjectOf(block.name, block.input))
        : undefined;
    if (atLimit !== undefined) {
      throw atLimit;
    }
    return tool.prepare(block.input, context);
  }

  private async commit(
    claim: Claim,
    transcript: Transcript,
    call: Call,
    effect: ToolEffect,
  ): Promise<RunRow> {
    const { row, result } = await this.claims.unlessCancelled(claim, async (em, run) => {
      const done = await effect(em, run);
      run.startsWithoutProgress = 0;
      const content = JSON.stringify(done);
      const earlier =
        whatSaves(call.block) !== undefined ? undefined : turnWith(content, call.block.name, transcript);
      storeResult(em, run, call, earlier === undefined ? content : unchangedSince(earlier), false);
      return { row: run, result: done };
    });
    const saves = whatSaves(call.block);
    const saved = saves === 'pattern' ? Saved.safeParse(result).data : undefined;
    const proposed = saves === 'introduction' ? Proposed.safeParse(result).data : undefined;
    if (proposed !== undefined) {
      await this.steps.reportIntroduction(row, proposed.held);
    } else if (saved !== undefined) {
      const { pattern_id: id, created, held } = saved;
      const pattern = row.patterns.find((other) => other.id === id);
      await this.steps.reportOutcome(row, {
        ...(pattern ?? { id, name: '', published: false }),
        created,
        held,
      });
    } else {
      await this.progress.publish(row, 'tool', call.block.name);
    }
    return row;
  }

  private async reject(claim: Claim, call: Call, rejection: Rejection): Promise<RunRow> {
    const saves = whatSaves(call.block);
    const { row, answer } = await this.claims.unlessCancelled(claim, async (em, run) => {
      const redact = (await this.erasureEpoch.duringRun(run.startedAt, em))?.redact ?? ((text) => text);
      const given = subjectOf(call.block.name, call.block.input);
      const subject = { ...given, name: redact(given.name) };
      const redacted = new Rejection(rejection.kind, redact(rejection.message));
      const recorded = withRejection(run.rejected, subject, redacted);
      if (saves !== undefined) {
        run.rejected = recorded.rejected;
      }
      const answer = saves !== undefined ? recorded.answer : redacted;
      storeResult(em, run, call, answer.message, true);
      return { row: run, answer };
    });
    if (saves !== undefined) {
      await this.steps.reportOutcome(row, answer, saves);
    } else {
      await this.progress.publish(row, 'refused', `A call was rejected (${answer.kind}).`);
    }
    return row;
  }
}

/** The earlier turn in which this tool gave the same result, if any: it is not sent twice. */
function turnWith(content: string, tool: string, { turns }: Transcript): number | undefined {
  return turns.find(({ message, results }) => {
    const ids = message.content.flatMap((block) =>
      block.type === 'tool_use' && block.name === tool ? [block.id] : [],
    );
    return results?.some((result) => result.content === content && ids.includes(result.tool_use_id));
  })?.turn;
}

function unchangedSince(turn: number): string {
  return JSON.stringify({
    unchanged: true,
    note: `It is the same as in turn ${turn}, where it stands above.`,
  });
}

function whatSaves({ name }: Anthropic.ToolUseBlock): Tool['saves'] {
  return tools.find((tool) => tool.name === name)?.saves;
}

function storeResult(
  em: EntityManager,
  run: RunRow,
  { turn, block, position }: Call,
  content: string,
  isError: boolean,
): void {
  em.persist(
    em.create(RunToolResultRow, {
      runId: run.id,
      turn: turn.turn,
      position,
      toolUseId: block.id,
      content,
      isError,
    }),
  );
}
