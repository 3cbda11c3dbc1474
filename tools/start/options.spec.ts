import { expect, it } from '@jest/globals';
import { readOptions } from './options.ts';

const read = (...args: string[]) => readOptions(args, {});

it('takes the name of the community from the command line, else from COMMUNITY_NAME', () => {
  expect(readOptions([], { COMMUNITY_NAME: '' })).toMatchObject({ mode: 'start', community: undefined });
  expect(readOptions([], { COMMUNITY_NAME: ' Makers ' })).toMatchObject({ community: 'Makers' });
  expect(readOptions(['--community', 'Readers'], { COMMUNITY_NAME: 'Makers' })).toMatchObject({
    community: 'Readers',
  });
  expect(() => read('--community', ' ')).toThrow(/cannot be the name of a community/);
  expect(() => read('--rename', '\u0007')).toThrow(/cannot be the name of a community/);
});

it('takes the name that confirms starting over, with or without the sign between', () => {
  const over = { mode: 'start-over', confirmed: 'Brindlewick Makers' };
  expect(read('--start-over', 'Brindlewick Makers')).toMatchObject(over);
  expect(read('--start-over=Brindlewick Makers', '--community', 'Makers')).toMatchObject({
    ...over,
    community: 'Makers',
  });
  expect(read('--start-over')).toMatchObject({ mode: 'start-over', confirmed: undefined });
});

it('rejects what belongs to no option, as a name without quotes leaves it', () => {
  expect(() => read('--community', 'Brindlewick', 'Makers')).toThrow(/"Makers" belongs to no option.*quotes/);
  expect(() => read('--start-over', 'Brindlewick', 'Makers')).toThrow(/"Makers" belongs to no option/);
  expect(() => read('--list', '--start-over', 'Makers')).toThrow(/one at a time/);
  expect(() => read('--rename', 'Makers', '--start-over', 'Makers')).toThrow(/one at a time/);
});
