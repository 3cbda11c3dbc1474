import { describe, expect, it } from '@jest/globals';
import { ProseIndex, Vocabulary } from '@warren/facets';
import { buildMembership } from '@warren/mining';
import type { Community } from '../community/community.ts';
import { claimIndexOf } from './claim-index.ts';
import { claimMatchingRules } from './claim-matching-rules.ts';
import { namedFacets } from './named-facets.ts';

const vocabulary = new Vocabulary();
const base = new ProseIndex(vocabulary, [], claimMatchingRules);

/** A community with the given number of carriers of each facet. */
function communityOf(
  counts: Readonly<Record<string, number>>,
  labels: Readonly<Record<string, string>> = {},
): Community {
  const most = Math.max(...Object.values(counts));
  const members = Array.from({ length: most }, (_, at) => ({
    id: at + 1,
    facets: Object.keys(counts).filter((key) => at < (counts[key] ?? 0)),
  }));
  return {
    revision: 1,
    membership: buildMembership(members),
    labels: new Map(Object.entries(labels)),
    untested: new Set(),
    completion: {},
  };
}

const community = communityOf(
  {
    'skill:kintsugi': 3,
    'skill:hedge laying': 4,
    'interest:night walks': 3,
    'interest:dark skies': 2,
    'interest:people': 9,
    'looking_for:a cold store': 3,
    'trait:early riser': 5,
    'trait:curious': 5,
    'role:line cook': 3,
    'role:drummer': 1,
    'skill:javascript': 1,
    'location:portland or': 4,
    'location:united kingdom': 3,
    'location:ferry lane': 3,
    'location:larkhill': 2,
    'location:talent or': 3,
  },
  { 'location:portland or': 'Portland, OR', 'location:talent or': 'Talent, OR' },
);

describe('facets named in a text about a community', () => {
  const named = async (text: string): Promise<string[]> => {
    const index = await claimIndexOf(community, base, vocabulary);
    return namedFacets(text, 0, index).map(({ folded }) => folded);
  };

  it.each([
    ['Kintsugi people who are hedge-laying', ['kintsugi', 'hedge laying']],
    ['A night walk with early risers', ['night walks', 'early riser']],
    ['Line cooks who want a cold store', ['line cook', 'a cold store']],
    ['Curious people under dark skies', []],
    ['They know JS as well', ['javascript']],
    ['Portland makers', ['portland or']],
    ['Neighbours in Portland, OR and in Ferry Lane', ['portland or', 'ferry lane']],
    ['They met in the UK', ['united kingdom']],
    ['Tell us about it; nobody strolls a ferry lane or sees portland stone', []],
    ['Talent is everywhere, and so is Larkhill', []],
    ['In Talent they are at home', ['talent or']],
  ])('include those of the vocabulary and those that three members carry: %s', async (text, found) => {
    expect(await named(text)).toEqual(found);
  });

  it('are reported once per text and wording, with its index', async () => {
    const index = await claimIndexOf(community, base, vocabulary);
    expect(namedFacets('Drummers like WELDING; welders do not.', 3, index)).toEqual([
      { text: 3, label: 'Drummers', folded: 'drums', also: ['drummer'], broader: ['music'] },
      { text: 3, label: 'WELDING', folded: 'welding', also: [], broader: ['metalworking'] },
      { text: 3, label: 'welders', folded: 'welding', also: [], broader: ['metalworking'] },
    ]);
  });

  it('are found despite invisible characters, inside a word and between two', async () => {
    expect(await named('We\u200bld\u0007ing with Ku\u2060ber\u034fne\ufe0ftes')).toEqual([
      'welding',
      'kubernetes',
    ]);
    expect(await named('welding\u200bceramics')).toEqual(['welding', 'pottery']);
    expect(await named('grant\u3164writing, then grant\u00a0writing')).toEqual([
      'grant writing',
      'grant writing',
    ]);
  });

  it('are few enough for a message, however many a text names', async () => {
    const names = [...vocabulary.names('skill').keys()].join('; ').slice(0, 5000);
    expect(await named(names)).toHaveLength(100);
  });

  it('yield to other work while the index of a large community is built', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`skill:thing ${at}`, 3]));
    const large = communityOf(many);
    let turns = 0;
    let isDone = false;
    const turn = (): void => {
      turns += 1;
      if (!isDone) {
        setImmediate(turn);
      }
    };
    setImmediate(turn);
    const index = await claimIndexOf(large, base, vocabulary);
    isDone = true;
    expect(turns).toBeGreaterThan(2);
    expect(namedFacets('A thing 19999', 0, index).map(({ folded }) => folded)).toEqual(['thing 19999']);
  });
});
