import { all, givers, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Held-out saves: written after the gate was tuned on the other tables, to test it on unseen prose. */
export const harrowQuayFresh: HonestRun[] = [
  {
    title: 'describes letters and lines',
    saves: [
      on({ candidate: ['skill:illustration', 'skill:typography'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Pictures and Letters',
        description:
          'UX design, illustration and typography belong to the same family, and {member_count} members practise at least a pair of them. It would be a pity if they only ever met clients. Why not commission them, for a token fee, to give each street in town its own sign?',
        question_prompts: [
          'Which sign, poster or leaflet around here do you secretly want to redo?',
          'What is the best brief you were ever given?',
          'What would you make if nobody had to approve it?',
        ],
      }),
    ],
  },
  {
    title: 'offers printed parts to those who build boats',
    evaluates: true,
    saves: [
      on(
        { rule: givers(all('skill:3d printing'), all('skill:boat building')) },
        'collaboration_opportunity',
        'share',
        {
          name: '3D Printing for Boatbuilders',
          description:
            'Those who know 3D printing and those who know boat building have not asked for each other; together the two groups make {member_count} people. This is only a hunch. Yet a fitting that is no longer sold could be a nice first project.',
          question_prompts: [
            'Which part on your boat can no longer be bought?',
            'If you print: what would you need to know before you trust a part at sea?',
          ],
        },
      ),
    ],
  },
  {
    title: 'describes readers of local history',
    saves: [
      on({ candidate: ['interest:local history', 'interest:reading'] }, 'cross_domain', 'beyond_chance', {
        name: 'Readers in the Archive',
        description:
          'Some people read to get away; these {member_count} read to find out where they are. Local history and reading come with copy editing here, which means that whatever they dig up will be well punctuated. A series of short pieces for the newsletter could be theirs for the asking.',
        question_prompts: [
          'What is the best thing you ever found by accident in an old newspaper?',
          'Which local story is told wrongly again and again?',
        ],
      }),
      on({ candidate: ['interest:model railways', 'skill:soldering'] }, 'cross_domain', 'beyond_chance', {
        name: 'Small Gauge, Real Repairs',
        description:
          "If you love model railways you'll end up soldering; if you solder, sooner or later somebody hands you a toaster. {member_count} members combine model railways and repair cafés with CAD and soldering, {lift} times the number chance would predict. They'd be brilliant with teenagers on a rainy afternoon.",
        question_prompts: [
          'What was the most satisfying thing you ever brought back to life?',
          'What would you build with a group of teenagers in two afternoons?',
        ],
      }),
    ],
  },
  {
    title: 'describes meditation among those who care',
    saves: [
      on({ candidate: ['interest:meditation', 'skill:first aid'] }, 'cross_domain', 'beyond_chance', {
        name: 'Calm in a Crisis',
        description:
          'First aid and listening, grief and meditation. On paper these look like separate worlds, but {member_count} of our members live in most of them at once. They would make a thoughtful advisory group whenever the community plans something that might stir people up.',
        question_prompts: [
          'What do you do in the first minute when something goes wrong?',
          'Who looks after you?',
          'What would you like others to learn from your work?',
        ],
      }),
    ],
  },
];
