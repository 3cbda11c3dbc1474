import { randomNumbers } from '@warren/testing';

/** A synthetic member, in the format of the import. */
export interface MadeUp {
  external_id: string;
  skills: string[];
  interests: string[];
  looking_for: string[];
  is_public?: boolean;
  membership_status?: string;
}

/** A planted group: its members, and what they share. */
export interface PlantedGroup {
  kind: 'skills' | 'interests';
  labels: string[];
  members: string[];
}

const groups: [PlantedGroup['kind'], string[]][] = [
  ['skills', ['Lutherie', 'French polishing', 'Wood bending', 'Fret work']],
  ['skills', ['Glaze chemistry', 'Kiln building', 'Slip casting', 'Raku firing']],
  ['skills', ['Soil mapping', 'Hedge laying', 'Scything', 'Coppicing']],
  ['interests', ['Tidal ecology', 'Seaweed', 'Lighthouses', 'Knots']],
  ['interests', ['Ringing bells', 'Plainsong', 'Organ building', 'Psalters']],
  ['interests', ['Night trains', 'Timetables', 'Signal boxes', 'Platform gardens']],
];
const perGroup = 18;

/** Three hundred members with many or few random facets, six groups among them, and wishes that match offers. */
export function plantedCommunity(size = 300): { members: MadeUp[]; groups: PlantedGroup[] } {
  const random = randomNumbers(20_261_124);
  const below = (n: number): number => Math.floor(random() * n);
  const some = (word: string, kinds: number, most: number): string[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => `${word} ${below(1 + below(kinds))}`)),
  ];
  const members = Array.from({ length: size }, (_, n): MadeUp => {
    const most = n % 10 === 0 ? 12 : 4;
    return {
      external_id: `p-${n}`,
      skills: [...some('Trade', 60, most), ...(n % 19 === 1 ? ['Bookbinding'] : [])],
      interests: some('Pastime', 50, most),
      looking_for: n % 23 === 2 ? ['Bookbinding'] : [],
    };
  });
  const planted = groups.map(([kind, labels], at): PlantedGroup => {
    const chosen = members.slice(at * perGroup, (at + 1) * perGroup);
    chosen.forEach((member, n) => {
      member[kind].push(...labels.filter((_label, place) => n % 5 !== place));
    });
    return { kind, labels, members: chosen.map(({ external_id }) => external_id) };
  });
  return { members, groups: planted };
}

/** The members as lines of JSON. */
export function ndjson(members: readonly MadeUp[]): string {
  return members.map((member) => JSON.stringify(member)).join('\n');
}

/** Changes a share of the members, chosen by the seed: each has one skill more and one pastime less. */
export function changedSome(members: readonly MadeUp[], share: number, seed: number): MadeUp[] {
  const random = randomNumbers(seed);
  const changed = members.filter(() => random() < share);
  return changed.map((member, n) => ({
    ...member,
    skills: [...member.skills.slice(0, -1), `Trade ${n % 40}`],
    interests: [...member.interests.slice(1), `Pastime ${n % 30}`],
  }));
}
