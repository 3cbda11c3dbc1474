import { beforeAll, describe, expect, it } from '@jest/globals';
import { measureTexts } from '@warren/perf/text/benchmark';
import type { TextResult } from '@warren/perf/text/benchmark';
import { plans, writeCommunity } from '@warren/perf/text/communities';

const seed = 4711;

describe('a community that lists nothing, and whose relations stand in no word that both sides use', () => {
  let result: TextResult;

  beforeAll(async () => {
    const [smallest] = plans;
    result = await measureTexts(writeCommunity(smallest!, seed), seed);
  }, 180_000);

  it('is judged and read to the last member', () => {
    expect(result.reached).toEqual({ judged: result.members, read: result.members });
  });

  it('has members coded by words that carry the theme, and nobody else', () => {
    const { planted, found, wrong } = result.codes;
    expect(found / planted).toBeGreaterThanOrEqual(0.7);
    expect({ wrong, notCarrying: result.notCarrying }).toEqual({ wrong: 0, notCarrying: 0 });
  });

  it('refuses each code of another member and each with altered words', () => {
    const { wrongMember, altered, broad } = result.told;
    expect(wrongMember + altered).toBeGreaterThan(0);
    // Of the theme that fits everybody, those whose quote is too short to say anything are refused too.
    expect(result.refused.codes).toBe(wrongMember + altered + broad - result.broad.members);
  });

  it('has patterns and introductions of the coded members alone', () => {
    const { relations, common, introductions } = result;
    expect([relations.wrong, common.wrong, introductions.wrong]).toEqual([0, 0, 0]);
    expect(relations.found).toBe(result.codes.found);
    expect(common.found / common.planted).toBeGreaterThanOrEqual(0.8);
    expect(introductions.found / introductions.planted).toBeGreaterThanOrEqual(0.7);
  });
});
