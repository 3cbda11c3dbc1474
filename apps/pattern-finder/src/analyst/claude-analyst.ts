import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { Claims } from '../runs/claims.ts';
import type { Claim } from '../runs/claims.ts';
import { LoopSettings } from '../settings.ts';
import { HopelessRun } from '../runs/run-errors.ts';
import type { RunSignals } from '../runs/run-signals.ts';
import type { RunRow } from '../runs/run.entity.ts';
import type { PatternAnalyst } from './analyst.ts';
import { ensureAffordable } from './budget.ts';
import { Conversation, messagesSoFar } from './conversation.ts';
import type { Turn } from './conversation.ts';
import { ModelClient } from './model-client.ts';
import { pricesOf } from './prices.ts';
import { openingMessage, systemPrompt } from './prompt.ts';
import { ToolCalls } from './tool-calls.ts';
import { inputSchema } from './tools/tool.ts';
import { tools } from './tools/index.ts';
import { unknownFocus } from './unknown-focus.ts';

/** Stop reasons after which the model is to go on; any other ends the run. */
const goesOn: readonly (string | null)[] = ['tool_use', 'max_tokens', 'pause_turn'];

/** Claude as the analyst: a loop of model turns and tool calls, each turn kept before its tools run. */
@Injectable()
export class ClaudeAnalyst implements PatternAnalyst {
  constructor(
    private readonly model: ModelClient,
    private readonly conversation: Conversation,
    private readonly calls: ToolCalls,
    private readonly claims: Claims,
    private readonly settings: LoopSettings,
  ) {}

  async analyse(claim: Claim, run: RunRow, signals: RunSignals): Promise<string> {
    const turns = await this.conversation.turns(run.id);
    if (turns.length === 0 && run.focusAreas.length > 0) {
      const unknown = unknownFocus(await this.calls.steps.analysis(claim, run.focusAreas, signals.stopped));
      if (unknown !== undefined) {
        return unknown;
      }
    }
    let current = run;
    for (;;) {
      const last = turns.at(-1);
      if (last !== undefined) {
        const done = await this.answer(claim, current, last, turns, signals.stopped);
        if (done !== undefined) {
          return done;
        }
      }
      await this.claims.ensureMine(claim, signals.stopped);
      current = await this.nextTurn(claim, current, turns, signals);
    }
  }

  /** Runs the tools of the last turn. @returns the summary where that turn was the last of the run */
  private async answer(
    claim: Claim,
    run: RunRow,
    last: Turn,
    turns: Turn[],
    stopped: AbortSignal,
  ): Promise<string | undefined> {
    if (last.message.stop_reason === 'refusal') {
      throw new HopelessRun('The model declined to go on; what was saved stays.');
    }
    const called = last.message.content.some(({ type }) => type === 'tool_use');
    if (!called && !goesOn.includes(last.message.stop_reason)) {
      return closingWords(last.message);
    }
    if (called && last.results === null) {
      const results = await this.calls.run(claim, run, turns, last, stopped);
      await this.conversation.keepResults(claim, last.turn, results);
      turns[turns.length - 1] = { ...last, results };
    }
    if (last.message.stop_reason === 'model_context_window_exceeded') {
      return 'The conversation reached the longest the model can read; what was saved stays.';
    }
    return undefined;
  }

  private async nextTurn(claim: Claim, run: RunRow, turns: Turn[], signals: RunSignals): Promise<RunRow> {
    const request = this.request(run, turns);
    ensureAffordable(run, request, this.settings);
    await this.calls.steps.tell(run, 'thinking', `Turn ${turns.length + 1} of the model.`);
    const message = await this.model.turn(request, signals);
    if (typeof message !== 'object' || !Array.isArray(message.content)) {
      throw new HopelessRun(
        'The model’s server answered with something that is no message: check ANTHROPIC_BASE_URL.',
      );
    }
    const turn = turns.length + 1;
    const kept = await this.conversation.keepTurn(
      claim,
      turn,
      message,
      pricesOf(request.model, this.settings.prices),
    );
    turns.push({ turn, message, results: null });
    return kept;
  }

  private request(run: RunRow, turns: readonly Turn[]): Anthropic.MessageStreamParams {
    return {
      model: run.model ?? this.settings.model,
      max_tokens: this.settings.maxOutputTokens,
      cache_control: { type: 'ephemeral' },
      system: systemPrompt(this.settings.communityName),
      tools: tools.map((tool) => ({
        name: tool.name,
        description: tool.description,
        input_schema: inputSchema(tool),
      })),
      messages: messagesSoFar(openingMessage(run.focusAreas), turns),
    };
  }
}

function closingWords(message: Anthropic.Message): string {
  const text = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
  return text === '' ? 'The model ended without a summary.' : text;
}
