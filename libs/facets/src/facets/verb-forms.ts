/**
 * Words that are forms of labels and mean something else more often than not: "signing it", "weaving in", "running the
 * shop". In prose they are labels where nothing follows that they could act on.
 */
const everydayVerbs = new Set(
  (
    'signing running recording mastering forging juggling weaving spinning drawing composing acting mapping selling ' +
    'training listening editing fencing climbing surfing fishing cooking hosting translating interpreting publishing ' +
    'sailing boxing rowing diving cycling rendering scraping lettering driving sketching sculpting carving mending ' +
    'turning teaching coaching fiddling pitching facilitating instructing painting baking camping'
  ).split(' '),
);

/** What such a word acts on, or where it goes. */
const objects = new Set(
  (
    'it this that these those them him her us you me the my our your his their its myself ourselves a an any each every ' +
    'up out off on through into over away back down around together ahead plates jobs hats'
  ).split(' '),
);

/** Returns whether a word, with the word behind it, is an everyday verb and no label. */
export function isEverydayVerb(word: string, next: string | undefined): boolean {
  return next !== undefined && everydayVerbs.has(word) && objects.has(next);
}

/** The labels that a verb of English may be a form of: "weaves", "weave" → "weaving". Verbs of everyday have none. */
export function gerundsOf(verb: string): string[] {
  const bases = [verb];
  if (/[^s]s$/.test(verb)) {
    bases.push(verb.slice(0, -1));
  }
  if (/(?:sh|ch|x|s|z)es$/.test(verb)) {
    bases.push(verb.slice(0, -2));
  }
  const gerunds = bases.flatMap((base) => [
    `${base}ing`,
    ...(base.endsWith('e') ? [`${base.slice(0, -1)}ing`] : []),
    ...(/[^aeiou][aeiou][bdgklmnprt]$/.test(base) ? [`${base}${base.at(-1) ?? ''}ing`] : []),
  ]);
  return gerunds.filter((gerund) => !commonGerunds.has(gerund));
}

/** Verbs that say too little: who makes, runs or reads something is no maker, runner or reader. */
const commonGerunds = new Set(
  (
    'making running reading building designing teaching playing travelling traveling training listening speaking acting ' +
    'hosting recording signing mapping selling collecting pitching organizing organising working learning writing ' +
    'interpreting publishing composing coaching networking consulting moderating caring investing mastering ' +
    'canning mending turning throwing casting tinkering growing cutting printing selling boxing'
  ).split(' '),
);

/** The infinitives that a German verb of the first person may come from: "töpfere" → "töpfern", "segle" → "segeln". */
export function infinitivesOf(verb: string): string[] {
  if (!/^\p{L}{3,}e$/u.test(verb)) {
    return /^\p{L}{3,}n$/u.test(verb) ? [verb] : [];
  }
  const stem = verb.slice(0, -1);
  return [
    `${verb}n`,
    ...(stem.endsWith('l') ? [`${stem.slice(0, -1)}eln`] : []),
    ...(stem.endsWith('r') ? [`${stem}n`, `${stem.slice(0, -1)}ern`] : []),
  ];
}
