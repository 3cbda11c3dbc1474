import { createHash } from 'node:crypto';
import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import type { ReplyOf, Theme } from '@warren/contracts';
import type { Claim } from '../../../run-state/claims.ts';
import { ModelPrices } from '../../../run-state/prices.ts';
import type { RunSignals } from '../../../run-state/run-signals.ts';
import type { PendingThemes, RunReadingRow } from '../../../run-state/run-turn.entity.ts';
import type { RunRow } from '../../../run-state/run.entity.ts';
import { affordableCharacters } from '../budget.ts';
import { ClaudeSettings } from '../claude-settings.ts';
import { SingleCalls } from '../single-calls/single-calls.ts';
import { themesIn } from './codebook-answer.ts';
import { codebookRequest, sampledCharacters } from './codebook-request.ts';
import { judgementsIn } from './judging-answer.ts';
import type { JudgedBatch } from './judging-answer.ts';
import { batchCharacters, judgingRequest } from './judging-request.ts';
import { ThemeSettings } from './theme-settings.ts';

/** Part of each limit of a run that themes use at most; the rest is the analyst's. */
const share = 1 / 2;

/** The run that a call is made for, and the number of erasures before its texts were read. */
interface CallOf {
  readonly claim: Claim;
  readonly run: RunRow;
  readonly signals: RunSignals;
  readonly epoch: number;
}

/** The calls of a model about themes: blind, bounded, and each stored with what it is yet to be used for. */
@Injectable()
export class ThemeCalls {
  constructor(
    private readonly settings: ThemeSettings,
    private readonly claude: ClaudeSettings,
    private readonly prices: ModelPrices,
    private readonly calls: SingleCalls,
  ) {}

  /** Characters of texts from which a run can have a codebook proposed, and those of one batch that it can have judged. */
  charactersFor(run: RunRow): { sample: number; batch: number } {
    const prices = this.prices.of(this.modelOf(run));
    const affordable = affordableCharacters(this.claude.limits, run.maxCost ?? null, prices);
    return {
      sample: Math.min(sampledCharacters, affordable),
      batch: Math.min(batchCharacters, affordable),
    };
  }

  /** Has themes proposed beside all that there are, dismissed ones too, from texts of members. */
  async propose(
    of: CallOf,
    known: readonly Theme[],
    texts: ReplyOf<'themes.sample'>['texts'],
  ): Promise<RunReadingRow> {
    const codebook = known.filter(({ status }) => status === 'active');
    const request = codebookRequest({
      model: this.modelOf(of.run),
      codebook,
      dismissed: known.filter((theme) => !codebook.includes(theme)).map(({ label }) => label),
      texts,
    });
    return this.answer(of, request, (message) => {
      const themes = themesIn(message, known);
      return themes === undefined ? null : { kind: 'codebook', known: codebook.map(({ id }) => id), themes };
    });
  }

  /** Has a batch of members judged; `left` are those to be judged, these included. */
  async judge(of: CallOf, batch: JudgedBatch, left: number): Promise<RunReadingRow> {
    return this.answer(of, judgingRequest(batch, this.modelOf(of.run)), (message) => {
      const judged = judgementsIn(message, batch);
      return judged === undefined ? null : { kind: 'judging', left, ...judged };
    });
  }

  private async answer(
    { claim, signals, epoch }: CallOf,
    request: Anthropic.MessageStreamParams,
    pendingOf: (message: Anthropic.Message) => PendingThemes | null,
  ): Promise<RunReadingRow> {
    const digest = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
    const call = { turn: 0, digest, request, share, epoch, pendingOf };
    return this.calls.answer(claim, signals, { purpose: 'themes', ...call });
  }

  private modelOf({ model }: RunRow): string {
    return this.settings.model ?? this.prices.modelOf(model);
  }
}
