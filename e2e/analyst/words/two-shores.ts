import { all, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity, WordsMember } from './words-community.ts';

const besides = ['Sewing', 'Cooking', 'Photography', 'Gardening'];

/** Members of one shore: each lists its skill and one of the others, and the first four look for the other shore's. */
const shore = (name: string, skill: string, wish: string, chessEvery: number): WordsMember[] =>
  Array.from({ length: 24 }, (_, at) => ({
    id: `${name}${at + 1}`,
    skills: [skill, besides[at % besides.length]!],
    ...(at < 4 ? { wishes: [wish] } : {}),
    ...(at % chessEvery === 0 ? { interests: ['Chess'] } : {}),
  }));

/** A yard and a gallery on two sides of one river, whose members rarely meet. */
export const twoShores: WordsCommunity = {
  name: 'Two Shores',
  members: [
    {
      id: 'ferry',
      role: 'Ferry pilot',
      bio: 'I cross forty times a day and nobody gets out on the other side.',
      answers: [['What do you miss?', 'Passengers who stay for a drink over there.']],
    },
    { id: 'hull', bio: 'My hulls are sound and ugly. Someone told me so from a boat.' },
    { id: 'blue', bio: 'I mix blues all winter. There is nothing large enough to put them on.' },
    ...shore('yard', 'Welding', 'Painting', 4),
    ...shore('gallery', 'Painting', 'Welding', 6),
    ...listing(2, 'both', { skills: ['Welding', 'Painting'] }),
    ...listing(10, 'other', { skills: ['Sewing', 'Cooking'] }),
  ],
  honest: [
    {
      rule: {
        givers: { ...all('skill:painting'), none_of: ['skill:welding'] },
        seekers: { ...all('skill:welding'), none_of: ['skill:painting'] },
      },
      category: 'collaboration_opportunity',
      basis: 'apart',
      name: 'Two sides of one river',
      description:
        'Painters and welders, and hardly anybody is both. Whoever does both could build the bridge between the yard and the gallery.',
    },
    {
      rule: givers(
        all('skill:painting', 'looking_for:welding'),
        all('skill:welding', 'looking_for:painting'),
      ),
      category: 'collaboration_opportunity',
      basis: 'swap',
      name: 'A weld for a coat of paint',
      description:
        'Painters look for welding and welders look for painting: each has what the other asks for. One afternoon would settle it.',
    },
    {
      rule: all('skill:welding', 'interest:chess'),
      category: 'cross_domain',
      basis: 'shared',
      name: 'Sparks and chess',
      description:
        '{member_count} members list both welding and chess. It could be a tournament in the yard.',
    },
    {
      quotes: {
        ferry: 'Passengers who stay for a drink over there.',
        hull: 'My hulls are sound and ugly.',
        blue: 'There is nothing large enough to put them on.',
      },
      name: 'Blue for the hulls',
      description:
        'A hull that is sound and ugly, blues with nothing large enough to go on, and a ferry pilot who could carry the one to the other.',
    },
  ],
  hostile: [
    {
      rule: {
        givers: { ...all('skill:painting'), none_of: ['skill:welding'] },
        seekers: { ...all('skill:welding'), none_of: ['skill:painting'] },
      },
      category: 'collaboration_opportunity',
      basis: 'apart',
      name: 'The quarrel of the shores',
      description: 'Every single painter also works as a photographer, and most of them dislike welding.',
    },
  ],
};
