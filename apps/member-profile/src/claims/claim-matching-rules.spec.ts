import { describe, expect, it } from '@jest/globals';
import { ProseIndex, Vocabulary } from '@warren/facets';
import { claimMatchingRules } from './claim-matching-rules.ts';
import { everydayWords } from './everyday-words.ts';

const vocabulary = new Vocabulary();
const claims = new ProseIndex(vocabulary, [], claimMatchingRules);

function named(text: string): string[] {
  return claims.mentions(text).map(({ canonical }) => canonical);
}

/** Texts that an analyst may write about a pattern: the facets of its evidence, then names, descriptions, questions. */
const honest: [evidence: string, sentences: string[]][] = [
  [
    'fermentation',
    [
      'Kitchen chemists',
      'They keep crocks of cabbage and jars of koji, and trade starters at the market.',
      'An evening where everybody brings a jar would introduce people who have never met.',
      'Fermentation runs through the membership, and {member_count} members share it.',
      'What is bubbling on your shelf right now, and who taught you to make it?',
      'A workshop, a shared meal or a swap of starters would help them learn from each other.',
      'What recipe has been in your family for longest?',
      'Processing the harvest together would take one weekend.',
      'Fermenters who meet over food and good stories',
      'Preserving the season is an art and a science at once.',
    ],
  ],
  [
    'cartography',
    [
      'Maps for everyone',
      'These members draw maps of the valley by hand and compare them with what is there.',
      'Cartographers who read the land slowly',
      'Which place in town deserves a map of its own?',
      'Could you walk a route with someone who has never drawn one?',
      'A shared history of paths and rivers, in archives and libraries, is what they look for.',
    ],
  ],
  [
    'choir singing, singing',
    [
      'Unity Through Song',
      'Voices that meet on Tuesdays and want an audience.',
      'The choir would gladly sing at an event of another group.',
      'Which song would you teach a beginner first?',
      'People who sing in a choir, and share the work of organising its evenings.',
      'They reach for an octave more than they dare alone.',
    ],
  ],
  [
    'gardening',
    [
      'Hands in the soil',
      'A Spring Garden for Beginners',
      'Stories From the Garden',
      'Gardeners who save seeds and lend tools to each other.',
      'Who would open their garden for an afternoon of sharing cuttings?',
      'Running a swap of seeds and plants in spring is within reach.',
      'Families might like a garden party where the children make things too.',
      'In this climate, what grew well, and what surprised you?',
    ],
  ],
  [
    'data visualization',
    [
      'They turn numbers into pictures that people understand at a glance.',
      'Data visualisation brings them together; the poster about the community does not exist yet.',
      'Drawing on the same habit of mind, they look for the story in the numbers.',
      'Which chart changed your mind, and how did it do that, by design or by chance?',
      'It is a shell of an idea, but the node at which several interests meet.',
    ],
  ],
  [
    'woodworking',
    [
      'The quiet builders',
      'They build benches, bowls and boxes, and know where the good timber is.',
      'Woodworkers with a shop to share and a project on the go.',
      'What is the first thing you would make with somebody who has never held a plane?',
      'Bring an object with a story, a photo of your bench, or a question.',
      'Less waste and more stories at the repair table.',
      'A tapestry of small skills, stitched together by makers who help each other.',
    ],
  ],
  [
    'parenting',
    [
      'Parents who juggle school runs and projects of their own.',
      'What do your kids teach you, and who could you swap an afternoon with?',
      'Juggling everything, they would be glad of a mentor and of more time.',
      'Swift help, good humour and a spare key: that is what neighbours offer here.',
    ],
  ],
  [
    'language learning',
    [
      'Language learners who would rather talk than study.',
      'In which language do you dream, and who would you like to practise it with?',
      'A table where several languages are spoken, with patience, and mastering none of them is fine.',
      'Express yourself: what would you like to say first?',
    ],
  ],
  [
    '',
    [
      'Go Outside Together',
      'The people who make up this group seldom meet outside it.',
      'They are curious, friendly and practical, and like to start small.',
      'They have {lift} times more in common than chance explains, and nobody has brought them together yet.',
      'It stems from a habit of looking closely; all of them go back to basics.',
      'A rust-coloured thread runs through it, and an expert would react to it at once.',
      'Set up a video call, or a newsletter, so that they find one another by word of mouth.',
      'Could a pilot project in the library bring them to new people?',
      'Excel at the small things, and the rest follows.',
      'Who could show you the next step, and what would you show them in return?',
    ],
  ],
];

/** Texts that name a facet without evidence above, and the facets to be found. */
const foreign: [text: string, found: string[]][] = [
  ['They also know Kubernetes.', ['kubernetes']],
  ['K8s by night', ['kubernetes']],
  ['Fermenters who write JS after dark', ['fermentation', 'javascript']],
  ['UX for pickles', ['user experience']],
  ['python, welding and ceramics run through the group', ['python', 'welding', 'pottery']],
  ['PYTHON PEOPLE', ['python']],
  ['Python’s friends', ['python']],
  ['Screen-Printing is common among them', ['screen printing']],
  ['They could help with grant-writing', ['grant writing']],
  ['grant_writing', ['grant writing']],
  ['Grant  Writing Circle', ['grant writing']],
  ['Photographers among the cartographers', ['photography', 'cartography']],
  ['The photography of food', ['photography']],
  ['Many are web designers on the web', ['web design']],
  ['Node.js, C++ and C# are at home here', ['node.js', 'c++', 'c#']],
  ['Ｐｙｔｈｏｎ is what they share', ['python']],
  ['𝐏𝐲𝐭𝐡𝐨𝐧, once more', ['python']],
  ['Ku\u200bber\u00adne\u2060tes', ['kubernetes']],
  ['Data\u2010science for all', ['data science']],
  ['Their banjos are in tune', ['banjo']],
  ['They are good at Go and Rust', ['go', 'rust']],
  ['Rust Builders', ['rust']],
  ['Go developers, all of them', ['go']],
  ['Some write java', ['java']],
  ['Unity developers and React people', ['unity', 'react']],
  ['R and Julia users', ['r', 'julia']],
  ['PR for us, not pr', ['public relations']],
  ["WELDERS' CORNER", ['welding']],
  ['A drummer and two singers', ['drums', 'singing']],
  ['They love History and Art', ['history', 'visual art']],
  ['Community gardens need project management', ['community gardening', 'project management']],
  ['**Python** and `SQL`', ['python', 'sql']],
  ['Beekeeping, bee-keeping and Bee Keepers', ['beekeeping', 'beekeeping']],
  ['A fruit tree for each of them', ['fruit growing']],
];

describe('claimMatchingRules', () => {
  const sentences = honest.flatMap(([evidence, texts]) => texts.map((text) => ({ evidence, text })));

  it.each(sentences)('find nothing but "$evidence" in: $text', ({ evidence, text }) => {
    const foreign = named(text).filter((facet) => !evidence.split(', ').includes(facet));
    expect(foreign).toEqual([]);
  });

  it.each(foreign)('find what a claim says: %s', (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it('except few words, each a single one in lower case', () => {
    expect(everydayWords.size).toBeLessThan(150);
    expect([...everydayWords].filter((word) => !/^\p{Ll}+$/u.test(word))).toEqual([]);
  });

  it('find the same if more labels are known', () => {
    const index = claims.extended();
    index.add({ name: 'hedge laying', canonical: 'hedge laying' });
    index.add({ name: 'night walks', canonical: 'night walks' });
    index.add({ name: 'drummer', canonical: 'drummer' });
    index.add({ name: 'larkhill', canonical: 'larkhill', isPlace: true });
    const mentions = index.mentions('Hedge-laying at Larkhill, a night walk, drummers and no larkhill');
    expect(mentions.map(({ canonical, also }) => [canonical, ...also])).toEqual([
      ['hedge laying'],
      ['larkhill'],
      ['night walks'],
      ['drums', 'drummer'],
    ]);
    expect(named('Hedge-laying at Larkhill')).toEqual([]);
  });
});
