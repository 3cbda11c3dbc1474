import { all, any, givers, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Saves of an honest analyst from the candidates and rules of Brindlewick. */
export const brindlewickFacets: HonestRun[] = [
  {
    title: 'describes slow food with a dash and a number of the service',
    saves: [
      on({ candidate: ['skill:fermentation', 'skill:grafting'] }, 'skill_cluster', 'beyond_chance', {
        name: 'The Slow Larder',
        description:
          '{member_count} members combine several of fermentation, cheesemaking, mushroom cultivation, seed saving and grafting — far more than the {expected} we would see if these skills were spread at random. What unites them is patience: they all work with living things that keep their own timetable. A seasonal swap of cultures, spores and cuttings would give them a reason to meet.',
        question_prompts: [
          "What's the longest you have ever waited for something you made to be ready?",
          'If you could swap one living thing — a starter, a cutting, a handful of spawn — with another member, what would it be?',
          'Would you open your kitchen or your shed to a small group this season?',
        ],
      }),
    ],
  },
  {
    title: 'describes old building crafts at length',
    saves: [
      on({ candidate: ['skill:timber framing', 'skill:masonry'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Earth, Oak and Stone: The Whole House by Hand',
        description:
          'Timber framing, cob building, lime plaster and dry stone walling are usually learned from different masters, yet {member_count} people here carry the entire set. Between them they could raise a small building from footings to finish without hiring in a single trade. That is {lift} times what chance would produce, and it suggests a living tradition rather than a coincidence. An open building day, where newcomers mix, lift and get muddy, is the obvious next step.',
        question_prompts: [
          'Which of these crafts did you come to first, and which one led you to the others?',
          'If we built one small thing together for the town this year, what should it be?',
        ],
      }),
    ],
  },
  {
    title: 'is playful about noise',
    saves: [
      on({ candidate: ['skill:tape editing'] }, 'skill_cluster', 'beyond_chance', {
        name: 'If It Hums, They Can Find It',
        description:
          "From live sound and field recording to contact microphones, modular synthesis, tape editing, soldering and electronics: these {member_count} members build the tools and then make the noise. Most groups have players or engineers; this one has people who are both. Give them a draughty hall and a free Saturday and you'd get an orchestra of home-made instruments.",
        question_prompts: [
          'What is the strangest object you have ever pointed a microphone at?',
          'What have you built that another member could play?',
          "Who'd like to bring a half-finished circuit to an open bench night?",
        ],
      }),
    ],
  },
  {
    title: 'saves a pair of coding patterns in one run',
    saves: [
      on({ candidate: ['skill:glsl', 'skill:touchdesigner'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Code That Leaves the Screen',
        description:
          'These {member_count} members mix browser skills such as JavaScript, CSS and WebGL with projection mapping, TouchDesigner and GLSL. Creative coding is the thread: they write software for walls rather than for windows. Chance would give about {expected} such people. A "bring a projector" evening on a blank façade would put every one of these skills to work.',
        question_prompts: [
          'Which surface in town have you always wanted to light up?',
          'What do you wish someone had told you before your first live show?',
        ],
      }),
      on({ candidate: ['skill:figma', 'skill:user experience'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Designers Who Start With People',
        description:
          'Figma and UX turn up together in {member_count} profiles. A monthly design clinic — bring a form, leave with a better one — would suit them well.',
        question_prompts: [
          'What is the worst form you have had to fill in this year?',
          'Which local organisation would you redesign a leaflet or a website for, if they asked nicely?',
        ],
      }),
    ],
  },
  {
    title: 'describes data people plainly',
    saves: [
      on({ candidate: ['skill:python', 'skill:qgis'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Maps and Numbers',
        description:
          'Python, data visualisation and QGIS form a tight bundle: {member_count} members list all of these, against an expected {expected}. They can collect, analyse and draw, which makes them the natural team for any question about the place they live in.',
        question_prompts: [
          'What local question would you love to answer if only you had the data?',
          'Which dataset have you cleaned so often that you could do it in your sleep?',
          'Would you pair up with a beginner for an afternoon?',
        ],
      }),
    ],
  },
  {
    title: 'describes the procession with quotation marks',
    saves: [
      on({ candidate: ['interest:folklore', 'interest:masks'] }, 'interest_theme', 'beyond_chance', {
        name: 'Keepers of the Old Processions',
        description:
          'Folklore, ballads, masks, puppetry and street processions belong together for {member_count} members, and the overlap is enormous compared with the {expected} that chance would bring. This isn\'t a loose fondness for "tradition"; it is a shared calendar. A winter gathering to plan next year\'s parade would fill itself.',
        question_prompts: [
          'Which custom should never be allowed to die out?',
          'Have you ever been inside the costume rather than in the crowd? What was it like?',
          'What would you teach a newcomer who wants to join the procession?',
        ],
      }),
    ],
  },
  {
    title: 'invites the night people outside',
    focus: ['astronomy'],
    saves: [
      on({ candidate: ['interest:astronomy', 'interest:night walks'] }, 'interest_theme', 'beyond_chance', {
        name: 'After Dark',
        description:
          "While the rest of the community sleeps, {member_count} members are out under the sky. Astronomy, dark skies and night walks all share a single requirement: the lights have to be off. Sounds like a club already? It nearly is. What's missing is a date, a meeting point and a flask of something hot.",
        question_prompts: [
          'Where do you go when you want real darkness?',
          'What did you see or hear on your most memorable night out?',
          "Would you lead a short walk for people who've never tried it?",
        ],
      }),
    ],
  },
  {
    title: 'describes sharing with a list',
    saves: [
      on({ candidate: ['interest:tool libraries'] }, 'interest_theme', 'beyond_chance', {
        name: 'Owning Less, Sharing More',
        description:
          'A group of {member_count} care about cooperatives, time banking, repair cafés and tool libraries all at once. Three things could follow: (1) a shared inventory of what can be borrowed, (2) a regular repair session with time credits, (3) a reading group on how co-operatives govern themselves. Each of these is small enough to start next month.',
        question_prompts: [
          'What do you own that more people should be able to use?',
          'When did sharing go wrong, and what did you learn from it?',
        ],
        corrected: {
          description:
            'A group of {member_count} care about cooperatives, time banking, repair cafés and tool libraries all at once. They could keep a shared inventory of what can be borrowed, hold a regular repair session with time credits, or form a circle on how co-operatives govern themselves. Each of these is small enough to start next month.',
        },
      }),
    ],
  },
  {
    title: 'joins river science and code',
    saves: [
      on({ candidate: ['interest:watershed restoration', 'skill:python'] }, 'cross_domain', 'beyond_chance', {
        name: 'River Science Meets Code',
        description:
          'Citizen science and watershed restoration are about getting your boots wet; Python and data visualisation are done at a desk. {member_count} members do both, where {expected} would be expected by chance. They are in a rare position to turn muddy measurements into charts that persuade a council. An afternoon that begins on the bank and ends in front of a laptop would be their kind of event.',
        question_prompts: [
          'What have you counted or measured that surprised you?',
          'Which chart would change minds around here if somebody made it?',
          'Who should be in the room when you show your results?',
        ],
      }),
    ],
  },
  {
    title: 'follows plants onto paper',
    saves: [
      on({ candidate: ['interest:wild pigments', 'skill:letterpress'] }, 'cross_domain', 'beyond_chance', {
        name: 'From Hedgerow to Page',
        description:
          'These {member_count} people forage, draw plants and make colour from them, and they also know how to bind, print or make paper. In other words, the book and the ink come from the same hedge! Foraging, botanical illustration and wild pigments rarely sit beside letterpress or bookbinding by accident ({lift} times more often than chance). A collaborative edition, one page each, would be a lovely thing to hold.',
        question_prompts: [
          'Which plant has given you the best colour so far, and how did you find out?',
          'If every member made one page of a shared book, what would yours show?',
          'What part of the process would you rather hand to someone else?',
        ],
      }),
      on({ candidate: ['interest:reading', 'skill:editing'] }, 'cross_domain', 'beyond_chance', {
        name: 'Readers Who Also Wield the Red Pen',
        description:
          "It's no shock that people who love reading also write, but {member_count} members add editing to the mix, and that makes them generous company for anyone with a draft in a drawer. A feedback circle that meets once a month would cost nothing and could be life-changing for a shy author.",
        question_prompts: [
          'What kind of feedback helps you most: on the sentences, on the structure, or simply encouragement?',
          'What are you working on that nobody has read yet?',
        ],
      }),
    ],
  },
  {
    title: 'is gentle about healers',
    saves: [
      on({ candidate: ['interest:meditation', 'role:healer'] }, 'cross_domain', 'beyond_chance', {
        name: 'Quiet Hands',
        description:
          'Several of our healers also practise meditation: {member_count} people look after others and look after their own stillness. They may not know that they have this in common. A quiet morning for those who care for everyone else could be a kindness to them.',
        question_prompts: [
          'How do you recover after a hard week of looking after other people?',
          'Would you join a silent hour with others who do similar work?',
        ],
      }),
    ],
  },
  {
    title: 'introduces grant writers to those who need them',
    saves: [
      on(
        { rule: givers(any('skill:grant writing'), any('looking_for:grant writing')) },
        'collaboration_opportunity',
        'wish',
        {
          name: 'Money Words: Grant Writers and the People Who Need Them',
          description:
            "Plenty of good projects here are stuck at the application form. Some members offer grant writing and others are asking for exactly that, {member_count} people in total. Pairing each request with a practised writer for a single afternoon might unlock more than any fundraiser — and the writers would get to see ideas they'd never otherwise meet.",
          question_prompts: [
            'What would you do first if the application succeeded?',
            'If you write bids: which part could you teach in an hour, and which part can only be done together?',
            'What has stopped you from applying so far?',
          ],
        },
      ),
    ],
  },
  {
    title: 'matches welders and bookkeepers in one run',
    saves: [
      on(
        { rule: givers(any('skill:welding'), any('looking_for:welding')) },
        'collaboration_opportunity',
        'wish',
        {
          name: 'Sparks Wanted',
          description:
            'Gates, racks, hulls, giants: a surprising amount of what this community dreams up needs a welder. {member_count} members are on one side or the other of that need. Start with an "ask a welder" drop-in at a local workshop, then let commissions follow.',
          question_prompts: [
            'What is the job you have been putting off because it needs welding?',
            'If you weld: would you rather do the job, or teach someone to do it?',
          ],
        },
      ),
      on({ candidate: ['skill:bookkeeping', 'looking_for:welding'] }, 'collaboration_opportunity', 'swap', {
        name: 'Ledgers for Seams',
        description:
          'Some keep books and look for welding, others weld and look for bookkeeping: {member_count} members could settle both over one long table. A barter afternoon would do.',
        question_prompts: ['What would you weld for a tidy ledger?', 'What would you sort out for a gate?'],
      }),
      on(
        { rule: givers(any('skill:bookkeeping'), any('looking_for:bookkeeping')) },
        'collaboration_opportunity',
        'wish',
        {
          name: 'Carrier Bags Full of Receipts',
          description:
            'Bookkeeping is the quiet emergency of the self-employed. Here the people who can do it and the people who dread it already belong to the same community ({member_count} altogether). A skills swap — an evening of accounts in return for bread, repairs or a haircut — could be arranged within weeks.',
          question_prompts: [
            'What would you happily trade for somebody sorting out your books?',
            'What is the simplest habit that keeps your own accounts under control?',
            'Would a shared "accounts afternoon" with tea and company make it easier to face?',
          ],
          corrected: {
            description:
              'Bookkeeping is a quiet emergency. Here the people who can do it and the people who dread it already belong to the same community ({member_count} altogether). A skills swap — an evening of accounts in return for bread, repairs or a haircut — could be arranged within weeks.',
          },
        },
      ),
    ],
  },
  {
    title: 'evaluates a wish of its own that only a few share',
    evaluates: true,
    saves: [
      on({ rule: givers(all('skill:c++'), all('looking_for:c++')) }, 'collaboration_opportunity', 'wish', {
        name: 'A Mentor for C++',
        description:
          'Not many members know C++, and at least somebody is hoping to learn it. That makes {member_count} people who could gain from an introduction: patient mentors on one side, an eager beginner on the other. Mentoring is rarely this easy to arrange.',
        question_prompts: [
          'What was your very first program in C++, and does it still compile?',
          'How would you like to learn: a project together, or an hour of questions every other week?',
        ],
      }),
    ],
  },
  {
    title: 'reports teaching as a strength',
    saves: [
      on({ candidate: ['skill:teaching'] }, 'community_strength', 'share', {
        name: 'A Community of Teachers',
        description:
          '{share} of members list teaching among their skills, across every trade and age. This is our most valuable common resource: almost anything that is known here can be passed on. A programme of one-evening classes, taught by members for members, would be the simplest way to make it visible.',
        question_prompts: [
          'What could you teach in one evening?',
          'Who taught you the thing you are best at?',
          'What would you sign up for tomorrow if a member offered it?',
        ],
      }),
      on({ candidate: ['interest:gardening'] }, 'community_strength', 'share', {
        name: 'Green Fingers Everywhere',
        description:
          'Gardening is the most widely shared interest we found ({share}, or {member_count} members). On its own that may sound ordinary; as common ground between people who otherwise have little to talk about, it is precious. Think plant swaps, open gardens and a shared seed box.',
        question_prompts: [
          'What grows a little too well in your garden?',
          'Is there a corner of the town that you would like to plant up together?',
        ],
      }),
    ],
  },
  {
    title: 'widens a strength by a rule of its own',
    evaluates: true,
    saves: [
      on(
        {
          rule: {
            clauses: [
              {
                at_least: 1,
                of: [
                  'skill:timber framing',
                  'skill:natural building',
                  'skill:plastering',
                  'skill:masonry',
                  'skill:carpentry',
                ],
              },
            ],
          },
        },
        'community_strength',
        'share',
        {
          name: 'We Can Build With What the Valley Gives',
          description:
            'About {share} of the people who tell us anything about themselves know at least one of timber framing, cob building, lime plaster, dry stone walling or carpentry. For a community of this size that is a real asset. It means that repairs to old buildings can be kept local, and that apprentices have somebody to learn from.',
          question_prompts: [
            'Which building nearby deserves some care, and what would it need?',
            'Would you take someone along on your next job, just for a day?',
          ],
        },
      ),
    ],
  },
  {
    title: 'says plainly where chance may explain a rule of its own',
    evaluates: true,
    saves: [
      on({ rule: all('skill:teaching', 'skill:sewing') }, 'skill_cluster', 'shared', {
        name: 'Sewing, and Showing How',
        description:
          '{member_count} members list both teaching and sewing. With so many teachers around, that may well be chance. Still, it would be enough people for a sewing table at the next open day.',
        question_prompts: [
          'What is the first thing you show someone who has never held a needle?',
          'Would you sit at such a table for an afternoon?',
        ],
      }),
    ],
  },
  {
    title: 'thinks of a meeting nobody has asked for',
    evaluates: true,
    saves: [
      on(
        { rule: givers(all('skill:welding'), all('interest:street processions')) },
        'collaboration_opportunity',
        'share',
        {
          name: 'A Spine for the Giant',
          description:
            'People who weld and people who love street processions: {member_count} members on either side of a conversation that could happen. The size of the groups is roughly what one might expect, so read this as an idea rather than as a discovery. Something large and wheeled will need a frame sooner or later.',
          question_prompts: [
            'What would you build for a procession if you had a welder at your side?',
            'If you weld, have you ever made something that had to dance?',
          ],
        },
      ),
    ],
  },
  {
    title: 'works through small clusters, tersely',
    saves: [
      on({ candidate: ['skill:drones'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Camera crew',
        description:
          'Photography, video editing, drone piloting. {member_count} members have all of it; {expected} would by chance. Together they could document a whole festival.',
        question_prompts: [
          'What would you film here if money were no object?',
          'What do you need a second pair of eyes for?',
        ],
      }),
      on(
        { candidate: ['skill:bookbinding', 'skill:letterpress', 'skill:paper making'] },
        'skill_cluster',
        'beyond_chance',
        {
          name: 'Paper, print, binding',
          description:
            'Bookbinding, letterpress and papermaking cover the whole life of a book. {member_count} members list them all. An open studio weekend would show the process from pulp to spine.',
          question_prompts: [
            'Which step do you enjoy most?',
            'What equipment could you share, and what do you wish you could borrow?',
          ],
        },
      ),
      on({ candidate: ['skill:natural dyeing', 'interest:slow fashion'] }, 'cross_domain', 'beyond_chance', {
        name: 'Slow cloth',
        description:
          'Sewing and natural dyeing as skills, textiles and slow fashion as interests: most of these sit together in {member_count} profiles. Small, but unmistakably a circle.',
        question_prompts: [
          'Which garment have you kept longest?',
          'What would you mend, dye or remake in company?',
        ],
      }),
    ],
  },
];
