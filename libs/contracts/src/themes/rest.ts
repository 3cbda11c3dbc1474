import { z } from 'zod';
import { MemberBrief } from '../members.ts';
import { themeRequests } from './requests.ts';
import { Theme, ThemeCode } from './themes.ts';

/** Query of GET /themes. */
export const ThemeQuery = z.object({
  dismissed: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true lists the themes that an operator dismissed, too'),
});
export type ThemeQuery = z.infer<typeof ThemeQuery>;

/** The codebook as REST shows it: themes, those of most members first, and how far their reading is. */
export const ThemeList = themeRequests['themes.list'].reply;
export type ThemeList = z.infer<typeof ThemeList>;

/** One code as REST shows it: who wrote it, where, and the words. */
export const NamedThemeCode = ThemeCode.omit({ member_id: true }).extend({
  member: MemberBrief.pick({ id: true, first_name: true, last_name: true }),
});
export type NamedThemeCode = z.infer<typeof NamedThemeCode>;

/** A theme as REST shows it: with its codes. */
export const ThemeDetail = Theme.extend({
  codes: z.array(NamedThemeCode).max(500).describe('At most 500, without those of members erased meanwhile'),
});
export type ThemeDetail = z.infer<typeof ThemeDetail>;
