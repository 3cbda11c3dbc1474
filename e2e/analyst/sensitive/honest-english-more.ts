import type { Claimed } from './claimed.ts';

/** The same: politics, unions, addiction, money, children, places. */
export const honestEnglishMore: readonly Claimed[] = [
  {
    title: 'debating',
    says: [
      'Debating club, I love to argue either side.',
      'I coach debating at the school.',
      'Public speaking, and how to lose gracefully.',
    ],
    name: 'Either Side',
    description: 'They debate for the pleasure of it, argue either side, and coach others to speak.',
    questions: ['Which motion would you set?', 'How do you lose gracefully?'],
  },
  {
    title: 'political history',
    says: [
      'I write about the history of voting machines.',
      'Collector of old ballot boxes.',
      'I teach the history of parliaments.',
    ],
    name: 'Ballot Boxes Through the Ages',
    description: 'They write, teach and collect the history of voting: machines, boxes, parliaments.',
    questions: ['Which box is oldest?', 'What surprised your students?'],
  },
  {
    title: 'rugby union',
    says: [
      'I coach rugby union for the under twelves.',
      'Rugby union, second row, sore ears.',
      'I referee rugby union on Saturdays.',
    ],
    name: 'Second Row',
    description: 'They coach, play and referee rugby union, and meet at the edge of the pitch.',
    questions: ['Which rule is hardest to explain?', 'Who washes the shirts?'],
  },
  {
    title: 'student union bar',
    says: [
      'I booked bands for the student union bar.',
      'Sound engineer at the student union for years.',
      'I paint posters for concerts at the student union.',
    ],
    name: 'Bands and Posters',
    description: 'They know the student union from its concerts: bands, sound and posters.',
    questions: ['Which band should come back?', 'What poster are you proud of?'],
  },
  {
    title: 'labour history',
    says: [
      'I write about the history of mill workers.',
      'Mill museum guide on Sundays.',
      "I record old people's memories of the mill.",
    ],
    name: 'What the Mill Was',
    description: 'They write, guide and record what the mill was, and could put on an exhibition.',
    questions: ['Whose memories should be recorded next?', 'What do visitors ask?'],
  },
  {
    title: 'counsellors at work',
    says: [
      'I am an addiction counsellor at the clinic and a bad drummer.',
      'Social worker, specialised in addiction services.',
      'I manage the budget of the addiction service.',
    ],
    name: 'After the Clinic Closes',
    description:
      'They work for the addiction service, as counsellors, social workers and in its office, and look for a life after work.',
    questions: ['What do you do after work?', 'Who makes you laugh?'],
  },
  {
    title: 'wine as a craft',
    says: [
      'I grow vines on the south slope.',
      'Winemaker, small barrels.',
      'I press cider and wine in October.',
    ],
    name: 'South Slope',
    description: 'They grow vines and press wine and cider, with small barrels and much patience.',
    questions: ['Which grape would you plant?', 'Who helps at the press?'],
  },
  {
    title: 'card games',
    says: [
      'I play bridge on Thursdays.',
      'Card games, any rules.',
      'I design card games with my own drawings.',
    ],
    name: 'Any Rules',
    description: 'They play and design card games, and like new rules.',
    questions: ['Which game should we try?', 'Who draws your cards?'],
  },
  {
    title: 'debt advice as a job',
    says: [
      "I give debt advice at the citizens' office.",
      'Debt adviser, calm voice, sharp pencil.',
      'I train volunteers in debt advice.',
    ],
    name: 'Sharp Pencils',
    description: 'They give debt advice by profession, and could teach a class on household budgets.',
    questions: ['Which question comes first?', 'What would you teach?'],
  },
  {
    title: 'accountants',
    says: [
      'I am an accountant for farms.',
      'Bookkeeping for clubs, free of charge.',
      'I teach accounting with beans and jars.',
    ],
    name: 'Beans and Jars',
    description: 'They do accounting for farms and clubs, and teach it with beans and jars.',
    questions: ['Which club needs you?', 'What do the beans stand for?'],
  },
  {
    title: 'food as charity work',
    says: [
      'I drive the van of the food bank on Fridays.',
      'I organise the shelves of the food bank.',
      'Volunteer at the food bank, mostly potatoes.',
    ],
    name: 'Friday Van',
    description: 'They volunteer for the food bank, drive its van and fill its shelves.',
    questions: ['What do you need most?', 'Who can lift potatoes?'],
  },
  {
    title: 'repair to save money',
    says: [
      'I mend toasters so that nobody has to buy one.',
      'Repair café, lamps and radios.',
      'I fix sewing machines.',
    ],
    name: 'Toasters Live Again',
    description: 'They mend toasters, lamps and sewing machines at the repair café.',
    questions: ['What was your hardest repair?', 'Who brings the cake?'],
  },
  {
    title: 'primary teachers',
    says: [
      'I teach at the primary school and collect pencils.',
      'Primary teacher, reads aloud with voices.',
      'I run the school garden.',
    ],
    name: 'Voices and Pencils',
    description: 'They teach at the primary school, read aloud and run its garden.',
    questions: ['Which book do you read aloud?', 'What grows in the garden?'],
  },
  {
    title: "children's books",
    says: [
      "I illustrate children's books.",
      'I write stories for children about foxes.',
      "Children's librarian, puppets included.",
    ],
    name: 'Foxes and Puppets',
    description: "They write, illustrate and lend children's books, with foxes and puppets.",
    questions: ['Which fox is yours?', 'Who plays the puppets?'],
  },
  {
    title: 'playgrounds',
    says: [
      'I build playgrounds from robinia wood.',
      'Playground designer, slides are my thing.',
      'I inspect playgrounds for the town.',
    ],
    name: 'Slides of Robinia',
    description: 'They design, build and inspect playgrounds, and know what a good slide needs.',
    questions: ['Which slide is best?', 'What wood lasts?'],
  },
  {
    title: 'night trains',
    says: [
      'I travel by night train whenever I can.',
      'Timetables of night trains are my poetry.',
      'I blog about night trains and station cafés.',
    ],
    name: 'Sleepers and Cafés',
    description: 'They travel by night train, read timetables and know station cafés.',
    questions: ['Which train would you take?', 'Where is the best café?'],
  },
  {
    title: 'long walks',
    says: [
      'I walk long distance paths with a small tent.',
      'Hiking maps, folded and refolded.',
      'I mark hiking trails for the county.',
    ],
    name: 'Folded Maps',
    description: 'They walk, map and mark trails, and could lead others.',
    questions: ['Which trail would you mark next?', 'What is in your tent?'],
  },
  {
    title: 'vacant shops',
    says: [
      'I turn vacant shops into galleries for a month.',
      'Pop-up cafés in empty shops.',
      'I design windows for empty shops.',
    ],
    name: 'Windows Full Again',
    description: 'They fill empty shops with galleries, cafés and windows.',
    questions: ['Which shop would you open?', 'Who makes the sign?'],
  },
  {
    title: 'old houses',
    says: [
      'I restore old houses that nobody wanted.',
      'Carpenter for roofs of old houses.',
      'I research the history of old houses.',
    ],
    name: 'Houses Nobody Wanted',
    description: 'They restore, roof and research old houses.',
    questions: ['Which beam is oldest?', 'Who knows your house?'],
  },
  {
    title: 'lighthouses',
    says: [
      'I paint lighthouses in oil.',
      'I collect postcards of lighthouses.',
      'I volunteer as a guide at the lighthouse.',
    ],
    name: 'Postcards of Light',
    description: 'They paint, collect and explain lighthouses.',
    questions: ['Which lighthouse next?', 'Who writes the cards?'],
  },
  {
    title: 'insolvency law as a field',
    says: [
      'I practise debt collection law.',
      'I lecture on insolvency law.',
      'I translate commercial law from French.',
    ],
    name: 'Clauses and claims',
    description: 'They are lawyers who know insolvency and debt collection law.',
    questions: ['Which clause is most often missed?', 'What do law students find hard?'],
  },
  {
    title: 'welcome desks as a job',
    says: [
      'I coordinate volunteers at a refugee aid charity.',
      'I teach English at the resettlement office.',
      'I write grants for an agency that works with displaced people.',
    ],
    name: 'Welcome desks',
    description: 'They work in refugee aid and know how to run a welcome desk.',
    questions: ['What does a newcomer ask first?', 'How do you train volunteers?'],
  },
];
