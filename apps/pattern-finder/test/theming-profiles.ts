import { createHash } from 'node:crypto';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ReplyOf, RequestOf, Theme, ThemeDefinition } from '@warren/contracts';
import { Answers, MessagingModule, MessagingOptions, serveMessages } from '@warren/messaging';
import { HarmlessCheck } from './checking-profiles.ts';

/** Stand-in for member-profile, over a real NATS server, that owns themes as it does; its members only write. */
export interface ThemingProfiles {
  /** Bios of the members by id; a change of one outdates what was judged of it. */
  bios: Map<number, string>;
  /** Active themes, each defined once. */
  themes: (ThemeDefinition & { id: number })[];
  dismissed: (ThemeDefinition & { id: number })[];
  proposedFrom: number;
  /** By member: the hash of the judged text, the themes it was judged for, and its codes. */
  judged: Map<number, { hash: string; themes: Set<number>; codes: { theme_id: number; quote: string }[] }>;
  /** Codes that its gate refuses, by their words. */
  refuses: Set<string>;
  /** Called before judgements are stored. */
  beforeJudging: () => void;
  /** Requests about themes so far. */
  asked: string[];
  reset(bios: Map<number, string>): void;
  close(): Promise<void>;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Starts the stand-in. */
export async function startThemingProfiles(natsUrl: string): Promise<ThemingProfiles> {
  const state: Omit<ThemingProfiles, 'close'> = {
    bios: new Map(),
    themes: [],
    dismissed: [],
    proposedFrom: 0,
    judged: new Map(),
    refuses: new Set(),
    beforeJudging: () => undefined,
    asked: [],
    reset(bios) {
      Object.assign(state, {
        bios,
        themes: [],
        dismissed: [],
        proposedFrom: 0,
        judged: new Map(),
        asked: [],
      });
      Object.assign(state, { refuses: new Set(), beforeJudging: () => undefined });
    },
  };
  const left = (): number[] =>
    [...state.bios]
      .filter(([id, bio]) => {
        const { hash, themes } = state.judged.get(id) ?? { hash: '', themes: new Set() };
        return hash !== hashOf(bio) || state.themes.some((theme) => !themes.has(theme.id));
      })
      .map(([id]) => id);
  const listed =
    (status: Theme['status']) =>
    (theme: ThemeDefinition & { id: number }): Theme => ({
      ...theme,
      ...{ key: `theme:${theme.label}`, status, merged_into: null, same_as: [], members: 0, judged: 0 },
      ...{ written: state.bios.size, share: null, share_low: null, share_high: null, untested: null },
    });

  @Controller()
  class Profiles {
    @Answers('community.texts')
    async texts(): Promise<ReplyOf<'community.texts'>> {
      return Promise.resolve({ revision: 7, members: state.bios.size, texts: [] });
    }

    @Answers('themes.list')
    async list({ dismissed }: RequestOf<'themes.list'>): Promise<ReplyOf<'themes.list'>> {
      state.asked.push('list');
      const themes = [
        ...state.themes.map(listed('active')),
        ...(dismissed ? state.dismissed.map(listed('dismissed')) : []),
      ];
      return Promise.resolve({
        ...{ themes, written: state.bios.size, proposed_from: state.proposedFrom },
        judged: state.bios.size - left().length,
      });
    }

    @Answers('themes.sample')
    async sample(): Promise<ReplyOf<'themes.sample'>> {
      state.asked.push('sample');
      const texts = [...state.bios.values()].map((bio) => ({ bio, looking_for: '', prompt_responses: '' }));
      return Promise.resolve({ written: texts.length, texts });
    }

    @Answers('themes.define')
    async define({ themes }: RequestOf<'themes.define'>): Promise<ReplyOf<'themes.define'>> {
      state.asked.push('define');
      for (const theme of themes) {
        const isKnown = state.themes.some(({ label, side }) => label === theme.label && side === theme.side);
        if (!isKnown) {
          state.themes.push({ ...theme, id: 900 + state.themes.length });
        }
      }
      state.proposedFrom = state.bios.size;
      return Promise.resolve({ themes: state.themes, refused: [] });
    }

    @Answers('themes.to-judge')
    async toJudge({ limit }: RequestOf<'themes.to-judge'>): Promise<ReplyOf<'themes.to-judge'>> {
      state.asked.push('to-judge');
      const ids = state.themes.length === 0 ? [] : left();
      const members = ids.slice(0, limit).map((member_id) => {
        const bio = state.bios.get(member_id) ?? '';
        return { member_id, text_hash: hashOf(bio), bio, looking_for: '', prompt_responses: '' };
      });
      return Promise.resolve({ themes: state.themes, members, left: ids.length });
    }

    @Answers('themes.judge')
    async judge({ judgements }: RequestOf<'themes.judge'>): Promise<ReplyOf<'themes.judge'>> {
      state.asked.push('judge');
      state.beforeJudging();
      const current = judgements.filter(
        ({ member_id, text_hash }) => text_hash === hashOf(state.bios.get(member_id) ?? ''),
      );
      for (const { member_id, text_hash: hash, theme_ids, codes } of current) {
        const kept = codes.filter(({ quote }) => !state.refuses.has(quote));
        state.judged.set(member_id, { hash, themes: new Set(theme_ids), codes: kept });
      }
      const codes = current.flatMap(({ member_id, codes: all }) =>
        all.map(({ theme_id, quote }) => ({ member_id, theme_id, quote })),
      );
      const refused = codes.filter(({ quote }) => state.refuses.has(quote));
      return Promise.resolve({
        stored: current.length,
        codes: codes.length - refused.length,
        outdated: judgements.filter((each) => !current.includes(each)).map(({ member_id }) => member_id),
        refused: refused.map(({ member_id, theme_id }) => ({ member_id, theme_id, reason: 'turned' })),
      });
    }
  }

  const messaging = new MessagingOptions({ service: 'member-profile', servers: [natsUrl] });

  @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [Profiles, HarmlessCheck] })
  class ProfilesModule {}

  const app = await NestFactory.create(ProfilesModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
  await app.init();
  await serveMessages(app, false);
  return Object.assign(state, { close: () => app.close() });
}
