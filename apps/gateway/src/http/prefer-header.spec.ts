import { describe, expect, it } from '@jest/globals';
import { preferenceApplied, readPrefer, waitMs } from './prefer-header.ts';

describe('readPrefer', () => {
  it.each([
    [undefined, { respondAsync: false, waitS: undefined }],
    ['respond-async', { respondAsync: true, waitS: undefined }],
    ['Respond-Async; foo=bar', { respondAsync: true, waitS: undefined }],
    ['wait=10', { respondAsync: false, waitS: 10 }],
    ['respond-async, wait="5"', { respondAsync: true, waitS: 5 }],
    ['wait = 3 , wait=9', { respondAsync: false, waitS: 3 }],
    [['wait=1', 'respond-async'], { respondAsync: true, waitS: 1 }],
    ['note="a, wait=4", handling=lenient', { respondAsync: false, waitS: undefined }],
    ['wait=soon', { respondAsync: false, waitS: undefined }],
    ['wait=99999', { respondAsync: false, waitS: 600 }],
    ['wait=0', { respondAsync: false, waitS: 0 }],
  ])('reads %j', (header, preference) => {
    expect(readPrefer(header)).toEqual(preference);
  });
});

describe('an applied preference', () => {
  it.each([
    ['', 120_000],
    ['respond-async', 0],
    ['wait=2', 2_000],
    ['respond-async, wait=2', 2_000],
  ])('%j waits %d ms', (header, ms) => {
    expect(waitMs(readPrefer(header), 120_000)).toBe(ms);
  });

  it('names only the honoured preferences', () => {
    expect(preferenceApplied(readPrefer(''), true)).toBeUndefined();
    expect(preferenceApplied(readPrefer('respond-async'), false)).toBeUndefined();
    expect(preferenceApplied(readPrefer('respond-async, wait=2'), true)).toBe('respond-async, wait=2');
  });
});
