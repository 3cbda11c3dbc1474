import { all, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Held-out saves: written after the gate was tuned on the other tables, to test it on unseen prose. */
export const brindlewickFresh: HonestRun[] = [
  {
    title: 'quotes what people would teach in an evening',
    saves: [
      on(
        {
          quotes: [
            'How to graft an apple tree with a kitchen knife and a bit of bicycle tube.',
            'Soldering. Everyone leaves with a contact mic that works.',
            'Sharpening. Bring the chisel you are ashamed of.',
            'A hook. Everybody starts with a hook.',
          ],
        },
        'skill_cluster',
        'quotes',
        {
          name: 'One-Evening Masters',
          description:
            'Asked what they could teach in an evening, {member_count} members gave answers that already sound like an invitation: a hook, a sharp chisel, a grafted apple tree, a contact mic that works. The programme for a season of hands-on evenings is more or less written. All it needs is a room and somebody to put the kettle on.',
          question_prompts: [
            'What would people walk home with at the end of your evening?',
            'How many guests can you look after properly?',
            'Whose class would you like to be a student in?',
          ],
        },
      ),
    ],
  },
  {
    title: 'quotes what one has over and another lacks',
    saves: [
      on(
        {
          quotes: [
            'someone with a spare cold store',
            'people to swap starters with',
            'goats, pigs or bakers for spent grain',
            'Orchards and gardens to put hives in',
          ],
        },
        'collaboration_opportunity',
        'quotes',
        {
          name: 'Spare Grain, Spare Shelves, Spare Trees',
          description:
            "Read side by side, these wishes answer each other. {member_count} members ask for things that a neighbour may be glad to give away: cold storage, starters, a home for hives, an animal that eats spent grain. A notice board — on paper, in a shop window — might be all the technology that's required.",
          question_prompts: [
            'What do you have too much of at this time of year?',
            'What would you accept in exchange, other than money?',
          ],
        },
      ),
    ],
  },
  {
    title: 'describes young web developers, and of fundraisers',
    saves: [
      on({ candidate: ['skill:typescript', 'skill:css'] }, 'skill_cluster', 'beyond_chance', {
        name: 'The Front-End Bench',
        description:
          'JavaScript, CSS, web development and TypeScript: {member_count} members list nearly the whole set. Chance on its own would be expected to yield {expected}. With requests for websites piling up elsewhere in the community, an informal surgery, where people drop in with a broken page, would be good for both sides.',
        question_prompts: [
          'What is the smallest site you are proud of?',
          'Would you rather fix an old page or start a new one, and why?',
          'How do you explain your work to people who have never written a line of code?',
        ],
      }),
      on({ rule: all('skill:grant writing', 'skill:fundraising') }, 'skill_cluster', 'beyond_chance', {
        name: 'People Who Know How to Ask',
        description:
          "Grant writing and fundraising are listed together by {member_count} members. They're the quiet engine behind many projects, and they rarely get to compare notes. A breakfast once a quarter, with templates and war stories, would repay itself many times over.",
        question_prompts: [
          'What sentence has opened the most doors for you?',
          'Which application still makes you wince?',
        ],
      }),
    ],
  },
  {
    title: 'describes common things to share as strengths',
    evaluates: true,
    saves: [
      on({ candidate: ['interest:hiking'] }, 'community_strength', 'share', {
        name: 'Boots by the Door',
        description:
          'Hiking is an interest of {share} of our members. It asks for no venue, suits shy people (side by side is easier than face to face) and works in every season. A standing walk on the first Sunday of the month, with a different member choosing the route, would be hard to get wrong.',
        question_prompts: [
          'Which path do you take when you need to think?',
          'Who would you most like to walk beside for a couple of hours?',
          'What makes a walk too long?',
        ],
      }),
    ],
  },
];
