import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@warren/contracts';
import { singledOut } from './singled-out.ts';

const statistics = {
  ...{ observed: 5, share: 0.1, share_low: 0, share_high: 1, expected: null, lift: null },
  ...{ lift_low: null, lift_high: null, p_value: null, q_value: null, tested: null },
};

function claim(description: string, evidence: Partial<Evidence>, name = 'People of the quay') {
  return {
    name,
    description,
    questionPrompts: ['What brought you to this?', 'Whom would you like to meet over it?'],
    evidence: { basis: 'quotes' as const, facets: [], statistics, ...evidence },
  };
}

const quotesOf = (...said: string[]): Partial<Evidence> => ({
  quotes: said.map((quote, at) => ({ member_id: at + 1, field: 'bio' as const, quote })),
});

const padded = quotesOf(
  'I kept the lighthouse on Skerryvore until they closed it',
  'On Sundays I bake bread for the whole street',
  'My allotment is behind the station',
);

describe('a claim about one of its members', () => {
  it.each([
    [
      'only one quote carries it',
      claim('They remember the lighthouse and the closing of Skerryvore.', padded),
    ],
    [
      'a short sentence among others is of one quote alone',
      claim(
        'They get on well and could meet in winter, over soup or a long walk on the beach. A lighthouse closed!',
        padded,
      ),
    ],
    [
      'it says that it speaks of one',
      claim('They bake bread behind the station. One of them kept the lighthouse of Skerryvore.', padded),
    ],
    [
      'a sentence is made of the words of one',
      claim(
        'Bread for the street, an allotment behind the station. The lighthouse of Skerryvore closed.',
        padded,
      ),
    ],
    [
      'in German',
      claim(
        'Sie backen Brot und gärtnern. Eine von ihnen war Leuchtturmwärterin auf Helgoland.',
        quotesOf(
          'Ich war Leuchtturmwärterin auf Helgoland',
          'Sonntags backe ich Brot für alle',
          'Ich gärtnere hinter dem Bahnhof',
        ),
      ),
    ],
    [
      'in French',
      claim(
        'Du pain, un jardin. L’un d’eux était gardien du phare de Cordouan.',
        quotesOf(
          'Gardien du phare de Cordouan',
          'Je fais du pain le dimanche',
          'Mon jardin est derrière la gare',
        ),
      ),
    ],
    [
      'a Dutch sentence begins with an accent',
      claim(
        'Brood en een tuin. Één van hen was vuurtorenwachter op Terschelling.',
        quotesOf(
          'Vuurtorenwachter op Terschelling',
          'Ik bak brood op zondag',
          'Mijn tuin ligt achter het station',
        ),
      ),
    ],
  ])('is found where %s', (_where, padding) => {
    expect(singledOut(padding, [])).not.toEqual([]);
  });

  it('is found by profiles that its author has read, though it stands on a rule', () => {
    const shown = [
      { memberId: 1, texts: ['Air traffic controller in Tromsø, and I garden'] },
      { memberId: 2, texts: ['I garden, and I fold maps'] },
    ];
    const garden = { basis: 'share' as const, quotes: undefined as never };
    const text = 'They garden. There is an air traffic controller from Tromsø to be met.';
    expect(singledOut(claim(text, garden), shown)).toEqual([
      'There is an air traffic controller from Tromsø to be met.',
    ]);
    expect(singledOut(claim('They garden, and fold maps in winter.', garden), shown)).toEqual([]);
  });

  it('is found by a rare label that one member carries, and not by an offer', () => {
    const facets = [
      { key: 'interest:gardening', label: 'Gardening', in_pattern: 5, in_community: 40 },
      { key: 'interest:falconry', label: 'Falconry', in_pattern: 1, in_community: 1 },
    ];
    const named = claim('They like gardening or falconry.', { basis: 'share', facets });
    expect(singledOut(named, [])).toEqual(['Falconry']);
    expect(singledOut(claim('They like gardening.', { basis: 'share', facets }), [])).toEqual([]);
    const wish = { basis: 'wish' as const, facets, sides: { givers: [1], seekers: [2, 3] } };
    expect(singledOut(claim('Falconry is offered, and sought.', wish), [])).toEqual([]);
  });
});

describe('a claim about all of its members', () => {
  it.each([
    [
      'what each says in words of their own',
      claim('A hook, a sharp chisel, a grafted tree: an evening of each would be a joy.', {
        ...quotesOf(
          'How to graft an apple tree with a kitchen knife',
          'Sharpening. Bring the chisel you are ashamed of.',
          'A hook. Everybody starts with a hook.',
        ),
      }),
    ],
    [
      'a summary in none of their words',
      claim('They returned for the sake of their parents, and stayed.', {
        ...quotesOf(
          'I moved back to nurse my mum',
          'Moved back here when dad got ill.',
          'To look after my mother',
        ),
      }),
    ],
    [
      'a summary that has few words in common with one of them',
      claim(
        'They work in refugee aid and know how to run a welcome desk, from the first list to the last tea.',
        {
          ...quotesOf(
            'I coordinate volunteers at a refugee charity that gives aid',
            'I teach English to those who have just arrived',
            'I write grants for an agency',
          ),
        },
      ),
    ],
    [
      'a quotation of one of them',
      claim('They remember. One of them says “I kept the lighthouse on Skerryvore until they closed it”.', {
        ...quotesOf(
          'I kept the lighthouse on Skerryvore until they closed it',
          'They closed the cannery, and I remember the smell',
          'I remember every boat that left the slip',
        ),
      }),
    ],
    [
      'a quotation with an apostrophe',
      claim(
        'They remember. One of them says “I’ve kept the lighthouse on Skerryvore until they closed it”.',
        {
          ...quotesOf(
            'I’ve kept the lighthouse on Skerryvore until they closed it',
            'They closed the cannery, and I remember the smell',
            'I remember every boat that left the slip',
          ),
        },
      ),
    ],
    [
      'in Spanish',
      claim('Hacen pan en casa y comparten masa madre.', {
        ...quotesOf(
          'Hago pan los domingos',
          'Mi masa madre tiene nombre',
          'Aprendo a hacer pan con mi abuela',
        ),
      }),
    ],
  ])('is left alone: %s', (_what, honest) => {
    expect(singledOut(honest, [])).toEqual([]);
  });
});
