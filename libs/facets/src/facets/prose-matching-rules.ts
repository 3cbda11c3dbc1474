/**
 * What keeps a label from being seen in running text where only its word is meant. Everything here concerns prose
 * alone: as an entry of a list, each of these is what it says.
 */
export interface ProseMatchingRules {
  /** Phrases that hold a name and mean something else; a label spelt so goes before. */
  readonly idioms: readonly string[];
  /** Whether a plural is found by its singular too, and a label of several words in the plural by its singular. */
  readonly readsPlurals: boolean;
  /** Whether a name may be looked for in prose at all. */
  mayStand: (name: string) => boolean;
  /** Whether words of prose, written so and standing there, mean the label they spell. */
  means: (name: string, written: string, place: Place) => boolean;
  /** The same of the name of a town or a country. */
  meansPlace: (name: string, written: string, place: Place) => boolean;
}

/** Names that are everyday words too: in prose only in exactly this case, and not as the first word of a sentence. */
export const ownCase = new Map(
  (
    'C R Go Rust Swift Ruby Julia Dart Pascal Java Processing Scheme Racket Elm BASIC React Express Flask Spring Unity ' +
    'Blender Maya Houdini Rhino Notion Excel Illustrator Premiere Bootstrap Tailwind Git Unreal Leaflet Node Rails ' +
    'Assembly Less Sass OBS CAD SAS GAMS Shell Electron'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** Everyday words that say nothing in prose; in an entry of a few words they count ("a running buddy"). */
const everyday = new Set(
  (
    'art make making building builder code design events community reading books running training ' +
    'management leadership strategy operations listening speaking play acting nature outdoors science ' +
    'history travel traveling travelling travels law policy web cloud promotion environment inclusion ' +
    'diversity equity climate housing politics support maker parent mother father mom dad mum kids coach ' +
    'trainer consultant founder founders author reader producer director host hosting networking ' +
    'investment finance accounts contracts pets dog dogs cat cats plants keys beats recording spinning ' +
    'throwing collecting pitching mapping maps privacy security drama radio magic puzzles stamps wine ' +
    'cider mead minerals workshops organizing organising repair repairs casting smith mason joiner buyer ' +
    'nurse pilot council dialogue ritual rituals ceremony ethics wellness gym exercise stories typing ' +
    'purchasing sourcing inventory surveys grants ads coop coops trains animals prepping barter leather ' +
    'glass paper wood metal props ultimate stem stats languages drag punk folk'
  ).split(' '),
);

/** Words after which a name of the first list is surely the tool: "go developer", "Rust programming". */
export const technicalWords = new Set(
  (
    'developer developers dev devs programmer programmers programming coder coders coding code engineer engineers ' +
    'script scripts scripting language package packages library libraries framework expert experts app apps backend'
  ).split(' '),
);

/** Phrases that hold a name and mean something else. */
export const idioms = [
  'r and d',
  'plan c',
  'vitamin c',
  'hepatitis c',
  'c section',
  'c suite',
  'c level',
  'type c',
  'state of the art',
  'art of',
  'make sure',
  'make sense',
  'on the go',
  'go to market',
  'word of mouth',
  'next door',
  'open source community',
];

/**
 * Words so common that a label of one of them alone is never looked for in prose, whoever lists it. Who seeks a
 * guitar teacher seeks guitar, not teaching.
 */
const stopWords = new Set(
  (
    'a an and any are as at be been being but by can could do does doing for from had has have having he help helping her ' +
    'here hers his how i if im in into is it its ive just know learn learning like looking love me meet more most my ' +
    'need new no not now of off on one ones or other others our out over people person please project projects ' +
    'really she skill skills so some someone somebody something that the their them then there these they thing things ' +
    'this those time to too up us very want wants was we well were what when where which who why will with work working ' +
    'would you your friend friends group groups life fun all also none anything everything everyone anyone nothing team ' +
    'teach teacher teachers instructor instructors home local small large good great better best many much few lot lots business ideas idea space spaces place part'
  ).split(' '),
);

/** Whether a name of one word may be looked for in prose at all. */
export function mayStandInProse(name: string): boolean {
  if (name.includes(' ')) return true;
  if (stopWords.has(name)) return false;
  return name.length > 1 || ownCase.has(name);
}

/** Where in its sentence a word stands. */
export interface Place {
  startsSentence: boolean;
  /** All words of the text begin with a capital, which therefore says nothing. */
  isTitle: boolean;
  next: string | undefined;
  /** An entry of a few words, where everyday words are meant as labels. */
  isShort: boolean;
}

/** How a wish is read, where a label that was not meant would be a facet that nobody has. */
export const wishMatchingRules: ProseMatchingRules = {
  idioms,
  readsPlurals: false,
  mayStand: mayStandInProse,
  means: (name, written, place) => name.includes(' ') || meansLabel(name, written, place),
  meansPlace: () => false,
};

function meansLabel(name: string, written: string, place: Place): boolean {
  const proper = ownCase.get(name);
  if (proper !== undefined) {
    if (place.next !== undefined && technicalWords.has(place.next)) return true;
    return written === proper && (!place.startsSentence || place.isShort || name.length === 1);
  }
  if (everyday.has(name)) return place.isShort;
  return !isAbbreviation(name) || written === written.toUpperCase();
}

/** Two letters are an abbreviation, and meant only in capitals (PR, AR), unless no word is spelt so. */
export function isAbbreviation(name: string): boolean {
  return /^\p{L}{2}$/u.test(name) && !unmistakable.has(name);
}

const unmistakable = new Set(['js', 'ts', 'ux', 'ui', 'ai', 'dj', 'vr']);
