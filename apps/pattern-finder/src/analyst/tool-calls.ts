import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { CommunityAnalysis, InvalidRequest } from '@warren/contracts';
import type { Candidate } from '@warren/contracts';
import { fieldErrors } from '@warren/messaging';
import { ZodError } from 'zod';
import { Refused } from '../patterns/grounds.ts';
import { Claims } from '../runs/claims.ts';
import type { Claim } from '../runs/claims.ts';
import { RunToolResultRow } from '../runs/run-turn.entity.ts';
import type { RunRow } from '../runs/run.entity.ts';
import { Conversation } from './conversation.ts';
import type { Turn } from './conversation.ts';
import { RunSteps } from './run-steps.ts';
import { tools } from './tools/index.ts';
import type { ToolContext, ToolEffect } from './tools/tool.ts';

/** Stop reasons that may have cut the last call of a message in two. */
const cutShort: readonly (string | null)[] = ['max_tokens', 'model_context_window_exceeded'];
/** Tool calls of one turn that are carried out; the others are answered with an error. */
const callsInTurn = 20;

/** Carries out the tool calls of a turn: one after the other, each effect once, each answered. */
@Injectable()
export class ToolCalls {
  constructor(
    readonly steps: RunSteps,
    private readonly claims: Claims,
    private readonly conversation: Conversation,
  ) {}

  /** @returns the blocks that answer the turn's calls, in their order */
  async run(
    claim: Claim,
    run: RunRow,
    turns: readonly Turn[],
    turn: Turn,
    stopped: AbortSignal,
  ): Promise<Anthropic.ToolResultBlockParam[]> {
    const context = this.contextOf(claim, run, turns, stopped);
    const before = await this.conversation.toolResults(run.id, turn.turn);
    const calls = turn.message.content.filter((block) => block.type === 'tool_use');
    const results: Anthropic.ToolResultBlockParam[] = [];
    for (const [position, call] of calls.entries()) {
      await this.claims.ensureMine(claim, stopped);
      const result = before.get(position) ?? (await this.call(claim, turn, call, position, context));
      results.push({
        type: 'tool_result',
        tool_use_id: call.id,
        content: result.content,
        ...(result.isError ? { is_error: true } : {}),
      });
    }
    return results;
  }

  private async call(
    claim: Claim,
    turn: Turn,
    call: Anthropic.ToolUseBlock,
    position: number,
    context: ToolContext,
  ): Promise<RunToolResultRow> {
    const name = subjectOf(call);
    try {
      const effect = await this.prepare(turn, call, position, context);
      return await this.commit(claim, turn, call, position, name, effect);
    } catch (error) {
      return this.refuse(claim, turn, call, position, name, refusalOf(error));
    }
  }

  private async prepare(
    { message }: Turn,
    call: Anthropic.ToolUseBlock,
    position: number,
    context: ToolContext,
  ): Promise<ToolEffect> {
    const tool = tools.find(({ name }) => name === call.name);
    if (tool === undefined) {
      throw new Refused(
        `There is no tool ${call.name}; there are ${tools.map(({ name }) => name).join(', ')}.`,
      );
    }
    if (position >= callsInTurn) {
      throw new Refused(`Only ${callsInTurn} calls are carried out in one turn: call it again in the next.`);
    }
    if (cutShort.includes(message.stop_reason) && message.content.at(-1) === call) {
      throw new Refused(
        'Your message was cut at its longest inside this call: make it shorter and call again.',
      );
    }
    return tool.prepare(call.input, context);
  }

  private async commit(
    claim: Claim,
    turn: Turn,
    call: Anthropic.ToolUseBlock,
    position: number,
    name: string,
    effect: ToolEffect,
  ): Promise<RunToolResultRow> {
    const { row, result } = await this.claims.unlessCancelled(claim, async (em, run) => {
      const content = JSON.stringify(await effect(em, run));
      run.startsWithoutProgress = 0;
      const kept = em.create(RunToolResultRow, {
        runId: run.id,
        turn: turn.turn,
        position,
        toolUseId: call.id.slice(0, 200),
        content,
        isError: false,
      });
      em.persist(kept);
      return { row: run, result: kept };
    });
    const saved = row.patterns.at(-1);
    if (call.name === 'save_pattern' && saved !== undefined) {
      await this.steps.told(row, saved, name);
    } else {
      await this.steps.tell(row, 'tool', call.name);
    }
    return result;
  }

  private async refuse(
    claim: Claim,
    turn: Turn,
    call: Anthropic.ToolUseBlock,
    position: number,
    name: string,
    refusal: Refused,
  ): Promise<RunToolResultRow> {
    const { row, result } = await this.claims.unlessCancelled(claim, (em, run) => {
      const kept = em.create(RunToolResultRow, {
        runId: run.id,
        turn: turn.turn,
        position,
        toolUseId: call.id.slice(0, 200),
        content: refusal.message,
        isError: true,
      });
      em.persist(kept);
      if (call.name === 'save_pattern') {
        this.steps.noteRefusal(run, name, refusal);
      }
      return Promise.resolve({ row: run, result: kept });
    });
    await this.steps.told(row, refusal, name);
    return result;
  }

  private contextOf(claim: Claim, run: RunRow, turns: readonly Turn[], stopped: AbortSignal): ToolContext {
    let analysis: Promise<CommunityAnalysis> | undefined;
    const whole = async (): Promise<CommunityAnalysis> =>
      (analysis ??= this.steps.analysis(claim, run.focusAreas, stopped));
    return {
      claim,
      focusAreas: run.focusAreas,
      steps: this.steps,
      stopped,
      analysis: whole,
      candidates: async () => {
        const shown = candidatesShown(turns);
        return shown.length > 0 ? shown : (await whole()).candidates;
      },
    };
  }
}

/** The candidates in the tool results of earlier turns: what an id the model gives can mean. */
function candidatesShown(turns: readonly Turn[]): Candidate[] {
  return turns.flatMap(({ results }) =>
    (results ?? []).flatMap(({ content, is_error }) => {
      if (is_error === true || typeof content !== 'string') {
        return [];
      }
      const analysis = CommunityAnalysis.safeParse(JSON.parse(content));
      return analysis.success ? analysis.data.candidates : [];
    }),
  );
}

/** What the model can mend comes back to it as a refusal; anything else is thrown on. */
function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) {
    return error;
  }
  if (error instanceof ZodError) {
    const words = fieldErrors(error).map(({ field, message }) =>
      field === '' ? message : `${field}: ${message}`,
    );
    return new Refused(`The input is not valid. ${words.join('; ')}`);
  }
  if (error instanceof InvalidRequest) {
    return new Refused(error.message);
  }
  throw error;
}

function subjectOf(call: Anthropic.ToolUseBlock): string {
  const input: unknown = call.input;
  const name: unknown =
    typeof input === 'object' && input !== null && 'name' in input ? input.name : undefined;
  return typeof name === 'string' ? name.slice(0, 255) : call.name;
}
