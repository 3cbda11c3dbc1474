import { isEverydayVerb } from './verb-forms.ts';

/**
 * Rules that decide whether words of running text mean a label. They apply to prose alone: an entry of a list always
 * means its label.
 */
export interface ProseMatchingRules {
  /** Phrases that contain a name and mean something else; a label with the same spelling takes precedence. */
  readonly idioms: readonly string[];
  /** True where a plural matches its singular too, and a label of several words in the plural its singular. */
  readonly matchesPlurals: boolean;
  /** Returns whether to search for a name in prose at all. */
  isSearchable: (name: string) => boolean;
  /** Returns whether words of prose, so written and in this context, mean the label that they spell. */
  means: (name: string, written: string, context: WordContext) => boolean;
  /** The same for the name of a town or a country. */
  meansPlace: (name: string, written: string, context: WordContext) => boolean;
}

/** Names that are everyday words too: in prose they match only in exactly this case, and not at the start of a sentence. */
export const caseSensitiveNames = new Map(
  (
    'C R Go Rust Swift Ruby Julia Dart Pascal Java Processing Scheme Racket Elm BASIC React Express Flask Spring Unity ' +
    'Blender Maya Houdini Rhino Notion Excel Illustrator Premiere Bootstrap Tailwind Git Unreal Leaflet Node Rails ' +
    'Assembly Less Sass OBS CAD SAS GAMS Shell Electron'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** Everyday words that are ignored in prose; in an entry of a few words they count ("a running buddy"). */
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
    'songs poems novels essays memoir videos video photos photo portraits logos murals tattoos puppets costumes cartoons ' +
    'fonts quilts baskets beads textiles interiors sculptures collages installations ' +
    'glass paper wood metal props ultimate stem stats languages drag punk folk'
  ).split(' '),
);

/** Words that mark a case-sensitive name before them as the tool: "go developer", "Rust programming". */
export const technicalWords = new Set(
  (
    'developer developers dev devs programmer programmers programming coder coders coding code engineer engineers ' +
    'script scripts scripting language package packages library libraries framework expert experts app apps backend'
  ).split(' '),
);

/** Phrases that contain a name and mean something else. */
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
 * Words so common that a label of one of them alone is never searched for in prose. Somebody who seeks a guitar teacher
 * seeks guitar, not teaching.
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

/** Returns whether to search for a name in prose at all. */
export function isSearchableInProse(name: string): boolean {
  if (name.includes(' ')) {
    return true;
  }
  if (stopWords.has(name)) {
    return false;
  }
  return name.length > 1 || caseSensitiveNames.has(name);
}

/** Context of a word in its text. */
export interface WordContext {
  startsSentence: boolean;
  /** True where all words of the text begin with a capital, which is then insignificant. */
  isTitle: boolean;
  next: string | undefined;
  /** True where the text is an entry of a few words, where everyday words are meant as labels. */
  isShort: boolean;
}

/** Matching rules for wishes, where a label that was not meant would be a wrong facet. */
export const wishMatchingRules: ProseMatchingRules = {
  idioms,
  matchesPlurals: false,
  isSearchable: isSearchableInProse,
  means: (name, written, context) => name.includes(' ') || meansLabel(name, written, context),
  meansPlace: () => false,
};

function meansLabel(name: string, written: string, context: WordContext): boolean {
  if (isEverydayVerb(name, context.next)) {
    return false;
  }
  const proper = caseSensitiveNames.get(name);
  if (proper !== undefined) {
    if (context.next !== undefined && technicalWords.has(context.next)) {
      return true;
    }
    return written === proper && (!context.startsSentence || context.isShort || name.length === 1);
  }
  if (everyday.has(name)) {
    return context.isShort;
  }
  return !isAbbreviation(name) || written === written.toUpperCase();
}

/** Returns whether a name is an ambiguous abbreviation of two letters, which matches only in capitals (PR, not JS). */
export function isAbbreviation(name: string): boolean {
  return /^\p{L}{2}$/u.test(name) && !unambiguousAbbreviations.has(name);
}

const unambiguousAbbreviations = new Set(['js', 'ts', 'ux', 'ui', 'ai', 'dj', 'vr']);
