import { all, any, givers, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Saves of an honest analyst in a synthetic harbour town, whose labels contain digits and points. */
export const harrowQuayFacets: HonestRun[] = [
  {
    title: 'names a skill with a digit in it',
    saves: [
      on({ candidate: ['skill:3d printing', 'skill:laser cutting'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Digital Makers: 3D Printing to Soldering Iron',
        description:
          '{member_count} members bring together several of 3D printing, laser cutting, CAD and soldering, compared with an expected {expected}. They can take an object from a sketch on a screen to something that lights up in your hand. A community fab night would let them pool machines, and give beginners a safe place to start.',
        question_prompts: [
          'What was the first useful thing you 3D printed?',
          'Which machine would you share, and which would you love to have access to?',
          'What broken object in your house is waiting for a replacement part?',
        ],
      }),
    ],
  },
  {
    title: 'names languages with marks in them',
    saves: [
      on({ candidate: ['skill:c++', 'skill:.net'] }, 'skill_cluster', 'beyond_chance', {
        name: 'The Compiled Corner: C++, C#, .NET and SQL',
        description:
          'C++, C#, .NET and SQL tend to appear together here: {member_count} members list most of them. These are the languages of systems that have to run for years. They would probably enjoy a code-reading group more than yet another hackathon, and they could mentor younger members who are taking their first steps in software.',
        question_prompts: [
          'What is the oldest code of yours that is still running somewhere?',
          'Which C++ or .NET habit took you longest to unlearn?',
          'If you had a free weekend, what would you build for Harrow Quay?',
        ],
      }),
    ],
  },
  {
    title: 'describes wild food',
    saves: [
      on({ candidate: ['interest:seaweed', 'skill:fermentation'] }, 'cross_domain', 'beyond_chance', {
        name: 'Shoreline Larder',
        description:
          'Foraging and seaweed on the interest side; fermentation and preserving on the skill side. For {member_count} members these are clearly a single way of life. Imagine a low-tide walk that ends around a table, with everyone bringing a jar!',
        question_prompts: [
          'What from the shore do you cook with most often?',
          'What is on your preserving shelf that you are proudest of?',
        ],
      }),
    ],
  },
  {
    title: 'is careful with grief',
    saves: [
      on({ candidate: ['interest:grief', 'interest:choir singing'] }, 'cross_domain', 'beyond_chance', {
        name: 'Listening, Singing and Loss',
        description:
          'There is a tender overlap among {member_count} members: nursing and listening as skills, grief and choir as interests. They spend their days with people who are suffering, and it seems that singing is part of how they carry it. If anything is organised, let it be small, unhurried and confidential.',
        question_prompts: [
          'What helps you to put down a hard day?',
          'Is there a song that has carried you through a difficult time?',
          'What would make a gathering about loss feel safe for you?',
        ],
      }),
    ],
  },
  {
    title: 'describes ghosts and poems with a wink',
    saves: [
      on({ candidate: ['interest:ghost stories', 'skill:poetry'] }, 'cross_domain', 'beyond_chance', {
        name: 'Poets Who Believe in Ghosts (Sort Of)',
        description:
          "Local history, ghost stories, poetry and zine making overlap in {member_count} members' profiles — which is to say: they know where the bodies are buried, and they'd like to write about it. A haunted reading by candlelight would sell out. Afterwards, collect the pieces in a stapled booklet and leave copies around town.",
        question_prompts: [
          'Which building in town has a story that nobody has written down?',
          'What scares you more: a blank page or an empty house?',
        ],
      }),
      on({ candidate: ['interest:cartography', 'skill:illustration'] }, 'cross_domain', 'beyond_chance', {
        name: 'Drawing the Town',
        description:
          'UX design and illustration meet mapping and zines in {member_count} of our members, where {expected} would be expected. They like to make complicated places readable. A hand-drawn map of the quay, with contributions from all ages, might be the perfect joint project.',
        question_prompts: [
          'What belongs on a map of this town that no map shows?',
          'Which part of it would you draw?',
        ],
      }),
    ],
  },
  {
    title: 'welcomes gardeners with saws',
    saves: [
      on({ candidate: ['skill:carpentry', 'interest:gardening'] }, 'cross_domain', 'beyond_chance', {
        name: 'Bird Tables and Raised Beds',
        description:
          'Most of teaching, carpentry, gardening and birdwatching can be found in the same {member_count} people. Practical, outdoorsy and happy to explain: exactly whom you want at a school or an allotment. Could they build nesting boxes with local children in the spring?',
        question_prompts: [
          'What have you built for your garden that the birds approve of?',
          'Whom would you most like to teach, and what?',
          'What tool should everyone know how to use?',
        ],
      }),
    ],
  },
  {
    title: 'describes boats and tides',
    saves: [
      on({ candidate: ['interest:tides', 'skill:boat building'] }, 'cross_domain', 'beyond_chance', {
        name: 'Tide Watchers of the Slipway',
        description:
          'A small but clear circle. These {member_count} members know boat building and rope work, and they keep an eye on the tides and on the birds as well. They are the people to ask before anybody does anything near the water.',
        question_prompts: [
          'What has the water taught you that no book could?',
          'Which knot would you teach first?',
        ],
      }),
      on({ candidate: ['interest:supper clubs', 'skill:baking'] }, 'cross_domain', 'beyond_chance', {
        name: 'Supper Clubs with Proper Bread',
        description:
          'Supper clubs, baking and fermentation: {member_count} members have the hospitality and the loaves to match. A rotating potluck, hosted by a different household every month, seems the obvious way to bring them together.',
        question_prompts: [
          'What dish makes people fall silent at your table?',
          'Who have you always wanted to cook for?',
          'Would you host, help in the kitchen, or simply come hungry?',
        ],
      }),
    ],
  },
  {
    title: 'finds administrators worth thanking',
    saves: [
      on({ candidate: ['skill:bookkeeping', 'skill:translation'] }, 'skill_cluster', 'beyond_chance', {
        name: 'The People Who Keep Things Going',
        description:
          'Bookkeeping, grant writing and translation are rarely glamorous. {member_count} members combine at least a couple of them ({lift}× chance). Every project in town will need them sooner or later, so say thank you early: invite them to lunch and ask what they would like to be asked for.',
        question_prompts: [
          'What do people never realise about the work you do?',
          'Which kind of request makes you say yes straight away?',
        ],
      }),
    ],
  },
  {
    title: 'matches CAD with boats that need drawing',
    saves: [
      on({ rule: givers(any('skill:cad'), any('looking_for:cad')) }, 'collaboration_opportunity', 'wish', {
        name: 'Lines on Paper, Lines in CAD',
        description:
          'Some of our members are looking for help with CAD, and others have the skill to give it; {member_count} people are involved. A drawing clinic in which old plans are traced and redrawn would suit both parties.',
        question_prompts: [
          'What would you like to see drawn up properly?',
          'If you know CAD: what is the fastest way for a beginner to become useful?',
          'What could you offer in return?',
        ],
      }),
      on({ candidate: ['skill:massage therapy'] }, 'collaboration_opportunity', 'wish', {
        name: 'Sore Shoulders, Skilled Hands',
        description:
          "Massage is on several wish lists, and it's also on offer. Introducing the {member_count} members concerned takes nothing more than an e-mail. It would be a nice gesture towards people whose own work is to care.",
        question_prompts: [
          'When did somebody last look after you?',
          'If you practise massage, where and when could you offer a session?',
        ],
      }),
    ],
  },
  {
    title: 'introduces usability and code, and printing to those who want it',
    saves: [
      on({ candidate: ['skill:user experience'] }, 'collaboration_opportunity', 'wish', {
        name: 'UX Design for Stubborn Software',
        description:
          'Members who are looking for UX design could be paired with members who practise it — {member_count} in total. Start with a "show me your ugliest screen" night. Nobody will win, and everyone will learn something.',
        question_prompts: [
          'What is the ugliest thing you have ever shipped?',
          'What do you wish people would ask a designer before they start?',
        ],
      }),
      on(
        { rule: givers(any('skill:3d printing'), any('looking_for:3d printing')) },
        'collaboration_opportunity',
        'wish',
        {
          name: '3D Printing: Who Has It, Who Wants It',
          description:
            "There's real demand for 3D printing, and real supply. With {member_count} members across the two groups, a monthly print queue run by volunteers may be all that's needed.",
          question_prompts: [
            'What would you print first, and why?',
            'If you own a printer, how many hours a week does it stand idle?',
          ],
        },
      ),
    ],
  },
  {
    title: 'makes a rule of its own for .NET',
    evaluates: true,
    saves: [
      on({ rule: givers(all('skill:.net'), all('looking_for:.net')) }, 'collaboration_opportunity', 'wish', {
        name: '.NET Wanted: Writers in Search of a Developer',
        description:
          "An unlikely request, but a real one: members are looking for somebody who knows .NET, and there are members who do. Altogether that's {member_count} people. Perhaps an archive wants a database; perhaps a website needs rescuing. Ask them!",
        question_prompts: [
          'What would the software you need actually do for you?',
          'If you know .NET, what kind of small project would you say yes to?',
        ],
      }),
    ],
  },
  {
    title: 'reports cold water as a strength',
    focus: ['sea swimming'],
    saves: [
      on({ candidate: ['interest:sea swimming'] }, 'community_strength', 'share', {
        name: 'Salt Water in the Blood',
        description:
          'Sea swimming is a common passion: {share} of our members mention it, more than any other interest. It cuts across trades and generations. Because a swim needs no booking and no budget, it may well be the easiest way to get strangers talking.',
        question_prompts: [
          'What was your coldest swim?',
          'Who first got you into the water?',
          'Would you welcome a complete beginner to your regular dip?',
        ],
        corrected: {
          description:
            'Sea swimming is a common passion: {share} of our members mention it as an interest. It cuts across trades and generations. Because a swim needs no booking and no budget, it may well be the easiest way to get strangers talking.',
        },
      }),
    ],
  },
  {
    title: 'reports teachers and combines a strength with "or"',
    evaluates: true,
    saves: [
      on({ candidate: ['skill:teaching'] }, 'community_strength', 'share', {
        name: 'Happy to Explain',
        description:
          '{member_count} members ({share}) say they can teach. For a town this size, that is a school without a building. A termly programme of taster sessions would be within easy reach.',
        question_prompts: ['What do you love explaining?', 'What would you like to be taught, and by whom?'],
      }),
      on({ rule: any('interest:chess', 'interest:birdwatching') }, 'community_strength', 'share', {
        name: 'Slow Pleasures',
        description:
          'Chess and birdwatching have little in common, except that both reward sitting still. {share} of the membership enjoys at least one or the other. That is a sizeable audience for something quiet on a Sunday.',
        question_prompts: [
          'What is the longest you have sat still for something, and was it worth it?',
          'Which quiet corner of town would you show a friend?',
        ],
      }),
    ],
  },
  {
    title: 'is plain about a shared interest',
    saves: [
      on({ candidate: ['interest:chess', 'interest:gardening'] }, 'interest_theme', 'shared', {
        name: 'Chess in the Garden',
        description:
          'Chess and gardening are both listed by {member_count} members; we would expect around {expected} without any link between them, so this could be chance. It would still make for a pleasant afternoon: a few boards, some shade, something cold to drink.',
        question_prompts: [
          'Who taught you to play?',
          'What do you think about while you weed?',
          'Would an outdoor chess table get used?',
        ],
      }),
    ],
  },
  {
    title: 'is plain about rules of its own that may be chance',
    evaluates: true,
    saves: [
      on({ rule: all('skill:.net', 'interest:chess') }, 'cross_domain', 'shared', {
        name: 'Chess Players Who Know .NET',
        description:
          '{member_count} members list .NET and chess. Chance may explain the overlap. If a club night needs someone to keep its website alive, here are the people to ask.',
        question_prompts: [
          'Do you play online or over the board?',
          'What small tool would help a chess club?',
        ],
      }),
      on({ rule: all('skill:carpentry', 'skill:teaching') }, 'skill_cluster', 'shared', {
        name: 'Carpenters Who Teach',
        description:
          "Carpentry and teaching are listed together by {member_count} members, which could simply be down to chance. For our purposes that hardly matters: they would be good hosts for a beginners' workshop.",
        question_prompts: [
          'What is a sensible first project for someone who has never used a saw?',
          'What do beginners worry about that they needn’t?',
        ],
      }),
    ],
  },
];
