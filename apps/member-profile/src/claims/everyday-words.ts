/**
 * Words that name a facet in a list but mean none in a sentence about a community: the usual vocabulary of descriptions of
 * people who meet, learn and make things. Matching them would reject most honest descriptions. A word is listed only if
 * its everyday meaning is the usual one, never a trade, a craft, a tool or a pastime that somebody may lack (welding,
 * photography, gardening), nor a label of several words. A listed word with a capital inside a sentence is a name, and
 * matches.
 */
export const everydayWords: ReadonlySet<string> = new Set(
  // What communities are and do.
  (
    'community events workshop workshops meeting meetup meetups festivals potluck potlucks newsletter newsletters ' +
    'stories story conversation conversations dialogue sharing making maker makers building builder builders hosting ' +
    'organising organizing networking training teaching mentoring collecting volunteer volunteers mentor mentors members beginner ' +
    'beginners newcomers neighbours neighbors family families kids growth knowledge weekend evening evenings ' +
    'productivity ritual rituals hospitality heritage ' +
    // Their occasions and places.
    'food coffee art craft crafts history science nature travel travels environment climate plants seeds soil garden gardens farm ' +
    'farms walk maps books songs photo photos video videos languages libraries archives website software database accounts inventory fundraiser tools ' +
    // Adjectives that members list as traits.
    'curious creative friendly patient quiet kind open warm practical thoughtful generous helpful active social ' +
    'passionate enthusiastic collaborative supportive vocal loud thorough organised organized ' +
    // Verbs and nouns with another meaning.
    'acting reading reader readers listening speaking recording presenting presentations preserving mastering ' +
    'interpreting hiring selling sourcing signing juggling repair repairs exercise draw drag stem beats web octave ' +
    'pilot tailor diversity inclusion accessibility'
  ).split(' '),
);

/** Towns, and words for no place at all, which begin a sentence as words. */
export const everydayPlaces: ReadonlySet<string> = new Set(
  'remote anywhere online worldwide talent phoenix reading bath nice mobile orange sandwich deal hope'.split(
    ' ',
  ),
);

/** Idioms that contain the name of a facet and mean something else. */
export const turnsOfPhrase: readonly string[] = [
  ...['a', 'an', 'the', 'this', 'their', 'our', 'your', 'it', 'its'].map((word) => `running ${word}`),
  ...['a', 'an', 'the'].map((word) => `design ${word}`),
  ...['things', 'everything', 'it', 'them', 'town', 'place', 'projects', 'still'].map(
    (word) => `${word} running`,
  ),
  'up and running',
  ...['on', 'from', 'together', 'people', 'in'].map((word) => `drawing ${word}`),
  ...['into', 'deep', 'deeper'].map((word) => `diving ${word}`),
  ...['connections', 'ties', 'links', 'a', 'new'].map((word) => `forging ${word}`),
  ...['mosaic', 'tapestry', 'patchwork', 'chorus', 'comedy'].map((word) => `a ${word} of`),
  'by design',
  'driving force',
  'rich tapestry',
  'weaving together',
  'stitching together',
  'carving out',
  'cooking up',
  'ideas brewing',
  'trouble brewing',
  'writing down',
  'writing it down',
  'catering to',
  'hunting for',
  'hunting down',
  'fishing for',
  'climbing the',
  'painting a picture',
  'paint a picture',
  'code of conduct',
  'dress code',
  'house rules',
  'rule of law',
  'lost in translation',
];

/**
 * The few labels of several words that never match, since they are ordinary verbs too ("make up a group"), or kinds of
 * meetings about any subject.
 */
export const looseLabels: ReadonlySet<string> = new Set([
  'make up',
  'start up',
  'stand up',
  'working out',
  'making things',
  'being outdoors',
  'reading group',
  'reading groups',
  'study group',
  'study groups',
  'help desk',
]);
