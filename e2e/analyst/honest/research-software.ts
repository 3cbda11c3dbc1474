import { all, any, givers, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Saves of an honest analyst in a survey of research software engineers. */
export const researchSoftware: HonestRun[] = [
  {
    title: 'describes the web stack of research',
    saves: [
      on({ candidate: ['skill:javascript', 'skill:php'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Keepers of the Project Website',
        description:
          'JavaScript, SQL and PHP come as a trio for {member_count} members, {lift} times more often than chance would have it. Behind many a research project there is a database with a web front end, and a person who keeps it patched. They would appreciate a place to compare notes on long-term maintenance.',
        question_prompts: [
          'What is the oldest site you still maintain?',
          'What would it take for you to hand it over with a clear conscience?',
        ],
      }),
      on({ candidate: ['skill:vba', 'skill:vb.net'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Macros and More',
        description:
          'VBA and VB.NET: {member_count} members list both. A tiny group, though not a random one (chance would give {expected}). They quietly automate what everybody else does by hand.',
        question_prompts: [
          'What did your most useful macro save people from?',
          'Which legacy tool would you modernise if you had the time?',
        ],
      }),
    ],
  },
  {
    title: 'describes humanities with long labels',
    saves: [
      on({ candidate: ['interest:history', 'interest:linguistics'] }, 'interest_theme', 'beyond_chance', {
        name: 'Digital Humanists',
        description:
          'History, linguistics, librarianship & information management, sociology, classics & ancient history, politics: {member_count} members are interested in at least several of these, where chance would give {expected}. Research software is so often equated with the natural sciences that these people may feel alone. They are not, and an introduction would prove it.',
        question_prompts: [
          'What does software let you ask of a text or an archive that you could not ask before?',
          'How do you explain your work to colleagues in the sciences?',
          'Which corpus or collection should more people know about?',
        ],
      }),
    ],
  },
  {
    title: 'describes engineers',
    saves: [
      on(
        { candidate: ['interest:mechanical engineering', 'interest:materials technology'] },
        'interest_theme',
        'beyond_chance',
        {
          name: 'Things That Bear Load',
          description:
            'Mechanical engineering, general engineering, materials technology and aeronautical & manufacturing engineering: {member_count} members span at least most of these fields. Their work is about objects that must not break. A workshop on checking calculations against experiments would speak to all of them.',
          question_prompts: [
            'How do you convince yourself that a result is right?',
            'What failure taught you the most?',
          ],
        },
      ),
    ],
  },
  {
    title: 'describes Fortran with affection',
    saves: [
      on(
        { candidate: ['interest:physics and astronomy', 'skill:fortran'] },
        'cross_domain',
        'beyond_chance',
        {
          name: 'Fortran Among the Stars',
          description:
            "Fortran isn't dead; it's doing physics and astronomy. {member_count} members have both in their profile, as against {expected} by chance. They hold knowledge that is rarely written down, so a mentoring scheme between old hands and new ones would be time well spent.",
          question_prompts: [
            'What Fortran code have you inherited, and from whom?',
            'What should a newcomer read before touching it?',
            'Would you rewrite it, wrap it, or leave it well alone?',
          ],
        },
      ),
      on({ candidate: ['interest:chemistry', 'skill:fortran'] }, 'cross_domain', 'beyond_chance', {
        name: 'Chemists with Compilers',
        description:
          'Chemistry and Fortran meet in {member_count} members. Quantum chemistry packages come to mind, though the data do not say so. It would be worth asking what they maintain.',
        question_prompts: ['Which package do you contribute to?', 'What would make contributing easier?'],
      }),
    ],
  },
  {
    title: 'describes biology and its language',
    saves: [
      on({ candidate: ['interest:biological sciences', 'skill:r'] }, 'cross_domain', 'beyond_chance', {
        name: 'R in the Life Sciences',
        description:
          'For {member_count} members the biological sciences and R belong together — {lift} times more often than if they were unrelated. Shared packages, shared pain: a regular help desk could be run by this group for its own discipline.',
        question_prompts: [
          'Which R package saved your last project?',
          'What do biologists ask you to fix most often?',
          'What would a good introductory course leave out?',
        ],
      }),
    ],
  },
  {
    title: 'describes countries',
    saves: [
      on({ candidate: ['interest:medicine', 'location:united kingdom'] }, 'cross_domain', 'beyond_chance', {
        name: 'Medical Research Software in the United Kingdom',
        description:
          'Members in the United Kingdom mention medicine more often than chance would suggest: {member_count} of them. Being in the same country they share regulations, funders and train lines, which makes an in-person meeting realistic.',
        question_prompts: [
          'What rules about patient data shape your everyday work?',
          'Which group would you like to visit for a day?',
        ],
      }),
      on(
        { candidate: ['interest:artificial intelligence', 'location:canada'] },
        'cross_domain',
        'beyond_chance',
        {
          name: 'A Canadian Cluster',
          description:
            'From statistics and probability to artificial intelligence, astronomy and astrophysics, or information technology: {member_count} members in Canada list at least one of these. It is a small group in a big country. A video call could be the start.',
          question_prompts: [
            'What research software community do you have close to you?',
            'What would you like to ask colleagues elsewhere in Canada?',
          ],
        },
      ),
    ],
  },
  {
    title: 'reports the common language',
    saves: [
      on({ candidate: ['skill:python'] }, 'community_strength', 'share', {
        name: 'Python Spoken Here',
        description:
          '{share} of members list Python, and no other language comes close. Training materials, code review and shared libraries can assume it as a lingua franca.',
        question_prompts: [
          'What convinced you to use Python, or what keeps you away from it?',
          'Which internal package of yours deserves a wider audience?',
        ],
      }),
      on({ rule: any('skill:fortran', 'skill:c++', 'skill:c') }, 'community_strength', 'share', {
        name: 'Close to the Metal',
        description:
          'Roughly speaking, performance still matters: {share} of those who tell us about their skills know C, C++ or Fortran. It is a deep reserve of expertise for anyone whose prototype has become too slow.',
        question_prompts: [
          'What was your most satisfying speed-up?',
          'When is it not worth leaving a scripting language?',
          'Who taught you to read compiler errors?',
        ],
      }),
    ],
  },
  {
    title: 'is plain about languages that may meet by chance',
    evaluates: true,
    saves: [
      on({ rule: all('skill:scala', 'skill:java') }, 'skill_cluster', 'shared', {
        name: 'Scala Next to Java',
        description:
          'Scala and Java are both listed by {member_count} members; chance alone would give about {expected}. So the link is weak at best. They might like to know of each other anyway.',
        question_prompts: ['What made you pick up Scala?', 'What do you miss when you go back to Java?'],
      }),
      on({ rule: all('skill:c++', 'interest:robotics') }, 'cross_domain', 'shared', {
        name: 'C++ for Robots',
        description:
          'C++ is common in robotics, and {member_count} members list the two together. That may be no more than chance would bring. A demo afternoon with moving machines would nevertheless draw a crowd.',
        question_prompts: [
          'What does your robot do when it fails?',
          'What would you like to show at a demo?',
        ],
      }),
    ],
  },
  {
    title: 'is plain about themes that may be chance',
    saves: [
      on({ candidate: ['interest:economics', 'interest:sociology'] }, 'interest_theme', 'shared', {
        name: 'Economy and Society',
        description:
          'Economics, sociology and business & management studies: {member_count} members list at least a couple of them. This is somewhat more than expected, but chance may explain it. A reading group across those fields could still be rewarding.',
        question_prompts: [
          'What data do you wish were public?',
          'Which method from another field have you borrowed?',
        ],
      }),
      on({ candidate: ['skill:c#', 'skill:vb.net'] }, 'skill_cluster', 'shared', {
        name: 'C# and VB.NET',
        description:
          'C# and VB.NET appear together in {member_count} profiles. With numbers this small, chance cannot be ruled out. Still, a shared chat channel costs nothing.',
        question_prompts: ['What do you build on this stack?', 'What keeps you on it?'],
      }),
    ],
  },
  {
    title: 'introduces physics to R, which keep apart',
    saves: [
      on({ candidate: ['interest:physics and astronomy', 'skill:r'] }, 'collaboration_opportunity', 'apart', {
        name: 'Physics and R, Far Apart',
        description:
          'Members in physics and astronomy rarely use R: {expected} would be expected to have both, by chance. Those who do have both could show the one side what the other does with its data.',
        question_prompts: [
          'Which plot would you love to see made in another language?',
          'What do you wish the other field knew about your data?',
        ],
      }),
    ],
  },
  {
    title: 'offers an exchange between an old language and a new one',
    evaluates: true,
    saves: [
      on({ rule: givers(all('skill:rust'), all('skill:fortran')) }, 'collaboration_opportunity', 'share', {
        name: 'Rust Meets Fortran',
        description:
          'Rust and Fortran are rarely mentioned in the same breath. The {member_count} members who know one of them could teach each other about memory, arrays and patience. Nobody has asked for it, and the numbers are what chance would give; treat it as an idea.',
        question_prompts: [
          'What would you like to understand about the other language?',
          'Which small numerical kernel could be written in both and compared?',
        ],
      }),
      on({ rule: all('interest:linguistics', 'interest:history') }, 'interest_theme', 'beyond_chance', {
        name: 'Words Through Time',
        description:
          'Linguistics and history go together in {member_count} profiles, where {expected} would be expected. How languages change and how people remember: these are close questions, and shared tools would serve both.',
        question_prompts: [
          'What old text would you love to see digitised?',
          'Which tool do you use that colleagues in the other field should know?',
        ],
      }),
    ],
  },
];
