import type Anthropic from '@anthropic-ai/sdk';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { failpoint } from '@warren/messaging';
import { ErasureEpoch } from '../../run-state/erasure-epoch.ts';
import { Rejection } from '../../evidence/rejection.ts';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { RunToolResultRow } from '../../run-state/run-turn.entity.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { Conversation } from './conversation.ts';
import type { Turn } from './conversation.ts';
import { givenUp, refusalOf, subjectOf, withRefusal } from '../rejections.ts';
import { RunSteps } from '../run-steps.ts';
import { toolContext } from './tool-context.ts';
import { tools } from './tools/index.ts';
import type { ToolContext, ToolEffect } from './tools/tool.ts';

/** Stop reasons that may have cut the last call of a message in two. */
const cutShort: readonly (string | null)[] = ['max_tokens', 'model_context_window_exceeded'];
/** Tool calls of one turn that are carried out; the others are answered with an error. */
const callsInTurn = 20;

/** One call of a turn, at its place among the turn's calls. */
interface Call {
  readonly turn: Turn;
  readonly block: Anthropic.ToolUseBlock;
  readonly position: number;
}

/** Carries out the tool calls of a turn: one after the other, each effect once, each answered. */
@Injectable()
export class ToolCalls {
  constructor(
    readonly steps: RunSteps,
    private readonly claims: Claims,
    private readonly conversation: Conversation,
    private readonly erasures: ErasureEpoch,
    private readonly em: EntityManager,
  ) {}

  /** Carries out those calls of a turn that have no result yet. @returns the run after them */
  async run(
    claim: Claim,
    run: RunRow,
    turns: readonly Turn[],
    turn: Turn,
    stopped: AbortSignal,
  ): Promise<RunRow> {
    const context = toolContext(this.steps, claim, run, turns, stopped);
    const done = await this.conversation.answered(run.id, turn.turn);
    const blocks = turn.message.content.filter((block) => block.type === 'tool_use');
    let current = run;
    for (const [position, block] of blocks.entries()) {
      stopped.throwIfAborted();
      if (!done.has(position)) {
        current = await this.call(claim, current, { turn, block, position }, context);
        await failpoint('tool.after-commit');
      }
    }
    return current;
  }

  private async call(claim: Claim, run: RunRow, call: Call, context: ToolContext): Promise<RunRow> {
    try {
      return await this.erasures.retryIfErased(async (ensure) => {
        const effect = await this.prepare(run, await this.withoutErased(run, call), context);
        return this.commit(claim, call, async (em, row) => {
          await ensure(em);
          return effect(em, row);
        });
      });
    } catch (error) {
      return this.refuse(claim, call, refusalOf(error));
    }
  }

  /** A call as it is carried out: a member may have been erased since the model asked for it. */
  private async withoutErased(run: RunRow, call: Call): Promise<Call> {
    const gone = await this.erasures.duringRun(this.em.fork(), run.startedAt);
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
    if (cutShort.includes(turn.message.stop_reason) && turn.message.content.at(-1) === block) {
      throw new Rejection(
        'cut_short',
        'Your message was cut at its longest inside this call: make it shorter and call again.',
      );
    }
    const refusal = tool.saves ? givenUp(run.rejected, subjectOf(block.name, block.input)) : undefined;
    if (refusal !== undefined) {
      throw refusal;
    }
    return tool.prepare(block.input, context);
  }

  private async commit(claim: Claim, call: Call, effect: ToolEffect): Promise<RunRow> {
    const row = await this.claims.unlessCancelled(claim, async (em, run) => {
      const content = JSON.stringify(await effect(em, run));
      run.startsWithoutProgress = 0;
      keepResult(em, run, call, content, false);
      return run;
    });
    const saved = row.patterns.at(-1);
    if (saves(call.block) && saved !== undefined) {
      await this.steps.told(row, saved, saved.name);
    } else {
      await this.steps.tell(row, 'tool', call.block.name);
    }
    return row;
  }

  private async refuse(claim: Claim, call: Call, refusal: Rejection): Promise<RunRow> {
    const { row, told, name } = await this.claims.unlessCancelled(claim, async (em, run) => {
      const redact = (await this.erasures.duringRun(em, run.startedAt))?.redact ?? ((text) => text);
      const given = subjectOf(call.block.name, call.block.input);
      const subject = { ...given, name: redact(given.name) };
      const said = new Rejection(refusal.kind, redact(refusal.message));
      const noted = withRefusal(run.rejected, subject, said);
      if (saves(call.block)) {
        run.rejected = noted.rejected;
      }
      const answer = saves(call.block) ? noted.told : said;
      keepResult(em, run, call, answer.message, true);
      return { row: run, told: answer, name: subject.name };
    });
    await this.steps.told(row, told, name);
    return row;
  }
}

function saves({ name }: Anthropic.ToolUseBlock): boolean {
  return tools.some((tool) => tool.name === name && tool.saves);
}

function keepResult(
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
