import { describe, expect, it } from '@jest/globals';
import type { EmptyCells, PromptResponse } from '@warren/contracts';
import { mergeLine, newMember } from './merge.ts';

const answer = (prompt: string, response: string): PromptResponse => ({ prompt, response });

/** The answers of a member who has some, after a line. */
function answersAfter(
  before: readonly PromptResponse[],
  given: readonly PromptResponse[] | undefined,
  empty: EmptyCells = 'keep',
): { answers: PromptResponse[]; emptied: string[] } {
  const member = { ...newMember(), external_id: '1', prompt_responses: [...before] };
  const line = given === undefined ? {} : { prompt_responses: [...given] };
  const { profile, emptied } = mergeLine(member, { external_id: '1', ...line }, empty);
  return { answers: profile.prompt_responses, emptied };
}

const why = answer('Why?', 'For fun');
const how = answer('How?', 'Slowly');

describe('mergeLine', () => {
  it('keeps fields that a line lacks, and takes those that it fills', () => {
    const member = { ...newMember(), external_id: '1', bio: 'Old', skills: ['Felt'], company: 'Loom' };
    const { profile } = mergeLine(member, { external_id: '1', bio: 'New', skills: ['Silk'] }, 'keep');
    expect(profile).toEqual({ ...member, bio: 'New', skills: ['Silk'] });
  });

  it('keeps what is empty in the line, unless the import clears, and names it either way', () => {
    const member = { ...newMember(false), external_id: '1', bio: 'Old', skills: ['Felt'] };
    const line = { external_id: '1', bio: '', skills: [], company: '' };
    expect(mergeLine(member, line, 'keep')).toEqual({ profile: member, emptied: ['bio', 'skills'] });
    expect(mergeLine(member, line, 'clear')).toEqual({
      profile: { ...member, bio: '', skills: [] },
      emptied: ['bio', 'skills'],
    });
  });

  it('never clears the e-mail address of a member without id', () => {
    const member = { ...newMember(), email: 'a@x.org' };
    const line = { email: null, bio: 'x' };
    expect(mergeLine(member, line, 'clear').profile.email).toBe('a@x.org');
    expect(mergeLine({ ...member, external_id: '1' }, line, 'clear').profile.email).toBeNull();
  });

  describe('with answers', () => {
    it.each(['keep', 'clear'] as const)('keeps those that the line does not speak of (%s)', (empty) => {
      expect(answersAfter([why, how], undefined, empty).answers).toEqual([why, how]);
      expect(answersAfter([why, how], [answer('When?', 'Now')], empty).answers).toEqual([
        why,
        how,
        answer('When?', 'Now'),
      ]);
    });

    it('replaces an answer in its place', () => {
      expect(answersAfter([why, how], [answer('Why?', 'For money')]).answers).toEqual([
        answer('Why?', 'For money'),
        how,
      ]);
    });

    it('keeps an answer that is empty in the line, unless the import clears', () => {
      const given = [answer('Why?', '')];
      expect(answersAfter([why, how], given)).toEqual({ answers: [why, how], emptied: ['prompt_responses'] });
      expect(answersAfter([why, how], given, 'clear')).toEqual({
        answers: [how],
        emptied: ['prompt_responses'],
      });
      expect(answersAfter([how], given, 'clear')).toEqual({ answers: [how], emptied: [] });
    });

    it('clears them all by an empty list, if the import clears', () => {
      expect(answersAfter([why], [])).toEqual({ answers: [why], emptied: ['prompt_responses'] });
      expect(answersAfter([why], [], 'clear')).toEqual({ answers: [], emptied: ['prompt_responses'] });
      expect(answersAfter([], [], 'clear')).toEqual({ answers: [], emptied: [] });
    });

    it('treats those whose question is not known as the answers to one question', () => {
      const unknown = [answer('', 'I weave'), answer('', 'I spin')];
      expect(answersAfter([...unknown, why], [answer('', 'I felt')]).answers).toEqual([
        answer('', 'I felt'),
        why,
      ]);
      expect(answersAfter([why], unknown).answers).toEqual([why, ...unknown]);
    });

    it('replaces all answers to a question that has several by all that the line gives', () => {
      const days = [answer('Days?', 'Monday'), answer('Days?', 'Friday')];
      const now = [answer('Days?', 'Monday'), answer('Days?', 'Sunday'), answer('Days?', 'Tuesday')];
      expect(answersAfter([...days, why], now).answers).toEqual([...now, why]);
      expect(answersAfter([why, ...now], days).answers).toEqual([why, ...days]);
      expect(answersAfter(days, days).answers).toEqual(days);
    });

    it('stores no empty answer of a new member', () => {
      expect(answersAfter([], [answer('Why?', ''), how], 'clear').answers).toEqual([how]);
      expect(answersAfter([], [answer('Why?', ''), how]).answers).toEqual([how]);
    });

    it('lets the earliest go where there would be more than 200', () => {
      const many = Array.from({ length: 200 }, (_, at) => answer(`Question ${at}`, 'Yes'));
      const { answers } = answersAfter(many, [why, how]);
      expect(answers).toEqual([...many.slice(2), why, how]);
    });
  });
});
