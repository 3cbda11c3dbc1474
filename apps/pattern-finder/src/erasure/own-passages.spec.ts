import { describe, expect, it } from '@jest/globals';
import { passagesOf } from '@warren/messaging';
import { ownPassages } from './own-passages.ts';

const gone = new Set([7]);
const prompt = 'What do you miss most about it?';

function shown(member_id: number, bio: string, response: string): object {
  const role = 'Head of the Harbour Office';
  return { member_id, role, bio, looking_for: '', prompt_responses: `${prompt}\n${response}` };
}

describe('ownPassages', () => {
  it('finds what was shown of a member, inside strings too, but neither prompts nor roles', () => {
    const profiles = [
      shown(7, 'I rowed home for the quay', 'The lamps are out'),
      shown(8, 'Others row as well', 'The sea'),
    ];
    const result = JSON.stringify([{ type: 'tool_result', content: JSON.stringify({ total: 2, profiles }) }]);
    const found = ownPassages([result], gone);
    expect(found).toEqual(expect.arrayContaining(passagesOf(['I rowed home for the quay'])));
    expect(found).toEqual(expect.arrayContaining(passagesOf(['The lamps are out'])));
    const text = found.join('\n');
    expect(text).not.toMatch(/harbour|others|do you miss most/);
  });

  it('finds what a model quoted of them, and skips what is not JSON', () => {
    const quotes = [7, 8].map((member_id) => ({
      member_id,
      field: 'bio',
      quote: `Quoted of number ${member_id}`,
    }));
    expect(ownPassages([JSON.stringify({ input: { quotes } }), '[Quoted', 'of 7'], gone)).toEqual([
      'quoted of number 7',
    ]);
  });
});
