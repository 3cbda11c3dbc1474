import { z } from 'zod';
import { Id } from '../values/ids.ts';
import { Text } from '../values/text.ts';
import { BlindText, Theme, ThemeCode, ThemeDefinition, ThemeJudgement, ThemePatch } from './themes.ts';

/** Requests about themes. */
export const themeRequests = {
  'themes.list': {
    request: z.object({ dismissed: z.boolean().default(false).describe('Whether to list those too') }),
    reply: z.object({
      themes: z.array(Theme).describe('Most members first'),
      written: z.int().min(0).describe('Analysed members who wrote something'),
      judged: z
        .int()
        .min(0)
        .describe('Of these, those judged for every active theme on their texts as they are now'),
      proposed_from: z
        .int()
        .min(0)
        .describe('Members who had written something when themes were last defined; 0 before'),
    }),
    deadline_ms: 20_000,
  },
  'themes.get': {
    request: z.object({ id: Id }),
    reply: Theme.extend({ codes: z.array(ThemeCode).max(500) }),
    deadline_ms: 20_000,
  },
  'themes.patch': { request: z.object({ id: Id, patch: ThemePatch }), reply: Theme, deadline_ms: 20_000 },
  'themes.define': {
    request: z.object({ themes: z.array(ThemeDefinition).max(40) }),
    reply: z.object({
      themes: z.array(ThemeDefinition.extend({ id: Id })).describe('All active ones, by id'),
      refused: z.array(z.object({ label: z.string(), reason: z.string() })),
    }),
    deadline_ms: 20_000,
  },
  'themes.sample': {
    request: z.object({ characters: z.int().min(0).max(400_000) }),
    reply: z.object({
      written: z.int().min(0),
      texts: z
        .array(BlindText.omit({ member_id: true, text_hash: true }))
        .describe(
          'All texts where so many characters hold them, else a sample spread evenly; the same for the same texts',
        ),
    }),
    deadline_ms: 60_000,
  },
  'themes.to-judge': {
    request: z.object({ limit: z.int().min(1).max(25) }),
    reply: z.object({
      themes: z.array(ThemeDefinition.extend({ id: Id })).describe('All active ones, by id'),
      members: z
        .array(BlindText)
        .describe(
          'Some not judged for all of them on their texts as they are now, in an order that says nothing of them',
        ),
      left: z.int().min(0).describe('Such members, these included'),
    }),
    deadline_ms: 20_000,
  },
  'themes.judge': {
    request: z.object({ judgements: z.array(ThemeJudgement).max(25) }),
    reply: z.object({
      stored: z.int().min(0).describe('Members whose verdicts are stored'),
      codes: z.int().min(0).describe('Codes that are stored'),
      outdated: z.array(Id).describe('Members who have left or changed their texts since: judge them again'),
      refused: z.array(z.object({ member_id: Id, theme_id: Id, reason: Text })),
    }),
    deadline_ms: 20_000,
  },
} as const;
