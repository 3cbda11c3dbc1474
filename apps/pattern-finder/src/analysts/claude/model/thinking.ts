import type Anthropic from '@anthropic-ai/sdk';

/** How a model thinks before it answers; null where it does not, or is not to. */
export type Thinking = 'adaptive' | 'enabled' | null;

/** Least tokens of a budget for thinking, by the API. */
const leastBudget = 1_024;

/** How a model can think, by its own account; `adaptive` is preferred, where the model decides how much. */
export function thinkingOf({ capabilities }: Anthropic.ModelInfo): Thinking {
  const types = capabilities?.thinking.supported === true ? capabilities.thinking.types : undefined;
  if (types?.adaptive.supported === true) {
    return 'adaptive';
  }
  return types?.enabled.supported === true ? 'enabled' : null;
}

/**
 * The parameter of a request. The thoughts themselves are left out of the response, which has their signatures to send
 * back: nobody reads them here, and they may repeat what members wrote.
 */
export function thinkingParam(
  thinking: Thinking,
  maxTokens: number,
): Pick<Anthropic.MessageStreamParams, 'thinking'> {
  if (thinking === 'adaptive') {
    return { thinking: { type: 'adaptive', display: 'omitted' } };
  }
  const budget = Math.floor(maxTokens / 2);
  return thinking === 'enabled' && budget >= leastBudget
    ? { thinking: { type: 'enabled', budget_tokens: budget, display: 'omitted' } }
    : {};
}

/** Checks whether a block is a thought: the API rejects one that was changed, by as much as a byte. */
export function isThought({ type }: { readonly type: string }): boolean {
  return type === 'thinking' || type === 'redacted_thinking';
}

/** A message without its thoughts. */
export function withoutThoughts(message: Anthropic.Message): Anthropic.Message {
  return { ...message, content: message.content.filter((block) => !isThought(block)) };
}
