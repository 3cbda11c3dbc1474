/** A group of people and its facets: each of them lists all but one of its skills and interests. */
interface Circle {
  people: number;
  roles: string[];
  skills: string[];
  interests: string[];
  looking_for: string[];
}

const circles: Circle[] = [
  {
    people: 12,
    roles: ['Maker'],
    skills: ['3D printing', 'Laser cutting', 'CAD', 'Soldering'],
    interests: ['Repair cafés', 'Model railways'],
    looking_for: ['translation'],
  },
  {
    people: 11,
    roles: ['Developer'],
    skills: ['C++', '.NET', 'C#', 'SQL'],
    interests: ['Chess', 'Retro computing'],
    looking_for: ['UX design', '3D printing'],
  },
  {
    people: 12,
    roles: ['Carer'],
    skills: ['Nursing', 'First aid', 'Listening'],
    interests: ['Grief', 'Choir', 'Meditation'],
    looking_for: ['massage'],
  },
  {
    people: 10,
    roles: ['Cook'],
    skills: ['Baking', 'Preserving', 'Fermentation'],
    interests: ['Seaweed', 'Supper clubs', 'Foraging'],
    looking_for: ['bookkeeping'],
  },
  {
    people: 10,
    roles: ['Writer'],
    skills: ['Poetry', 'Copy editing', 'Zine making'],
    interests: ['Local history', 'Ghost stories', 'Reading'],
    looking_for: ['.NET'],
  },
  {
    people: 10,
    roles: ['Boatbuilder'],
    skills: ['Boat building', 'Rope work', 'Carpentry'],
    interests: ['Sailing', 'Tides', 'Birdwatching'],
    looking_for: ['CAD'],
  },
  {
    people: 9,
    roles: ['Designer'],
    skills: ['UX design', 'Typography', 'Illustration'],
    interests: ['Zines', 'Mapping'],
    looking_for: ['copy editing'],
  },
  {
    people: 6,
    roles: ['Organiser'],
    skills: ['Bookkeeping', 'Grant writing', 'Translation'],
    interests: ['Cooperatives', 'Local history'],
    looking_for: ['baking'],
  },
  {
    people: 10,
    roles: [],
    skills: ['Carpentry', 'Massage', 'Teaching'],
    interests: ['Gardening', 'Chess', 'Birdwatching'],
    looking_for: [],
  },
];

/** Bios of some of them, so that words beyond the facets can be quoted. */
const bios: Record<number, string> = {
  2: 'Marine engineer until the yard shut. I came home to Harrow Quay with two suitcases and a kettle.',
  5: 'I print replacement parts for things that were never meant to be mended.',
  9: 'Came home when Mum fell on the stairs, meant to stay a fortnight. That was six winters ago.',
  14: 'I retrained after the cannery, and wrote my first program the week I turned fifty.',
  18: 'Payroll software for money. I learned to code at the kitchen table after the children were asleep.',
  21: 'On-call most weeks, so I know what the harbour looks like before anybody is up.',
  24: 'Night shifts on the cardiac ward. The quiet hours suit me; the bus home does not.',
  25: 'I lost my brother to the water and I still swim in it every morning.',
  27: 'Nights at the care home. At dawn I walk the sea wall before I sleep.',
  29: 'Since my wife died I have learned to cook exactly four things.',
  31: 'I sit with people at the end. Nobody asks who sits with us.',
  33: 'Health visitor. I lost my dad in the spring and the choir carried me through it.',
  36: 'Baker, so I work while the town is asleep. Anyone else awake then?',
  39: 'My grandmother wrote her recipes in Polish and I am still translating her handwriting.',
  42: 'I came back for the funeral and never used the return ticket.',
  47: 'I write about the street I grew up in, which I came home to after twenty years away.',
  49: 'I print forty copies and leave them in the launderette.',
  52: 'Widowed young. I write letters to him that I do not post.',
  57: 'The last of four generations at the slip. Nobody to hand it to yet.',
  59: 'I was a lorry driver until my back went; boats are heavier but they wait for you.',
  61: 'I would teach anyone to splice. My hands will not do it for ever.',
  68: 'Left the agency, came home, draw fish for a living. My mother is delighted.',
  73: 'Interpreter at the hospital. Half the town speaks a language the other half has never heard.',
  77: 'I keep the accounts of the lifeboat and I would hand them over gladly to somebody younger.',
  80: 'Night porter at the Anchor. I read whole novels between two and five.',
  84: 'I was a surveyor for thirty years and I am a gardener now, which is the same with worms.',
};

const towns = ['The Slip', 'Anchor Row', 'Gull Street', 'Upper Quay', 'Saltings'];

/** A synthetic harbour town of 90 members as NDJSON; the same in every call. */
export function harrowQuay(): string {
  const members = circles.flatMap(({ people, ...circle }) => Array.from({ length: people }, () => circle));
  return members
    .map((circle, place) => {
      const kept = (of: string[], offset: number): string[] =>
        of.filter((_, index) => index !== (place + offset) % (of.length + 1));
      return JSON.stringify({
        external_id: `hq-${place}`,
        bio: bios[place] ?? '',
        location: towns[place % towns.length],
        roles: circle.roles.filter(() => place % 4 !== 3),
        skills: kept(circle.skills, 0).concat(place % 7 === 0 ? ['Teaching'] : []),
        interests: kept(circle.interests, 1).concat(
          place % 5 < 2 ? ['Sea swimming'] : [],
          place % 9 === 4 ? ['Coffee'] : [],
          place % 6 === 1 ? ['Dogs'] : [],
        ),
        looking_for: circle.looking_for.filter(() => place % 3 !== 0),
        all_traits: [['patient', 'curious', 'night owl', 'early riser'][place % 4]],
      });
    })
    .join('\n');
}
