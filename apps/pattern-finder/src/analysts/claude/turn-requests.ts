import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { Community } from '../../gate/community.ts';
import { ModelPrices } from '../../run-state/prices.ts';
import type { Prices } from '../../run-state/prices.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { worstCase } from './budget.ts';
import type { Reserve } from './budget.ts';
import { ClaudeSettings } from './claude-settings.ts';
import { messagesSoFar } from './conversation.ts';
import type { Transcript } from './conversation.ts';
import { thinkingParam } from './model/thinking.ts';
import { openingMessage, systemPrompt } from './prompt.ts';
import { tools } from './tools/index.ts';
import { inputSchema } from './tools/tool.ts';

/** The request of one turn, the prices of its model, and what it can use at most. */
interface TurnRequest {
  readonly request: Anthropic.MessageStreamParams;
  readonly prices: Prices | null;
  readonly worst: Reserve;
}

/** Builds the requests of a run's turns. */
@Injectable()
export class TurnRequests {
  constructor(
    private readonly settings: ClaudeSettings,
    private readonly prices: ModelPrices,
    private readonly community: Community,
  ) {}

  /** Builds the request that follows these turns. */
  next(run: RunRow, transcript: Transcript): TurnRequest {
    const { turns } = transcript;
    const request = this.request(run, transcript);
    const prices = this.prices.of(run.model);
    return { request, prices, worst: worstCase(request, turns.at(-1)?.message, prices) };
  }

  private request(run: RunRow, { opening, turns, thinking }: Transcript): Anthropic.MessageStreamParams {
    return {
      model: run.model ?? this.settings.model,
      max_tokens: this.settings.maxOutputTokens,
      ...thinkingParam(thinking, this.settings.maxOutputTokens),
      cache_control: { type: 'ephemeral' },
      // The tools come before it: one breakpoint caches both, for all runs.
      system: [
        {
          type: 'text',
          text: systemPrompt(this.community.name),
          cache_control: { type: 'ephemeral' },
        },
      ],
      tools: tools.map((tool) => ({
        name: tool.name,
        description: tool.description,
        input_schema: inputSchema(tool),
      })),
      messages: messagesSoFar(opening ?? openingMessage(run.focusAreas), turns, thinking !== null),
    };
  }
}
