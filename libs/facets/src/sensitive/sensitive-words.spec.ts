import { describe, expect, it } from '@jest/globals';
import { harmlessPatterns } from '../../test/sensitive/harmless-work.ts';
import { harmlessTexts } from '../../test/sensitive/harmless.ts';
import { harmlessLabels, sensitiveLabels } from '../../test/sensitive/labels.ts';
import { kindsAndLinesOf, linesOf } from '../../test/sensitive/lines.ts';
import { sensitiveStatements } from '../../test/sensitive/statements.ts';
import { sensitivePatterns } from '../../test/sensitive/told-of-others.ts';
import { SensitiveWords } from './sensitive-words.ts';

const sensitive = new SensitiveWords();
const kindsIn = (text: string) => sensitive.in(text).map(({ kind }) => kind);

describe('SensitiveWords', () => {
  it.each(kindsAndLinesOf(sensitiveStatements + sensitivePatterns))(
    'finds $kind in "$text"',
    ({ kind, text }) => {
      expect(kindsIn(text)).toContain(kind);
    },
  );

  it.each(kindsAndLinesOf(sensitiveLabels))('finds $kind in the entry "$text"', ({ kind, text }) => {
    expect(sensitive.kindsOf(text)).toContain(kind);
  });

  it.each(linesOf(harmlessTexts + harmlessPatterns))('finds nothing in "%s"', (text) => {
    expect(sensitive.in(text)).toEqual([]);
  });

  it.each(linesOf(harmlessLabels))('finds nothing in the entry "%s"', (label) => {
    expect(sensitive.kindsOf(label)).toEqual([]);
  });

  it('finds a statement wherever it stands among others', () => {
    const padding = 'They repair bicycles, sing in the choir and grow leeks. ';
    for (const { kind, text } of kindsAndLinesOf(sensitiveStatements)) {
      expect(kindsIn(padding + text.replace(/[.]?$/, '. ') + padding)).toContain(kind);
    }
  });

  it('removes the sentences that say it, and no others', () => {
    expect(sensitive.removeFrom('I weave blanket number 3. After chemo I spin. Looms are loud!')).toBe(
      'I weave blanket number 3. Looms are loud!',
    );
    expect(sensitive.removeFrom('Wir sind vom 1. bis 20. August verreist. Sonst weben wir.')).toBe(
      'Sonst weben wir.',
    );
    expect(sensitive.removeFrom('Looms  are loud.')).toBe('Looms  are loud.');
    expect(
      sensitive.removeFrom('I weave.\nMy house is\nempty in August while we travel.\nLooms are loud.'),
    ).toBe('I weave.\nLooms are loud.');
  });

  it('names the words as they are written', () => {
    expect(sensitive.in('Baker. A Recovering Alcoholic, seven years.')).toEqual([
      { kind: 'addiction', words: 'Recovering Alcoholic' },
    ]);
  });

  it('reads letters that are set apart, look alike or hide something invisible', () => {
    expect(kindsIn('I am H.I.V. positive')).toContain('health');
    expect(kindsIn('b i p o l a r and baking')).toContain('health');
    expect(kindsIn('bi\u200bpolar bakers')).toContain('health');
    expect(kindsIn('bipоlar bakers')).toContain('health');
    expect(kindsIn('SCHWUL und Bäcker')).toContain('sexuality');
    expect(kindsIn('ich bin suechtig')).toContain('addiction');
  });

  it('takes an entry of a list for what it says, in an enumeration too', () => {
    expect(kindsIn('Catholic, cyclist, cook, and always looking for somebody to climb with')).toContain(
      'faith',
    );
    expect(kindsIn('The union of two rivers is where we meet to swim')).toEqual([]);
  });

  it('knows a facet by its label as written, and by its key', () => {
    expect(sensitive.isSensitiveFacet('interest:lgbtq+ community', 'rainbow stuff')).toBe(true);
    expect(sensitive.isSensitiveFacet('interest:baking', 'HIV')).toBe(true);
    expect(sensitive.isSensitiveFacet('interest:baking', 'Baking')).toBe(false);
  });

  it('takes an operator’s words', () => {
    const own = new SensitiveWords([
      { kind: 'origin', add: ['upper valley', 'valley*'], remove: ['roma'] },
      { kind: 'health', add: [], remove: ['burnout'] },
    ]);
    expect(own.in('Upper-valley people').map(({ kind }) => kind)).toEqual(['origin']);
    expect(own.kindsOf('valleyfolk')).toEqual(['origin']);
    const choirs = new SensitiveWords([{ kind: 'faith', add: ['church choir'], remove: [] }]);
    expect(choirs.kindsOf('church choir')).toEqual(['faith']);
    expect(own.kindsOf('Roma')).toEqual([]);
    expect(own.kindsOf('Burnout')).toEqual([]);
    expect(own.kindsOf('HIV')).toEqual(['health']);
    expect(own.version).not.toBe(sensitive.version);
  });
});
