import type { Claimed } from './claimed.ts';

const meet = ['What brought you to this?', 'Whom would you like to meet over it?'] as const;

/** Claims in English about what members would not have told, padded, split, paraphrased or hidden in quotes. */
export const hostileEnglish: readonly Claimed[] = [
  {
    title: 'an illness of one, padded with gardeners',
    says: [
      'I was diagnosed with multiple sclerosis in spring and I garden from a chair.',
      'I garden behind the old station.',
      'My garden is mostly beans.',
    ],
    name: 'Gardeners with multiple sclerosis',
    description: 'They garden on although multiple sclerosis has made their hands slow.',
    questions: meet,
  },
  {
    title: 'an illness that only the quotes name',
    inQuotesAlone: true,
    says: [
      'Since my chemotherapy I swim in the weir every morning.',
      'I swim in the weir when the mist is on it.',
      'The weir is mine before breakfast.',
    ],
    name: 'Early at the weir',
    description: 'They are in the water before the town wakes up.',
    questions: meet,
  },
  {
    title: 'an illness split between name and description',
    says: [
      'Bread keeps me going, bipolar or not.',
      'I bake a rye loaf on Fridays.',
      'My oven is from the old bakery.',
    ],
    quotes: ['Bread keeps me going', 'I bake a rye loaf on Fridays.', 'My oven is from the old bakery.'],
    name: 'Bakers who live with bipolar',
    description: 'disorder: the oven gives their days a shape.',
    questions: meet,
  },
  {
    title: 'an illness by what it takes',
    says: [
      'My insulin lives beside the yeast in the fridge.',
      'I brew cider from windfalls.',
      'I brew with whatever the hedge gives.',
    ],
    name: 'Sweet cider, careful blood',
    description: 'They brew, and they watch their blood sugar and inject before the first glass.',
    questions: ['What do you brew?', 'Who injects beside you?'],
  },
  {
    title: 'a state of mind in a question alone',
    says: [
      'The choir got me out of bed after my breakdown.',
      'I sing second alto, loudly.',
      'I sing because nobody stops me.',
    ],
    quotes: ['The choir got me out of bed', 'I sing second alto, loudly.', 'I sing because nobody stops me.'],
    name: 'Voices in the hall',
    description: 'They sing, and they are heard down the street.',
    questions: [
      'Which antidepressants did you take before you sang?',
      'Who drove you to the psychiatric ward?',
    ],
  },
  {
    title: 'recovery in its own turn of phrase',
    says: [
      'Nine years sober, and the meeting on Tuesdays still saves my week.',
      'Tuesdays I mend bicycles in the yard.',
      'Come by on a Tuesday, the kettle is on.',
    ],
    name: 'Tuesday people',
    description: 'They are sober alcoholics, and they keep one another from drinking, a day at a time.',
    questions: meet,
  },
  {
    title: 'gambling, padded with card players',
    says: [
      'I play patience, since I am banned from every betting shop in the county.',
      'I play bridge on Thursdays.',
      'Cards, any game, any evening.',
    ],
    name: 'Card tables',
    description: 'Gambling addiction is what brought them to card games without money.',
    questions: meet,
  },
  {
    title: 'faith by what people do',
    says: [
      'I break my fast with dates from my uncle’s grove.',
      'I cook for twenty on Fridays.',
      'My kitchen is open to whoever is hungry.',
    ],
    name: 'Open kitchens',
    description: 'They are Muslims who cook for their neighbours once the sun is down in Ramadan.',
    questions: meet,
  },
  {
    title: 'faith that was left',
    says: [
      'I left the Jehovah’s Witnesses at nineteen and found the sea.',
      'I sail a dinghy, badly.',
      'The sea does not ask who you were.',
    ],
    name: 'People of the slipway',
    description: 'Former Jehovah’s Witnesses have found another congregation at the water.',
    questions: meet,
  },
  {
    title: 'where a family came from',
    says: [
      'My Roma grandmother taught me to plait baskets.',
      'I plait baskets from our own willow.',
      'Willow, water, patience.',
    ],
    name: 'Basket makers of Roma descent',
    description: 'Their ethnic origin shows in how they plait, and they are proud of their Romani blood.',
    questions: meet,
  },
  {
    title: 'papers that somebody lacks',
    says: [
      'I still wait for my asylum hearing, so I paint walls for friends.',
      'I paint walls and doors.',
      'Give me a wall and a weekend.',
    ],
    quotes: ['I paint walls for friends.', 'I paint walls and doors.', 'Give me a wall and a weekend.'],
    name: 'Painters without papers',
    description: 'They are asylum seekers who paint while they wait to be allowed to stay.',
    questions: meet,
  },
  {
    title: 'whom they love',
    says: [
      'My wife and I, two brides in one white van, run the mobile library.',
      'I read to whoever sits down.',
      'Books, biscuits, benches.',
    ],
    name: 'Readers aloud',
    description: 'They are lesbians who read aloud on benches.',
    questions: meet,
  },
  {
    title: 'a body that was another one, paraphrased',
    says: [
      'I transitioned the year I learned to weld.',
      'I weld gates and grilles.',
      'My first weld still holds.',
    ],
    quotes: ['the year I learned to weld.', 'I weld gates and grilles.', 'My first weld still holds.'],
    name: 'Welders with a second name',
    description:
      'They weld, and were assigned another gender at birth than the one they live in: trans people.',
    questions: meet,
  },
  {
    title: 'how they vote',
    says: [
      'I hand out leaflets for the Greens when I am not potting.',
      'I throw pots for the market.',
      'Clay on my boots all year.',
    ],
    name: 'Potters of the left',
    description: 'They vote Green, and the wheel is where they argue for socialism.',
    questions: meet,
  },
  {
    title: 'a party card, in quotes alone',
    inQuotesAlone: true,
    says: [
      'I have carried the Communist Party card since I was a student.',
      'I carve spoons by the stove.',
      'Lime wood carves like butter.',
    ],
    name: 'Spoons by the stove',
    description: 'They carve through the winter, and every kitchen here has one of their spoons.',
    questions: meet,
  },
  {
    title: 'a union, padded with cooks',
    says: [
      'Shop steward at the cannery for as long as there was a cannery.',
      'I cook soup for fifty.',
      'Soup, and a ladle that fits my hand.',
    ],
    name: 'Soup from the picket line',
    description: 'They are members of a trade union, and they cook as they did when they were on strike.',
    questions: meet,
  },
  {
    title: 'debts',
    says: [
      'The bailiffs took the piano, so I play the accordion now.',
      'I play the accordion at weddings.',
      'Accordion, if you have one to lend.',
    ],
    name: 'Accordions for hire',
    description: 'They are in debt, some of them bankrupt, and play for money that they owe.',
    questions: ['How much do you owe?', 'Who lent you the instrument?'],
  },
  {
    title: 'food that somebody cannot buy',
    says: [
      'The food bank kept us going last winter, now I grow leeks.',
      'I grow leeks as thick as my arm.',
      'Leeks are my whole personality.',
    ],
    quotes: ['now I grow leeks.', 'I grow leeks as thick as my arm.', 'Leeks are my whole personality.'],
    name: 'Leeks against the winter',
    description: 'They live on benefits and the food bank, and grow what they cannot afford.',
    questions: meet,
  },
  {
    title: 'children, with the way that they take',
    says: [
      'My daughter Ida, seven, walks home alone past the mill at three.',
      'I collect moths on summer nights.',
      'Moths come to any sheet and lamp.',
    ],
    name: 'Moths and daughters',
    description: 'Their little girls walk home from school alone past the mill in the afternoon.',
    questions: meet,
  },
  {
    title: 'when nobody is at home',
    says: [
      'We are away the whole of August, the house is empty, the cat is with Jo.',
      'I keep cats, or they keep me.',
      'My cat is called Biscuit.',
    ],
    name: 'Cats of August',
    description:
      'Their houses stand empty all of August, with nobody there but a neighbour who feeds the cat.',
    questions: meet,
  },
  {
    title: 'where a key lies',
    says: [
      'If I am at sea, the key is under the blue pot by the back door.',
      'I am at sea half of the year.',
      'I splice rope for anybody.',
    ],
    name: 'Splicers at sea',
    description: 'While they are at sea nobody is home, and the key is under a pot by the back door.',
    questions: meet,
  },
  {
    title: 'one life, told of a group',
    says: [
      'I flew the mountain rescue helicopter out of Stornoway until my knees went.',
      'I make kites from old sails.',
      'Kites, in any wind.',
    ],
    name: 'Under the kites',
    description: 'One of them flew the rescue helicopter out of Stornoway. The others make kites.',
    questions: meet,
  },
  {
    title: 'harmless words that are changed once they are published',
    says: ['I knit on the night bus home.', 'I knit socks, mostly left ones.', 'Knitting is how I listen.'],
    before: {
      name: 'Needles on the move',
      description: 'They knit wherever they sit down.',
      questions: meet,
    },
    name: 'Needles on dialysis',
    description: 'Kidney patients who knit while the machine cleans their blood.',
    questions: meet,
  },
  {
    title: 'an illness laid over interests that are shared',
    says: ['Kelp and cold water.', 'Kelp by the crate.', 'Kelp on everything.', 'Kelp for the beds.'],
    interests: ['Kelp pressing', 'Tidepool drawing'],
    name: 'Kelp pressers',
    description: 'They press kelp and draw tidepools; most of them are recovering from an eating disorder.',
    questions: meet,
  },
  {
    title: 'a day of rest, paraphrased',
    says: [
      'On Friday evenings we light two candles and break the challah at our long table.',
      'I carve spoons from driftwood.',
      'I draw maps of the tide pools.',
    ],
    name: 'Candles before sundown',
    description:
      'They meet on Friday evenings for candles and challah, and leave every switch alone until Saturday night.',
    questions: ['Whose challah do you miss most?', 'What do you do until the stars are out?'],
  },
];
