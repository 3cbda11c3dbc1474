import { all, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Saves of an honest analyst from quotes in Brindlewick, and updates of saved patterns. */
export const brindlewickWords: HonestRun[] = [
  {
    title: 'quotes those who came home for their parents',
    saves: [
      on(
        {
          quotes: [
            'I came back to Brindlewick to look after my mother',
            'Moved back here when dad got ill.',
            'Came home after ten years in big kitchens to help with my father.',
            'I moved back to nurse my mum',
          ],
        },
        'cross_domain',
        'quotes',
        {
          name: 'Those Who Came Back',
          description:
            'No facet says it, but {member_count} members tell the same story in their own words: they returned to look after a parent. Their working lives could hardly be more different, and they share an experience that is seldom spoken about at parties. A low-key supper, with no agenda, could mean a great deal.',
          question_prompts: [
            'What did coming home change for you?',
            'What help would have made the first year easier?',
            'What have you made here that you could not have made elsewhere?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes what the flood did',
    saves: [
      on(
        {
          quotes: [
            'The cellar flooded in the big flood',
            "We started the week after the flood because everyone's white goods were on the pavement",
            'lost 11 in the flood. back up to 30 now.',
            'The flood lifted her onto the bowling green for nine days.',
            'Since the flood I have been trying to get the top of the valley wetter',
          ],
        },
        'cross_domain',
        'quotes',
        {
          name: 'What the Flood Left Behind',
          description:
            'For {member_count} members the flood is a turning point in their story: one lost bees, one found a vocation, one spent days aboard a stranded boat. Told together, these accounts would make a remarkable evening — part memorial, part practical lesson for the next time the water comes. They span farming, repair, boats and river science.',
          question_prompts: [
            'Where were you when the water came?',
            'What do you do differently since the flood?',
            'What should newcomers to the valley know?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes wishes for somebody to hand a craft on to',
    saves: [
      on(
        {
          quotes: [
            'someone young to leave the seed collection to',
            'somebody to inherit the tuning book',
            'apprentices, any age',
            'an apprentice with small hands and no phone',
          ],
        },
        'community_strength',
        'quotes',
        {
          name: 'Looking for an Heir',
          description:
            "Some crafts end with the person who holds them. {member_count} members say outright that they're looking for an apprentice or an heir. An apprenticeship fair, however modest, would let curious younger people meet them before it is too late.",
          question_prompts: [
            'What would be lost if you stopped tomorrow?',
            'What does a good first day as an apprentice look like?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes those awake in the small hours',
    saves: [
      on(
        {
          quotes: [
            'I drive the last bus, the 23.10 up the valley.',
            'Hotel desk, ten till six.',
            'nights at the distribution shed.',
            'Cook by night, mushrooms by day.',
            'Ambulance three nights, building site three days.',
          ],
        },
        'interest_theme',
        'quotes',
        {
          name: 'The Night Shift',
          description:
            'Ordinary meet-ups happen when these {member_count} people are asleep or at work. Driving the last bus, minding a hotel desk, guarding a shed, cooking, riding an ambulance: they keep the town running after hours. Why not hold something at breakfast time, when one day ends and the next begins?',
          question_prompts: [
            'What does the town look like at the hour when only you are up?',
            'When would a get-together actually suit you?',
            'What do day people never understand about working nights?',
          ],
        },
      ),
    ],
  },
  {
    title: 'rewords a pattern by its id alone',
    before: {
      ...on({ candidate: ['skill:figma', 'skill:user experience'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Figma and UX',
        description: '{member_count} members list Figma and UX together, well above what chance would give.',
        question_prompts: ['What are you designing?', 'Who would you like to test it with?'],
      }),
    },
    saves: [
      on({ update: 'Figma and UX' }, 'skill_cluster', 'beyond_chance', {
        name: 'Interface Makers',
        description:
          'A compact group of {member_count}: each of them pairs Figma with UX. Because they speak the same language already, a peer critique — short, honest, kind — would be easy to set up and hard to outgrow.',
        question_prompts: [
          'What piece of work would you dare to show before it is finished?',
          'What is the most useful criticism you have ever been given?',
          'Whose work in this community do you admire?',
        ],
      }),
    ],
  },
  {
    title: 'updates a pattern on its candidate, and adds another beside it',
    before: {
      ...on({ candidate: ['interest:folklore', 'interest:masks'] }, 'interest_theme', 'beyond_chance', {
        name: 'Folklore people',
        description:
          '{member_count} members share folklore, ballads, masks, puppetry and street processions.',
        question_prompts: ['What is your favourite ballad?', 'Have you made a mask?'],
      }),
    },
    saves: [
      on(
        { update: 'Folklore people', candidate: ['interest:folklore', 'interest:masks'] },
        'interest_theme',
        'beyond_chance',
        {
          name: 'Masks, Puppets and Midwinter Songs',
          description:
            'Whoever loves folklore here tends to love the rest of it as well: ballads, masks, puppetry, street processions. {member_count} members share every one of these interests, roughly {lift} times as many as chance alone would gather. They are storytellers at heart; give them a street and a date.',
          question_prompts: [
            'Which song or story do you carry in your head?',
            "What's the best mask you have ever seen, and who was behind it?",
          ],
          corrected: {
            description:
              'Whoever loves folklore here tends to love the rest of it as well: ballads, masks, puppetry, street processions. {member_count} members share every one of these interests, roughly {lift} times as many as chance alone would gather. Give them a street and a date.',
          },
        },
      ),
      on({ rule: all('skill:writing', 'skill:editing') }, 'skill_cluster', 'beyond_chance', {
        name: 'Writers Who Revise',
        description:
          'Writing and editing go hand in hand for {member_count} members. They could offer a clinic for anyone who has to explain a project in plain words.',
        question_prompts: [
          'When do you know that a text is finished?',
          'What text in this town badly needs an editor?',
        ],
      }),
    ],
  },
  {
    title: 'reads profiles of a candidate and speaks of them warmly',
    reads: ['skill:fermentation', 'skill:cheese making'],
    saves: [
      on({ candidate: ['skill:fermentation', 'skill:grafting'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Patience in Jars, on Logs and in the Hedge',
        description:
          "Reading these profiles one after the other is a joy: people apologise for the airing cupboard, boast about a single good cheese, and admit to forty failed attempts. What they share is at least several of fermentation, cheesemaking, mushroom cultivation, seed saving and grafting. There are {member_count} of them; chance would have given us {expected}. I'd love to see a tasting where failures are as welcome as triumphs.",
        question_prompts: [
          'What was your most instructive failure?',
          'What is bubbling, ripening or rooting at your place right now?',
          'Which of your methods did you invent yourself?',
        ],
        corrected: {
          description:
            "Reading these profiles one after the other is a joy: people apologise for the airing cupboard and boast about a single good cheese. What they share is at least several of fermentation, cheesemaking, mushroom cultivation, seed saving and grafting. There are {member_count} of them; chance would have given us {expected}. I'd love to see a tasting where failures are as welcome as triumphs.",
        },
      }),
    ],
  },
];
