import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { ErasureEpoch } from '../../run-state/erasure-epoch.ts';
import { ModelPrices } from '../../run-state/prices.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { affordableCharacters } from './budget.ts';
import { ClaudeSettings } from './claude-settings.ts';
import { Conversation } from './conversation.ts';
import type { Transcript } from './conversation.ts';
import { EarlierRuns } from './memory/earlier-runs.ts';
import { ModelClient } from './model/model-client.ts';
import { toReadProfile } from './presentation/read-profiles.ts';
import {
  isLittleNew,
  openingMessage,
  toldOfChanges,
  toldOfIntroductions,
  toldOfPatterns,
  toldOfReading,
} from './prompt.ts';
import { ProfileReader } from './reading/profile-reader.ts';
import { toRead, withinCharacters } from './reading/reading-order.ts';

/** Makes the first message of a run once, before its first turn: what to do, what members wrote, what earlier runs found. */
@Injectable()
export class Openings {
  constructor(
    private readonly settings: ClaudeSettings,
    private readonly prices: ModelPrices,
    private readonly model: ModelClient,
    private readonly reader: ProfileReader,
    private readonly earlier: EarlierRuns,
    private readonly conversation: Conversation,
    private readonly claims: Claims,
    private readonly erasureEpoch: ErasureEpoch,
  ) {}

  /** The transcript with a first message: a run that is resumed keeps the one it has. */
  async ensure(claim: Claim, run: RunRow, transcript: Transcript, signals: RunSignals): Promise<Transcript> {
    if (transcript.opening !== undefined || transcript.turns.length > 0) {
      return transcript;
    }
    const signal = signals.cancelled;
    const thinking = await this.model.thinking(run.model ?? this.settings.model, signals);
    await this.erasureEpoch.retryIfErased(async (assertNotErased) => {
      const { texts, read } = await this.reader.state(run.id, signal);
      const unread = toRead(texts, read);
      const chosen = withinCharacters(unread, this.characters(run)).map(({ memberId }) => memberId);
      const profiles = await this.reader.profiles(chosen, signal);
      const fewTexts = chosen.length === unread.length && isLittleNew(unread.length, texts.length);
      const { patterns, morePatterns, introductions, changes } = await this.earlier.read(
        claim,
        run,
        fewTexts,
        signal,
      );
      await this.claims.unlessCancelled(claim, async (em, row) => {
        await assertNotErased(em);
        row.thinking = thinking;
        if (changes !== undefined) {
          row.candidates = changes.seen;
        }
        const reading = await this.reader.record(em, row, profiles, texts);
        const told = [
          openingMessage(run.focusAreas),
          toldOfReading(reading),
          ...(changes === undefined ? [] : [toldOfChanges(changes.told.candidates.length)]),
          ...(patterns.length > 0 ? [toldOfPatterns] : []),
          ...(introductions.length > 0 ? [toldOfIntroductions] : []),
        ];
        const blocks: Anthropic.TextBlockParam[] = [{ type: 'text', text: told.join('\n\n') }];
        const candidates = changes?.told.candidates.length ?? 0;
        if (profiles.length + candidates + patterns.length + introductions.length > 0) {
          const shown = {
            coverage: `read ${reading.read} of ${reading.members}`,
            profiles: profiles.map((profile) => toReadProfile(profile, read.membersBefore)),
            ...(candidates > 0 ? changes?.told : {}),
            ...(patterns.length > 0 ? { patterns, more_patterns: morePatterns } : {}),
            ...(introductions.length > 0 ? { introductions } : {}),
          };
          blocks.push({ type: 'text', text: JSON.stringify(shown) });
        }
        this.conversation.addOpening(em, row, blocks);
      });
    });
    return this.conversation.read(run.id);
  }

  private characters({ model, maxCost }: RunRow): number {
    const { openingCharacters, limits } = this.settings;
    return Math.min(openingCharacters, affordableCharacters(limits, maxCost ?? null, this.prices.of(model)));
  }
}
