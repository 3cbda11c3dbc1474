import { describe, expect, it } from '@jest/globals';
import { showProfile, textsOf } from './shown-profile.ts';

const empty = { role: '', bio: '', looking_for: [], prompt_responses: [] };
const same = (text: string) => text;

describe('showProfile', () => {
  it('truncates texts to their maximum lengths', () => {
    const shown = showProfile({ ...empty, bio: 'word '.repeat(2_000), role: 'r'.repeat(400) }, same);
    expect(shown.texts.bio.length).toBeLessThan(3_010);
    expect(shown.role.length).toBeLessThan(160);
  });

  it('shows as many answers as fit, and allows quoting answers only', () => {
    const prompt_responses = Array.from({ length: 20 }, (_, at) => ({
      prompt: `P${at}`,
      response: 'x '.repeat(400),
    }));
    const shown = showProfile({ ...empty, prompt_responses }, same);
    expect(shown.texts.prompt_responses.length).toBeLessThan(3_100);
    expect(shown.texts.prompt_responses).toContain('P0\nx x');
    expect(shown.quotable.prompt_responses.every((text) => text.startsWith('x'))).toBe(true);
  });

  it('never shows half an address from the end of the text read', () => {
    const bio = `${'a@b.org '.repeat(998)}keep this secret.address@example.org`;
    const [read] = textsOf({ ...empty, bio }).slice(1);
    expect(read).toHaveLength(8_000);
    const shown = showProfile({ ...empty, bio }, (text) =>
      text.replace(/\S+@\S+\.org/g, '[email]').replaceAll('[email] ', ''),
    );
    expect(shown.texts.bio).not.toContain('secret');
  });
});
