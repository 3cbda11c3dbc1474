import { describe, expect, it } from '@jest/globals';
import { maxDepth, isNestedTooDeep } from './nesting.ts';

const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

describe('a JSON text', () => {
  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('may nest %s up to the limit, and no deeper', (_what, open, close) => {
    expect(isNestedTooDeep(nested(maxDepth, open, close))).toBe(false);
    expect(isNestedTooDeep(nested(maxDepth + 1, open, close))).toBe(true);
  });

  it('is not deep because of brackets in strings, or in sequence', () => {
    expect(
      isNestedTooDeep(JSON.stringify([nested(100, '[', ']'), '\\"[', '"'.repeat(9), '{'.repeat(500)])),
    ).toBe(false);
    expect(isNestedTooDeep(`[${'[],{},'.repeat(1_000)}1]`)).toBe(false);
  });

  it('of a megabyte is scanned quickly', () => {
    const begun = performance.now();
    isNestedTooDeep(`"${'\\"'.repeat(500_000)}`);
    isNestedTooDeep('"'.repeat(1_000_000));
    isNestedTooDeep('"a'.repeat(500_000));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
