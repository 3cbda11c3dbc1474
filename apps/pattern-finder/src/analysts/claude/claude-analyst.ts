import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { failpoint } from '@warren/messaging';
import type { Claim } from '../../run-state/claims.ts';
import { cleanText } from '../../run-state/clean-text.ts';
import { UnrecoverableRunError } from '../../run-state/run-errors.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { FocusCheck } from '../focus-check.ts';
import type { PatternAnalyst } from '../pattern-analyst.ts';
import { Conversation } from './conversation.ts';
import { ModelTurns } from './model-turns.ts';
import { Openings } from './openings.ts';
import { ThemeCoder } from './themes/theme-coder.ts';
import { ToolCalls } from './tool-calls.ts';

/** Characters of the closing text that are stored. */
const longestSummary = 4_000;
/** Stop reasons after which the model is to continue; any other ends the run. */
const continues: readonly (string | null)[] = ['tool_use', 'max_tokens', 'pause_turn'];

/**
 * Claude as the analyst: members' texts are coded first; then a loop of model turns and tool calls, each turn stored before
 * its tools run.
 */
@Injectable()
export class ClaudeAnalyst implements PatternAnalyst {
  constructor(
    private readonly focus: FocusCheck,
    private readonly conversation: Conversation,
    private readonly themes: ThemeCoder,
    private readonly openings: Openings,
    private readonly turns: ModelTurns,
    private readonly calls: ToolCalls,
  ) {}

  async prepare(claim: Claim, run: RunRow, signals: RunSignals): Promise<RunRow> {
    const { opening, turns } = await this.conversation.read(run.id);
    const hasBegun = opening !== undefined || turns.length > 0;
    const isAnswered =
      hasBegun || (await this.focus.answerIfUnknown(claim, run, signals.cancelled)) !== undefined;
    return isAnswered ? run : this.themes.ensure(claim, run, signals);
  }

  async analyse(claim: Claim, run: RunRow, signals: RunSignals): Promise<string> {
    let transcript = await this.conversation.read(run.id);
    if (transcript.turns.length === 0) {
      const answer = await this.focus.answerIfUnknown(claim, run, signals.cancelled);
      if (answer !== undefined) {
        return answer;
      }
    }
    let current = run;
    transcript = await this.openings.ensure(claim, run, transcript, signals);
    for (;;) {
      const last = transcript.turns.at(-1);
      if (last !== undefined) {
        const end = endOf(last.message);
        if (last.results === null) {
          current = await this.calls.run(claim, current, transcript, last, signals);
          const results = await this.conversation.close(claim, last.turn);
          await failpoint('turn.after-close');
          transcript.turns[transcript.turns.length - 1] = { ...last, results };
        }
        if (end !== undefined) {
          return end;
        }
      }
      signals.cancelled.throwIfAborted();
      if (await this.conversation.isOutdated(transcript.epoch)) {
        transcript = await this.conversation.read(run.id);
      }
      current = await this.turns.next(claim, current, transcript, signals);
    }
  }
}

/**
 * The text a run ends with if a message is its last one; undefined if the model is to continue.
 * @throws UnrecoverableRunError if the model declined
 */
function endOf(message: Anthropic.Message): string | undefined {
  if (message.stop_reason === 'refusal') {
    throw new UnrecoverableRunError('The model declined to continue; what was saved stays.');
  }
  if (message.stop_reason === 'model_context_window_exceeded') {
    return 'The conversation reached the longest the model can read; what was saved stays.';
  }
  const called = message.content.some(({ type }) => type === 'tool_use');
  return called || continues.includes(message.stop_reason) ? undefined : closingText(message);
}

function closingText(message: Anthropic.Message): string {
  const text = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
  return text === ''
    ? 'The model ended without a summary.'
    : cleanText(text, true).slice(0, longestSummary).toWellFormed();
}
