import type { RequestInput } from '@warren/contracts';
import { randomNumbers } from '@warren/testing';

type Member = RequestInput<'members.import'>['rows'][number]['member'];

/**
 * Made-up members as rich as real ones: a bio of a few sentences, six to ten facets, wishes, an answer. Half of them
 * belong to one of 24 groups, some much larger than others, and list some of their group's many facets: few members
 * show hardly any group, many show all of them completely. The groups grow with the count, the profiles do not.
 */
export function* richMembers(count: number): Iterable<Member> {
  const next = randomNumbers(4_711);
  const one = <T>(list: readonly T[]): T => at(list, Math.floor(next() * list.length));
  /** The first words of a list are much more common than its last. */
  const draw = (list: readonly string[]): string => at(list, Math.floor(next() ** 2.2 * list.length));
  const some = (least: number, most: number, from: () => string): string[] =>
    Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, from);
  const part = (list: readonly string[], count: number): string[] => some(count, count, () => one(list));
  for (let line = 1; line <= count; line += 1) {
    const group = next() < 0.5 ? at(groups, Math.floor(next() ** 1.6 * groups.length)) : undefined;
    const skills = [
      ...(group === undefined ? [] : part(group.skills, 4)),
      ...some(group === undefined ? 4 : 1, group === undefined ? 6 : 2, () => draw(skillWords)),
    ];
    const interests = [
      ...(group === undefined ? [] : part(group.interests, 2)),
      ...some(group === undefined ? 2 : 0, group === undefined ? 4 : 1, () => draw(interestWords)),
    ];
    yield {
      external_id: `r-${line}`,
      email: `r${line}@example.org`,
      first_name: one(firstNames),
      last_name: one(lastNames),
      role: one(roles),
      location: one(places),
      bio: some(3, 5, () => one(sentences).replace('*', () => one(endings))).join(' '),
      skills: [...new Set(skills)],
      interests: [...new Set(interests)],
      looking_for: [
        next() < 0.6 ? draw(skillWords) : `someone who would show me ${draw(skillWords)} some time`,
      ],
      prompt_responses:
        next() < 0.6
          ? [{ prompt: one(questions), response: one(sentences).replace('*', () => one(endings)) }]
          : [],
    };
  }
}

/** The element at an index; @throws where the list is too short. */
function at<T>(list: readonly T[], place: number): T {
  const [found] = list.slice(place, place + 1);
  if (found === undefined) {
    throw new Error(`nothing at ${place} of ${list.length}`);
  }
  return found;
}

const pairs = (first: string, second: string): string[] =>
  second.split(' ').flatMap((two) => first.split(' ').map((one) => `${one} ${two}`));

const skillWords = pairs(
  'oak willow copper linen paper clay glass leather wool stone bread cider map film radio garden boat bicycle engine lantern',
  'carving weaving binding printing mending drawing casting glazing dyeing planning teaching sewing tuning grafting baking ' +
    'milling turning framing brewing polishing roofing plastering wiring forging',
);
const interestWords = pairs(
  'river forest night harbour village winter market island railway orchard meadow theatre street ocean desert',
  'history songs birds stories walks photography science legends food festivals architecture poetry trade politics myths cinema ' +
    'swimming astronomy folklore cartography',
);
const groups = Array.from({ length: 24 }, (_, group) => ({
  skills: Array.from({ length: 8 }, (_word, place) => at(skillWords, 40 + group * 16 + place * 2)),
  interests: Array.from({ length: 4 }, (_word, place) => at(interestWords, 40 + group * 8 + place * 2)),
}));
const words = (list: string): string[] => list.split(' ');
const firstNames = words(
  'Maren Tobias Ines Goran Lucia Henrik Amara Piotr Salma Yannick Oriol Freya Dmitri Noor Caspian Thandi Ruben Eilidh Mateo Sunniva',
);
const lastNames = words(
  'Oduya Grell Castellan Petrov Whitlock Bergstrom Nakamura Delacroix Okafor Lindqvist Moreau Szabo Abernathy Quispe Halloran Vance',
);
const roles = words(
  'Maker Cook Nurse Teacher Carpenter Editor Farmer Engineer Printer Gardener Musician Clerk',
);
const places = words('Millbank Ferrygate Thornhill Eastwharf Coldbrook Saltmarsh Fenwick Highmoor');
const questions = [
  'What could you teach in one evening?',
  'What are you working on at the moment?',
  'What would you like to be asked about?',
];
const sentences = [
  'I came here some years ago for the work and stayed *.',
  'Most of what I know I learned from neighbours, and I try to pass it on *.',
  'There is a shed behind our house that has become a workshop *.',
  'On weekends you will find me out of doors, usually *.',
  'I left a desk behind and have not regretted it, although the pay was better *.',
  'Lately I have been reading about how people did things before there were machines *.',
  'If you need a hand with something heavy or slow, ask me *.',
  'I keep notebooks of everything that went wrong *.',
  'My children think that I spend too long on each thing *.',
  'I would rather mend a thing than buy it, and I am getting better *.',
];
const endings = [
  'for the people who live in these streets',
  'with whoever has the time to come along',
  'because nothing else makes me forget the hour',
  'even in the months when the roads are bad',
  'and I hope to do more of it before I am old',
  'with a radio on and the door wide open',
  'since the day somebody first showed me how',
  'though it never turns out quite as it was drawn',
];
