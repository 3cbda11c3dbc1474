import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.ts';

const options = {
  runs: { default: 100, description: 'runs that are asked for' },
  seconds: { default: 0.5, description: 'seconds each' },
};
const parse = (...args: string[]) => parseOptions('Counts runs.', options, args);

describe('parseOptions', () => {
  it('takes given values, and defaults for the rest', () => {
    const given = parse('--runs', '7');
    if (!('number' in given)) {
      throw new Error(given.text);
    }
    expect([given.number('runs'), given.number('seconds')]).toEqual([7, 0.5]);
  });

  it('prints its help', () => {
    const text = 'Counts runs.\n  --runs 100  runs that are asked for\n  --seconds 0.5  seconds each';
    expect(parse('--help')).toEqual({ text, isWrong: false });
  });

  it.each([[['--runs', 'many']], [['--runs', '0']], [['--turns', '3']], [['7']]])('rejects %j', (args) => {
    expect(parse(...args)).toMatchObject({ isWrong: true });
  });
});
