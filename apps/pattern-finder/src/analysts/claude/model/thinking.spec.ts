import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import { thinkingOf, thinkingParam } from './thinking.ts';

function model(adaptive: boolean, enabled: boolean): Anthropic.ModelInfo {
  const types = { adaptive: { supported: adaptive }, enabled: { supported: enabled } };
  return { capabilities: { thinking: { supported: adaptive || enabled, types } } } as Anthropic.ModelInfo;
}

describe('thinking', () => {
  it('is what the model says it can, adaptive first', () => {
    expect(thinkingOf(model(true, true))).toBe('adaptive');
    expect(thinkingOf(model(false, true))).toBe('enabled');
    expect(thinkingOf(model(false, false))).toBeNull();
    expect(thinkingOf({ capabilities: null } as Anthropic.ModelInfo)).toBeNull();
  });

  it('is asked for without its words, within the tokens of a turn', () => {
    expect(thinkingParam('adaptive', 8_192)).toEqual({ thinking: { type: 'adaptive', display: 'omitted' } });
    expect(thinkingParam('enabled', 8_192)).toMatchObject({ thinking: { budget_tokens: 4_096 } });
    expect(thinkingParam('enabled', 2_000)).toEqual({});
    expect(thinkingParam(null, 8_192)).toEqual({});
  });
});
