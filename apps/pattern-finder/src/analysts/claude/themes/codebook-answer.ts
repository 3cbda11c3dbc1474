import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { ThemeDefinition, ThemeSide, mostThemes } from '@warren/contracts';
import type { Theme } from '@warren/contracts';
import { answerIn } from '../single-calls/forced-tool.ts';
import { folded } from '../single-calls/standing-words.ts';

/** Themes that one call adds to the codebook, at most. */
export const mostProposed = 20;

/** The tool by which themes are proposed; its schema has no bounds, since strict tools know none. */
export const proposeThemes = {
  name: 'propose_themes',
  description: 'Proposes themes for the codebook.',
  answer: z.strictObject({
    themes: z
      .array(
        z.strictObject({
          label: z.string().describe('Two to five words, as one would list it: "leftover oven heat"'),
          side: ThemeSide,
          definition: z.string().describe('What a member must say to carry it, in one sentence'),
          excludes: z.string().describe('What is near and does not count, in one sentence; may be empty'),
        }),
      )
      .describe(`At most ${mostProposed}; none where nothing is to be added`),
  }),
};

/** What tells two themes apart. */
type Named = Pick<ThemeDefinition, 'label' | 'side'>;

/**
 * The themes that a response proposes beside those that are known: those that fit their contract, each once, as many as
 * there is room for beside the active ones; undefined where it is anything but one whole call of the tool.
 */
export function themesIn(
  message: Pick<Anthropic.Message, 'content' | 'stop_reason'>,
  known: readonly (Named & Pick<Theme, 'status'>)[],
): ThemeDefinition[] | undefined {
  const answer = answerIn(message, proposeThemes);
  const taken = new Set(known.map(nameOf));
  const room = mostThemes - known.filter(({ status }) => status === 'active').length;
  return answer?.themes
    .flatMap((theme) => ThemeDefinition.safeParse(theme).data ?? [])
    .filter((theme) => {
      const isNew = !taken.has(nameOf(theme));
      taken.add(nameOf(theme));
      return isNew;
    })
    .slice(0, Math.max(0, Math.min(mostProposed, room)));
}

function nameOf({ label, side }: Named): string {
  return `${side} ${folded(label)}`;
}
