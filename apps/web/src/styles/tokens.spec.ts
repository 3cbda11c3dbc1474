import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { PatternCategory } from '@warren/contracts';

it('gives each category a colour of its own in both themes', () => {
  const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
  const rules = css.matchAll(
    /^\[data-category='(\w+)'\] \{\s*--category: (light-dark\(#[\da-f]{6}, #[\da-f]{6}\));\s*\}/gm,
  );
  const colours = new Map(Array.from(rules, ([, category = '', colour = '']) => [category, colour]));
  expect([...colours.keys()]).toEqual(PatternCategory.options);
  expect(new Set(colours.values()).size).toBe(colours.size);
});
