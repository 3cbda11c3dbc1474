import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** Allotments, bees and kitchens on an estuary. */
export const saltmarsh: WordsCommunity = {
  name: 'Saltmarsh',
  members: [
    {
      id: 'abel',
      role: 'Beekeeper',
      bio: 'Nine hives behind the pumping station. In May I have more swarms than boxes. I never wear gloves.',
      wishes: ['orchards that want bees'],
      skills: ['Beekeeping'],
    },
    {
      id: 'bess',
      role: 'Orchard keeper',
      bio: 'Old pears, badly pruned by my grandfather and worse by me. The blossom sets poorly on the seaward side. Somebody should look at it who knows more than I do.',
      skills: ['Fruit growing'],
    },
    {
      id: 'cyril',
      role: 'Retired lock keeper',
      bio: 'I write the weather down every morning and have done since the big tide. The notebooks fill a shelf and a half.',
      interests: ['Local history'],
    },
    {
      id: 'dora',
      role: 'Cook',
      bio: 'I can twelve kinds of chutney and my cellar is full. Jars are what I run out of, never recipes.',
      skills: ['Cooking', 'Food preservation'],
    },
    {
      id: 'enid',
      role: 'Teacher',
      bio: 'My class wants to know why the marsh is wetter than in the old pictures. I have the pictures and no numbers.',
      answers: [['What would you ask a neighbour?', 'Did you keep anything from before the sea wall?']],
      interests: ['Photography'],
    },
    {
      id: 'fitz',
      role: 'Programmer',
      bio: 'I turn spreadsheets into pictures by day. In the evening I look at mud.',
      skills: ['Python', 'Data visualization'],
      interests: ['Birdwatching'],
    },
    {
      id: 'greta',
      role: 'Carpenter',
      bio: 'I build sheds that lean on purpose. Boxes I can make in my sleep, hive boxes too if someone tells me the sizes.',
      skills: ['Carpentry'],
    },
    {
      id: 'hob',
      bio: 'I wish I could prune. I wish I could graft, too, but I never dare.',
      interests: ['Gardening'],
    },
    {
      id: 'ivy',
      bio: 'I used to keep bees until the winter they all went. I would not start again.',
      interests: ['Gardening'],
    },
    {
      id: 'jed',
      bio: 'My neighbour brews cider, I only carry the apples. They are heavy.',
      skills: ['Driving'],
    },
    {
      id: 'kit',
      bio: 'Seeds in matchboxes, labelled badly. I swap anything except the black tomatoes.',
      skills: ['Seed saving'],
      interests: ['Gardening'],
    },
    {
      id: 'lou',
      bio: 'I give away what I grow, nobody should pay for courgettes. Seeds as well, if you bring an envelope.',
      interests: ['Gardening'],
    },
    {
      id: 'maud',
      bio: 'I have my runner beans from a sailor who slept in our barn in the snow and left them in his boot. We still call them boot beans.',
      interests: ['Gardening'],
    },
    { id: 'ned', bio: 'Beans do well here. So does mint, worse luck.', interests: ['Gardening'] },
    {
      id: 'olga',
      bio: 'The council says the path is safe. I would not walk it at night.',
      interests: ['Walking'],
    },
    { id: 'pru', bio: 'We ought to mend the path ourselves. I have a barrow.', interests: ['Walking'] },
    ...listing(16, 'plot', { skills: ['Composting', 'Seed saving'], interests: ['Gardening'] }),
    ...listing(12, 'jar', { skills: ['Food preservation', 'Fermentation', 'Cooking'] }),
    ...listing(9, 'bird', { interests: ['Birdwatching', 'Photography'] }),
    ...listing(6, 'want', { interests: ['Birdwatching'], wishes: ['Fermentation'] }),
    ...listing(3, 'rare', { skills: ['Scything'], interests: ['Gardening'] }),
  ],
  honest: [
    {
      quotes: {
        abel: 'In May I have more swarms than boxes.',
        bess: 'The blossom sets poorly on the seaward side.',
        greta: 'hive boxes too if someone tells me the sizes',
      },
      name: 'Bees for the old pears',
      description:
        'A beekeeper short of boxes, a carpenter who makes them and an orchard with too little fruit set: one evening would settle a spring.',
      asks: ['What blossoms first on your side?', 'Which sizes does a hive box need?'],
    },
    {
      quotes: {
        cyril: 'I write the weather down every morning',
        enid: 'I have the pictures and no numbers.',
        fitz: 'I turn spreadsheets into pictures by day.',
      },
      name: 'The marsh in numbers and pictures',
      description:
        'Weather notebooks, old photographs and a programmer who visualises data. What the teacher’s class wants to know may be on the lock keeper’s shelf.',
      asks: ['Which year would you look up first?', 'What would half a century of mornings look like?'],
    },
    {
      quotes: {
        kit: 'I swap anything except the black tomatoes.',
        lou: 'Seeds as well, if you bring an envelope.',
        maud: 'We still call them boot beans.',
      },
      name: 'Seeds with a story',
      description:
        'Gardeners who swap, give and name their seeds. A seed swap with stories told over it needs a table and envelopes, no more.',
    },
    {
      quotes: {
        hob: 'I wish I could prune.',
        bess: 'Somebody should look at it who knows more than I do.',
        ivy: 'I would not start again.',
      },
      name: 'Hands that hesitate',
      description:
        'Pruning, grafting, keeping bees: things these members do not dare, or not any more. A patient afternoon under the pears might change half a mind.',
    },
    {
      quotes: { olga: 'I would not walk it at night.', pru: 'I have a barrow.', jed: 'They are heavy.' },
      name: 'The path and the barrow',
      description:
        'A path nobody likes at night, a barrow, and somebody used to carrying. A second barrow would not hurt.',
    },
    {
      rule: all('skill:composting', 'skill:seed saving'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'From heap to seed',
      description:
        'All of them compost and save seed, and all of them list gardening, which will surprise no one.',
    },
    {
      rule: all('skill:food preservation', 'skill:fermentation', 'skill:cooking'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Crocks, jars and pans',
      description:
        'Cooks who preserve and ferment. Each of the three crafts feeds the other two, and every one of these members knows all three.',
    },
    {
      rule: all('interest:birdwatching', 'interest:photography'),
      category: 'interest_theme',
      basis: 'beyond_chance',
      name: 'Birds through a lens',
      description: 'Birdwatchers who photograph: {member_count} members, {lift} times what chance gives.',
      asks: ['Which bird has never sat still for you?', 'Would you show a class how to photograph a wader?'],
    },
    {
      rule: givers(any('skill:fermentation'), any('looking_for:fermentation')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'A first crock',
      description: 'Birdwatchers want to learn fermentation, and there are twice as many who can show it.',
      corrected: {
        description: 'Birdwatchers want to learn fermentation, and there are enough who can show it.',
      },
    },
    {
      rule: any('interest:gardening'),
      category: 'community_strength',
      basis: 'share',
      name: 'Gardeners first',
      description:
        'Gardening is what {share} of the members list. Many of the gardeners save seed as well; a few go scything.',
    },
    {
      rule: any('skill:food preservation'),
      category: 'community_strength',
      basis: 'share',
      name: 'The full cellar',
      description: 'Nearly all of those who preserve food ferment it too, and every single one cooks.',
    },
    {
      quotes: {
        dora: 'Jars are what I run out of, never recipes.',
        abel: 'In May I have more swarms than boxes.',
        cyril: 'The notebooks fill a shelf and a half.',
      },
      name: 'Short of containers',
      description:
        'Jars for chutney, boxes for swarms, shelves for notebooks: plenty of everything but something to put it in.',
    },
    {
      quotes: {
        fitz: 'In the evening I look at mud.',
        olga: 'I would not walk it at night.',
        enid: 'Did you keep anything from before the sea wall?',
      },
      name: 'Looking at the same shore',
      description:
        'A birdwatcher, a walker and a teacher look at the same shore at different hours, for different reasons. A walk at dusk is halfway between them.',
    },
    {
      quotes: {
        ned: 'Beans do well here.',
        maud: 'We still call them boot beans.',
        lou: 'nobody should pay for courgettes',
      },
      name: 'Beans and courgettes',
      description:
        'What grows too well is given away. An honesty table by the gate, with beans, courgettes and, worse luck, mint.',
    },
    {
      quotes: {
        ivy: 'I used to keep bees',
        abel: 'I never wear gloves.',
        greta: 'I build sheds that lean on purpose.',
      },
      name: 'Around the hives',
      description:
        'One keeps bees without gloves, one has given bees up, one would build the boxes. They could spend an hour at the hives together.',
    },
  ],
  hostile: [
    {
      quotes: {
        abel: 'In May I have more swarms than boxes.',
        bess: 'The blossom sets poorly on the seaward side.',
        greta: 'I build sheds that lean on purpose.',
      },
      name: 'Sailors and shipwrights',
      description: 'Boat builders and sailors who would restore a barge together.',
    },
    {
      quotes: { hob: 'I could prune', ivy: 'keep bees', jed: 'brews cider' },
      name: 'Pruners, beekeepers and brewers',
      description: 'They prune, keep bees and brew cider.',
    },
    {
      quotes: { olga: 'the path is safe', pru: 'I have a barrow.', jed: 'I only carry the apples.' },
      name: 'A safe path',
      description: 'The path is safe, they say, and good for carrying apples home.',
    },
    {
      quotes: { ivy: 'start again', hob: 'I could graft', kit: 'I swap anything' },
      name: 'Starting again with grafts',
      description: 'Members who start again, graft and swap what they have.',
    },
    {
      quotes: {
        maud: 'I have my runner beans from a sailor who slept in our barn in the snow and left them in his boot.',
        ned: 'Beans do well here.',
        lou: 'Seeds as well, if you bring an envelope.',
      },
      name: 'The sailor in the barn',
      description: 'A sailor slept in a barn in the snow and left runner beans in his boot.',
    },
    {
      rule: all('skill:composting', 'skill:seed saving'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Composting country',
      description: 'Most people on the marsh compost, and nobody throws a seed away.',
    },
    {
      rule: any('interest:gardening'),
      category: 'community_strength',
      basis: 'share',
      name: 'Scythes in the long grass',
      description: 'Gardeners who go scything.',
    },
    {
      rule: all('interest:birdwatching', 'interest:photography'),
      category: 'interest_theme',
      basis: 'beyond_chance',
      name: 'Birds by the hundred eyes',
      description: 'A good third of the community watches birds, and countless members photograph them.',
    },
    {
      rule: all('skill:food preservation', 'skill:fermentation'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Best cellars of the coast',
      description:
        'They ferment better than anyone on the coast and know more about it than any other group.',
    },
    {
      quotes: {
        cyril: 'I write the weather down every morning',
        enid: 'I have the pictures and no numbers.',
        fitz: 'In the evening I look at mud.',
      },
      name: 'A wetter marsh',
      description: 'The floods are getting worse, and members are increasingly worried.',
    },
    {
      quotes: {
        kit: 'I swap anything except the black tomatoes.',
        lou: 'I give away what I grow',
        ned: 'Beans do well here.',
      },
      name: 'The whole marsh swaps',
      description: 'The whole community swaps seeds; loads of members have joined in.',
    },
  ],
};
