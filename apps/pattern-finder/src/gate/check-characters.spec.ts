import { describe, expect, it } from '@jest/globals';
import { checkCharacters } from './check-characters.ts';

describe('plain words', () => {
  it.each([
    'Write to https://chosen.example/join',
    'HTTP://CHOSEN.EXAMPLE',
    'Go to www.chosen.example',
    'Ask leader@chosen.example',
    'Kub\u0435rnetes',
    'f\u043erty of them',
    'ᴘʏᴛʜᴏɴ people',
    '🅿🆈🆃🅷🅾🅽',
    '🇵🇾 people',
  ])('are not "%s"', (text) => {
    expect(() => checkCharacters(text, 'name')).toThrow(/^name: /);
  });

  it.each([
    'Node.js, .NET and C++ at the weir',
    'Meet @ the mill, or at the www, as it was called',
    'Кириллица и Latin side by side',
    'Ωmega-free µm and μm, in kΩ',
    'Αθήνα to Brindlewick',
    'Café Ångström, Łódź and naïve façades – “so” they say …',
    '東京 people ❤ 🎉 👩‍🌾',
    'either/or: http is a word, too',
  ])('are "%s"', (text) => {
    expect(() => checkCharacters(text, 'name')).not.toThrow();
  });
});
