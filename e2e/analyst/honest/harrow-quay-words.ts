import { all, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Saves of an honest analyst from quotes in the harbour town. */
export const harrowQuayWords: HonestRun[] = [
  {
    title: 'quotes those who work at night',
    saves: [
      on(
        {
          quotes: [
            'Night shifts on the cardiac ward.',
            'Nights at the care home. At dawn I walk the sea wall before I sleep.',
            'Baker, so I work while the town is asleep. Anyone else awake then?',
            'I read whole novels between two and five.',
            'On-call most weeks, so I know what the harbour looks like before anybody is up.',
          ],
        },
        'cross_domain',
        'quotes',
        {
          name: 'Awake While the Town Sleeps',
          description:
            'On the ward, in the care home, at the oven, behind the desk of an inn: {member_count} members write about working through the night. One of them asks outright, "Anyone else awake then?" The answer is yes. A dawn breakfast by the sea wall would be the first event in this community held at a time that suits them.',
          question_prompts: [
            'What do you notice about this town that only night workers see?',
            'What is your ideal meal at the end of a shift?',
            'Would you rather meet before work, after work, or not leave the house at all?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes homecomings',
    saves: [
      on(
        {
          quotes: [
            'I came home to Harrow Quay with two suitcases and a kettle.',
            'Came home when Mum fell on the stairs, meant to stay a fortnight.',
            'I came back for the funeral and never used the return ticket.',
            'I write about the street I grew up in, which I came home to after twenty years away.',
            'Left the agency, came home, draw fish for a living.',
          ],
        },
        'interest_theme',
        'quotes',
        {
          name: 'The Return Ticket Never Used',
          description:
            "Their reasons differ — a closed yard, a mother's fall, a funeral, a street that would not let go — yet {member_count} members all write of coming home. None of them lists it as an interest, and why would they? They might enjoy swapping stories with one another, and they would make wonderful guides for people who are newly arrived.",
          question_prompts: [
            'What did you have to unlearn when you came back?',
            'What had changed, and what had not?',
            'Who made you feel at home again?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes the bereaved, in few words',
    saves: [
      on(
        {
          quotes: [
            'I lost my brother to the water and I still swim in it every morning.',
            'Since my wife died I have learned to cook exactly four things.',
            'I lost my dad in the spring and the choir carried me through it.',
            'Widowed young. I write letters to him that I do not post.',
          ],
        },
        'cross_domain',
        'quotes',
        {
          name: 'Carrying On',
          description:
            '{member_count} members mention a death that changed them: a brother, a wife, a father, a husband. Each has found something to do with it: swimming, cooking, singing, writing letters. A walk together, without speeches, may be enough.',
          question_prompts: ['What has carried you?', 'What do you wish people would say, or stop saying?'],
          corrected: {
            description:
              '{member_count} members mention a death that changed them: a brother, a wife, a father, a husband. Each has found something to do with it: swimming, singing, writing letters. A walk together, without speeches, may be enough.',
          },
        },
      ),
      on(
        {
          quotes: [
            'The last of four generations at the slip. Nobody to hand it to yet.',
            'I would teach anyone to splice. My hands will not do it for ever.',
            'I would hand them over gladly to somebody younger.',
          ],
        },
        'community_strength',
        'quotes',
        {
          name: 'Knowledge Looking for Younger Hands',
          description:
            'A boatyard, a splice, a set of accounts: {member_count} members are ready to pass something on and have not found anyone to take it. Mentoring pairs would be a gift in both directions. Shall we simply ask who is curious?',
          question_prompts: [
            'What would you most regret not having passed on?',
            'What kind of person are you hoping for?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes second careers beside a rule',
    saves: [
      on(
        {
          quotes: [
            'I retrained after the cannery, and wrote my first program the week I turned fifty.',
            'I learned to code at the kitchen table after the children were asleep.',
            'I was a lorry driver until my back went; boats are heavier but they wait for you.',
            'I was a surveyor for thirty years and I am a gardener now, which is the same with worms.',
          ],
        },
        'cross_domain',
        'quotes',
        {
          name: 'Second Acts',
          description:
            '{member_count} members describe starting over: from a cannery to code, from lorries to boats, from surveying to a garden. Career changers are often the most generous mentors because they remember what it\'s like not to know. How about an evening of short talks called "What I did before"?',
          question_prompts: [
            'What did your previous job teach you that still comes in handy?',
            'What would you tell someone who thinks that it is too late?',
            'Who gave you your first chance?',
          ],
        },
      ),
      on(
        { rule: all('interest:local history', 'interest:ghost stories') },
        'interest_theme',
        'beyond_chance',
        {
          name: 'Where History Gets Spooky',
          description:
            'Local history and ghost stories go together for {member_count} people. An after-hours tour, told by those who know the houses, is practically begging to be organised.',
          question_prompts: [
            'Which local story do you tell visitors first?',
            'Where in town would you not like to be alone after midnight?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes people who work between languages',
    saves: [
      on(
        {
          quotes: [
            'My grandmother wrote her recipes in Polish and I am still translating her handwriting.',
            'Half the town speaks a language the other half has never heard.',
            'I write letters to him that I do not post.',
          ],
        },
        'cross_domain',
        'quotes',
        {
          name: 'Between Languages',
          description:
            "A baker deciphers a grandmother's Polish recipes, an interpreter works between two halves of a town, a writer sends letters to someone who can no longer answer. What these {member_count} members share is the effort of making oneself understood. A multilingual reading — every text in its own language, with a translation on the wall — could be beautiful.",
          question_prompts: [
            'Which word do you miss in English?',
            'Whose handwriting would you recognise anywhere?',
            'What would you like to have translated?',
          ],
        },
      ),
    ],
  },
  {
    title: 'updates what it saved with a rule it widens',
    before: on(
      { candidate: ['skill:3d printing', 'skill:laser cutting'] },
      'skill_cluster',
      'beyond_chance',
      {
        name: 'Makers',
        description: '{member_count} members share 3D printing, laser cutting, CAD and soldering skills.',
        question_prompts: ['What do you make?', 'What do you need?'],
      },
    ),
    saves: [
      on(
        {
          update: 'Makers',
          rule: {
            clauses: [
              {
                at_least: 3,
                of: ['skill:cad', 'skill:soldering', 'skill:3d printing', 'skill:laser cutting'],
              },
            ],
          },
        },
        'skill_cluster',
        'beyond_chance',
        {
          name: 'The Bench: Printers, Cutters, Solderers',
          description:
            "A bench is where 3D printing, laser cutting, CAD and soldering come together, and {member_count} of our members would be at home there. Compare that with {expected}, the figure chance predicts. Opening a members' workshop one evening a week would serve repairers and inventors alike.",
          question_prompts: [
            "What's on your bench at the moment?",
            'What would you mend for a neighbour, free of charge?',
            'Which safety rule did you learn the hard way?',
          ],
        },
      ),
    ],
  },
];
