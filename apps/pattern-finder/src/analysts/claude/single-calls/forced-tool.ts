import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';

/** The one tool that a model has in a single call, and must call: the only form of its answer. */
export interface ForcedTool<Answer> {
  readonly name: string;
  readonly description: string;
  readonly answer: z.ZodType<Answer>;
}

/** The parts of a request that force a tool with a strict schema, once. */
export function forcing<Answer>({
  name,
  description,
  answer,
}: ForcedTool<Answer>): Pick<Anthropic.MessageStreamParams, 'tools' | 'tool_choice'> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(answer);
  return {
    tools: [{ name, description, strict: true, input_schema: { ...schema, type: 'object' } }],
    tool_choice: { type: 'tool', name, disable_parallel_tool_use: true },
  };
}

/** The answer in a response; undefined where it is anything but one whole call of the tool in its form. */
export function answerIn<Answer>(
  { content, stop_reason }: Pick<Anthropic.Message, 'content' | 'stop_reason'>,
  { name, answer }: ForcedTool<Answer>,
): Answer | undefined {
  const calls = content.filter((block) => block.type === 'tool_use');
  const [call] = calls;
  const isWhole = calls.length === 1 && call?.name === name && stop_reason === 'tool_use';
  return isWhole ? answer.safeParse(call.input).data : undefined;
}
