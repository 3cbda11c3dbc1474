import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** A guild of people who work for themselves. */
export const openLedger: WordsCommunity = {
  name: 'Open Ledger',
  members: [
    {
      id: 'amos',
      role: 'Bookkeeper',
      bio: 'I like columns that agree. Shoeboxes of receipts do not frighten me; silence in March does.',
      skills: ['Bookkeeping', 'Excel'],
    },
    {
      id: 'bea',
      role: 'Illustrator',
      bio: 'I draw for children and hide a snail on every page. Invoices I write last, and badly, and at night.',
      wishes: ['somebody who makes invoices painless'],
      skills: ['Illustration'],
    },
    {
      id: 'cem',
      role: 'Developer',
      bio: 'Back ends, mostly. I automate anything that I have to do three times. I have never met a client in daylight.',
      skills: ['Python', 'PostgreSQL'],
    },
    {
      id: 'dag',
      role: 'Translator',
      bio: 'Norwegian into English, manuals by preference. I read contracts for fun, which nobody believes.',
      skills: ['Translation'],
    },
    {
      id: 'elif',
      role: 'Photographer',
      bio: 'Weddings pay for the bees. I photograph hands better than faces.',
      skills: ['Photography'],
      answers: [['What do you put off?', 'Reading the contract until after I have signed it.']],
    },
    {
      id: 'fay',
      role: 'Copywriter',
      bio: 'Forty words is a luxury. I work from the kitchen and talk to the kettle.',
      skills: ['Copywriting'],
      wishes: ['a desk among people, two days a week'],
    },
    {
      id: 'gus',
      role: 'Architect',
      bio: 'My office has four desks and one of me. The coffee machine is better than I deserve.',
      skills: ['Architecture'],
    },
    {
      id: 'hana',
      role: 'UX designer',
      bio: 'I ask people what they hate about forms. They never run out of answers.',
      skills: ['User experience', 'Figma'],
    },
    { id: 'ira', bio: 'I could code once. These days I only read it, and slowly.', skills: ['Editing'] },
    {
      id: 'jun',
      bio: 'I am not an accountant, whatever my cousin tells you. I do own a calculator.',
      skills: ['Editing'],
    },
    {
      id: 'kees',
      bio: 'I would never work for free, and I hate it when friends do. Charge by the day.',
      skills: ['Negotiation'],
    },
    {
      id: 'lia',
      bio: 'I left the agency after the launch where the lights failed and I sang to fill the gap. Now I run my own stage.',
      skills: ['Event planning'],
    },
    { id: 'max', bio: 'Stages make me nervous. Lights I can do.', skills: ['Lighting design'] },
    { id: 'noor', bio: 'I like a launch. I like it better from the back row.', skills: ['Editing'] },
    {
      id: 'owen',
      bio: 'If only clients paid on time. I chase invoices with postcards, and it works.',
      skills: ['Letterpress'],
    },
    ...listing(15, 'data', { skills: ['Python', 'SQL', 'Data visualization'] }),
    ...listing(13, 'look', { skills: ['Illustration', 'Figma'], interests: ['Comics and cartoons'] }),
    ...listing(8, 'word', { skills: ['Copywriting', 'Editing'] }),
    ...listing(7, 'seek', { skills: ['Copywriting'], wishes: ['Illustration'] }),
    ...listing(3, 'book', { skills: ['Bookkeeping'] }),
  ],
  honest: [
    {
      quotes: {
        amos: 'Shoeboxes of receipts do not frighten me; silence in March does.',
        bea: 'Invoices I write last, and badly, and at night.',
        owen: 'I chase invoices with postcards, and it works.',
      },
      name: 'Invoices, before midnight',
      description:
        'A bookkeeper without fear, an illustrator who dreads invoices and somebody at the letterpress who chases them by postcard. Half the trouble is doing it alone.',
      asks: ['Which invoice did everyone laugh about?', 'What would make the paperwork painless?'],
    },
    {
      quotes: {
        dag: 'I read contracts for fun',
        elif: 'Reading the contract until after I have signed it.',
        kees: 'Charge by the day.',
      },
      name: 'Read before you sign',
      description:
        'A translator reads contracts for pleasure, a photographer signs them unread, and one negotiates for a living. They are made for one another.',
    },
    {
      quotes: {
        fay: 'I work from the kitchen and talk to the kettle.',
        gus: 'My office has four desks and one of me.',
        cem: 'I have never met a client in daylight.',
      },
      name: 'Empty desks, lonely kitchens',
      description:
        'An architect with desks to spare; a copywriter and a developer who work alone. Nobody has put two and two together yet.',
    },
    {
      quotes: {
        hana: 'I ask people what they hate about forms.',
        cem: 'I automate anything that I have to do three times.',
        amos: 'I like columns that agree.',
      },
      name: 'The form nobody hates',
      description:
        'Bookkeeping, user experience and code: between them these members could build the one form that freelancers would not hate.',
      corrected: {
        description:
          'Bookkeeping, user experience and code: between them these members could build the one form that nobody would hate.',
      },
      asks: ['Which form would you burn first?', 'What do you do three times a week that a script could do?'],
    },
    {
      quotes: {
        ira: 'I could code once.',
        jun: 'I am not an accountant',
        noor: 'I like it better from the back row.',
      },
      name: 'Modest claims',
      description:
        'Editors who tell you what they are not: no longer a coder, not an accountant, never on stage.',
    },
    {
      rule: all('skill:python', 'skill:sql', 'skill:data visualization'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'From query to chart',
      description:
        'Everyone in this group writes Python and SQL and visualises data; programmers, in other words, who can show what they found.',
    },
    {
      rule: all('skill:illustration', 'skill:figma'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Drawn by hand and by Figma',
      description: 'Illustrators at home in Figma, and more than half of them fond of comics.',
    },
    {
      rule: givers(any('skill:illustration'), any('looking_for:illustration')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'Words looking for pictures',
      description:
        'Copywriters look for illustration, and illustrators sit three desks away. There are fewer seekers than givers, so all could be served.',
      corrected: {
        description:
          'Copywriters look for illustration, and illustrators are not far away. Nobody should have to wait.',
      },
    },
    {
      rule: all('skill:copywriting', 'skill:editing'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Write, then cut',
      description: 'They write copy and they edit it, each of them both. At least they know whom to blame.',
    },
    {
      rule: any('skill:illustration'),
      category: 'community_strength',
      basis: 'share',
      name: 'A guild that draws',
      description: '{share} of the guild illustrate, and nearly all of the illustrators use Figma.',
      corrected: { description: '{share} of the guild illustrate, and nearly all of them use Figma.' },
    },
    {
      rule: any('skill:python', 'skill:sql'),
      category: 'community_strength',
      basis: 'share',
      name: 'Coders on call',
      description: 'Python is here {member_count} times over. One or two of the coders know PostgreSQL.',
      corrected: {
        description: 'Python is here {member_count} times over. At least one of the coders knows PostgreSQL.',
      },
    },
    {
      quotes: { lia: 'Now I run my own stage.', max: 'Lights I can do.', noor: 'I like a launch.' },
      name: 'A launch with good light',
      description:
        'Event planning, lighting and a keen audience. On the one hand a stage, on the other somebody for the lamps.',
    },
    {
      quotes: {
        elif: 'I photograph hands better than faces.',
        bea: 'I draw for children',
        gus: 'My office has four desks and one of me.',
      },
      name: 'Hands, snails and desks',
      description:
        'Photography, illustration and architecture meet in small things. An exhibition of hands in an office that is three quarters empty would cost nothing.',
      corrected: {
        description:
          'Photography, illustration and architecture meet in small things. An exhibition of hands in an office that is mostly empty would cost nothing.',
      },
    },
    {
      quotes: {
        kees: 'I would never work for free',
        owen: 'If only clients paid on time.',
        amos: 'I like columns that agree.',
      },
      name: 'Paid, and on time',
      description:
        'They would not work for free and they like their books to agree. First things first: a shared template for the reminder that no client ignores.',
    },
    {
      quotes: {
        fay: 'Forty words is a luxury.',
        dag: 'manuals by preference',
        ira: 'These days I only read it, and slowly.',
      },
      name: 'Plain and short',
      description:
        'Copywriters, translators and editors who prefer the plain word. Everyone who has fought a manual would thank them.',
    },
  ],
  hostile: [
    {
      quotes: { amos: 'I like columns that agree.', bea: 'I draw for children', owen: 'it works' },
      name: 'Lawyers for freelancers',
      description: 'Lawyers and journalists who help with contracts.',
    },
    {
      quotes: { ira: 'I could code', jun: 'an accountant', kees: 'work for free' },
      name: 'Coders and accountants for free',
      description: 'They code, keep accounts and work for free.',
    },
    {
      quotes: {
        owen: 'clients paid on time',
        kees: 'Charge by the day.',
        amos: 'I like columns that agree.',
      },
      name: 'Paid on time',
      description: 'Their clients paid on time, and their columns agree.',
    },
    {
      quotes: { elif: 'Reading the contract', gus: 'better than I deserve', cem: 'met a client in daylight' },
      name: 'Met in daylight',
      description: 'They meet clients in daylight and read the contract over coffee.',
    },
    {
      quotes: {
        lia: 'I left the agency after the launch where the lights failed and I sang to fill the gap.',
        max: 'Lights I can do.',
        noor: 'I like a launch.',
      },
      name: 'The launch that failed',
      description:
        'The lights failed at a launch, there was singing to fill the gap, and the agency was left behind.',
    },
    {
      rule: all('skill:python', 'skill:sql'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Python above all',
      description: 'Two in three members write Python, and almost everybody reads SQL.',
    },
    {
      rule: any('skill:illustration', 'skill:bookkeeping'),
      category: 'community_strength',
      basis: 'share',
      name: 'Bookkeepers of the guild',
      description: 'Most of these members keep books.',
    },
    {
      rule: all('skill:illustration', 'skill:figma'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'The leading illustrators',
      description: 'The best illustrators in the country, the only ones who master Figma.',
    },
    {
      rule: all('skill:copywriting', 'skill:editing'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'The copy majority',
      description: 'The bulk of the guild edits, and the rest write copy.',
    },
    {
      quotes: {
        fay: 'I work from the kitchen and talk to the kettle.',
        gus: 'My office has four desks and one of me.',
        cem: 'I have never met a client in daylight.',
      },
      name: 'Lonelier every year',
      description: 'Loneliness is on the rise: ever more members work alone, and few ever meet anyone.',
    },
  ],
};
