import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import type { Claim } from '../../run-state/claims.ts';
import { failpoint } from '@warren/messaging';
import { cleanText } from '../../run-state/clean-text.ts';
import { LoopSettings } from '../../settings.ts';
import { UnrecoverableRunError } from '../../run-state/run-errors.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import type { PatternAnalyst } from '../analyst.ts';
import { worstCase } from './budget.ts';
import { Conversation, messagesSoFar } from './conversation.ts';
import type { Transcript, Turn } from './conversation.ts';
import { callIds, normaliseMessage } from './model/message.ts';
import { SpendReservations } from './spend-reservations.ts';
import type { Reserved } from './spend-reservations.ts';
import { ModelClient } from './model/model-client.ts';
import { pricesOf } from '../../run-state/prices.ts';
import { openingMessage, systemPrompt } from './prompt.ts';
import { ToolCalls } from './tool-calls.ts';
import { inputSchema } from './tools/tool.ts';
import { tools } from './tools/index.ts';
import { unknownFocus } from '../unknown-focus.ts';

/** Characters of the closing words that are kept. */
const longestSummary = 4_000;
/** Stop reasons after which the model is to go on; any other ends the run. */
const goesOn: readonly (string | null)[] = ['tool_use', 'max_tokens', 'pause_turn'];

/** Claude as the analyst: a loop of model turns and tool calls, each turn kept before its tools run. */
@Injectable()
export class ClaudeAnalyst implements PatternAnalyst {
  constructor(
    private readonly model: ModelClient,
    private readonly meter: SpendReservations,
    private readonly conversation: Conversation,
    private readonly calls: ToolCalls,
    private readonly settings: LoopSettings,
  ) {}

  async analyse(claim: Claim, run: RunRow, signals: RunSignals): Promise<string> {
    let talk = await this.conversation.read(run.id);
    if (talk.turns.length === 0 && run.focusAreas.length > 0 && !run.focusKnown) {
      const unknown = unknownFocus(await this.calls.steps.analysis(claim, run.focusAreas, signals.cancelled));
      if (unknown !== undefined) {
        return unknown;
      }
      await this.calls.steps.noteFocusKnown(claim);
    }
    let current = run;
    for (;;) {
      const last = talk.turns.at(-1);
      if (last !== undefined) {
        const end = endOf(last.message);
        if (last.results === null) {
          current = await this.calls.run(claim, current, talk.turns, last, signals.cancelled);
          const results = await this.conversation.close(claim, last.turn);
          await failpoint('turn.after-close');
          talk.turns[talk.turns.length - 1] = { ...last, results };
        }
        if (end !== undefined) {
          return end;
        }
      }
      signals.cancelled.throwIfAborted();
      if (await this.conversation.isOutdated(talk.epoch)) {
        talk = await this.conversation.read(run.id);
      }
      current = await this.nextTurn(claim, current, talk, signals);
    }
  }

  private async nextTurn(claim: Claim, run: RunRow, talk: Transcript, signals: RunSignals): Promise<RunRow> {
    const { turns } = talk;
    const request = this.request(run, turns);
    const prices = pricesOf(request.model, this.settings.prices);
    const worst = worstCase(request, turns.at(-1)?.message, prices);
    // That of the try under way; those of tries that broke off stay as they are.
    const held: { reserve: Reserved } = { reserve: { ...worst, day: null } };
    await this.calls.steps.tell(run, 'thinking', `Turn ${turns.length + 1} of the model.`);
    await failpoint('turn.before-call');
    const given = await this.model.turn(request, signals, {
      reserve: async () => {
        held.reserve = await this.meter.reserve(claim, worst);
      },
      release: async () => this.meter.release(claim, held.reserve),
    });
    await failpoint('turn.after-response');
    const taken = new Set(turns.flatMap((earlier) => callIds(earlier.message)));
    const message = normaliseMessage(given, taken);
    const { run: after, kept } = await this.conversation.keepTurn(claim, talk, message, {
      prices,
      reserve: held.reserve,
    });
    await failpoint('turn.after-store');
    turns.push({ turn: turns.length + 1, message: kept, results: null });
    return after;
  }

  private request(run: RunRow, turns: readonly Turn[]): Anthropic.MessageStreamParams {
    return {
      model: run.model ?? this.settings.model,
      max_tokens: this.settings.maxOutputTokens,
      cache_control: { type: 'ephemeral' },
      // The tools stand before it: one place to read both from the cache, whatever the run.
      system: [
        {
          type: 'text',
          text: systemPrompt(this.settings.communityName),
          cache_control: { type: 'ephemeral' },
        },
      ],
      tools: tools.map((tool) => ({
        name: tool.name,
        description: tool.description,
        input_schema: inputSchema(tool),
      })),
      messages: messagesSoFar(openingMessage(run.focusAreas), turns),
    };
  }
}

/**
 * What the run ends with where a message is the last of its run; undefined where the model is to go on.
 * @throws HopelessRun where the model declined
 */
function endOf(message: Anthropic.Message): string | undefined {
  if (message.stop_reason === 'refusal') {
    throw new UnrecoverableRunError('The model declined to go on; what was saved stays.');
  }
  if (message.stop_reason === 'model_context_window_exceeded') {
    return 'The conversation reached the longest the model can read; what was saved stays.';
  }
  const called = message.content.some(({ type }) => type === 'tool_use');
  return called || goesOn.includes(message.stop_reason) ? undefined : closingWords(message);
}

function closingWords(message: Anthropic.Message): string {
  const text = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
  return text === ''
    ? 'The model ended without a summary.'
    : cleanText(text, true).slice(0, longestSummary).toWellFormed();
}
