/** What a quantity in words says of those it speaks of: their share, from and to, or something that is never computed. */
export type Quantity =
  | { readonly least: number; readonly most: number }
  | { readonly never: 'compared' | 'over time' | 'large' };

/** A quantity that a text says, and where. */
export interface QuantityMention {
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity;
  /** Whether it speaks of the pattern's members ("all of them") by its own words. */
  readonly ofPattern: boolean;
}

const people = 'members?|people|membership|community|folks?|mitglieder|mitgliedern|leute|leuten|menschen';
const places =
  'community|membership|town|village|city|house|guild|hall|street|attic|marsh|ridge|valley|coast|group|club|society|network|' +
  'neighbou?rhood|circle|crew|place|team|commune|dorf|haus|stadt|gemeinschaft|gruppe|verein|tal|nachbarschaft|genossenschaft';
const them = '(?:them|these|those|whom|ihnen|denen|diesen)';
const nearly =
  '(?:nearly|almost|virtually|practically|just about|fast|beinahe|nahezu|so gut wie|presque|casi|quasi|quase|bijna)';
const everyone =
  `(?:everyone|everybody|every (?:single |last )?(?:one|member)|each (?:of (?:them|these|those|us)|member)|all (?:of )?(?:the |our |these |those )?(?:${people})|` +
  `all of (?:the|our|us|${them})|all (?:in|from)(?= \\p{Lu})|(?:they|you|we|them) all|all (?:live|list|share)|sie alle|alle(?: von (?:ihnen|uns))?|allesamt|ausnahmslos|jede[rs]?(?: (?:von (?:ihnen|uns)|einzelne))?|sämtliche|` +
  `(?:the|our) (?:whole|entire) (?:${places})|(?:das|die|der|dem) ganzen? (?:${places})|everywhere|überall|without exception|` +
  'tous les membres|tout le monde|todos los miembros|todo el mundo|tutti i membri|todos os membros|alla medlemmar|alle leden|iedereen)';
const halfOf = `(?:half of (?:the|our|these|those)|half (?:of )?(?:the |our |all |these |those )?(?:${people}|${places}|them|us)|(?:die )?hälfte(?: (?:der|aller|von) \\p{L}+)?|every (?:other|second) (?:${people})|jede[rs]? zweite|la moitié|la mitad|la metà|metade|de helft|hälften)`;
const share = (least: number, most: number): Quantity => ({ least, most });

const lexicon: readonly (readonly [words: string, quantity: Quantity])[] = [
  // Never computed.
  [
    'more than (?:any(?:one|body|where)?|every|all)(?: other| else)?|(?:than|as) any other|(?:better|bigger|larger|stronger|more \\p{L}+) than (?:any\\p{L}*|most|all)|' +
      'no other (?:community|group|town|village|place|circle)|(?:nobody|no one|nowhere)[^.!?]{0,40} (?:better|more)|' +
      `the (?:largest|biggest|leading|strongest) (?:${places})|the (?:best|finest|leading|top|most \\p{L}+) \\p{L}+ (?:in|of|on) (?:the|our)|best \\p{L}+ (?:in|of|on) the|` +
      'the leading|second to no other|unrivall?ed|unmatched|mehr als (?:in )?(?:jede|alle|irgend)\\p{L}*|(?:niemand|keiner|nirgends)[^.!?]{0,40} (?:besser|mehr)|' +
      '(?:der|die|das) (?:größte|beste|stärkste|führende)n?(?: \\p{L}+)?|besser als',
    { never: 'compared' },
  ],
  [
    'getting (?:worse|better|fewer|bigger|smaller|louder|older|younger)|more and more|ever (?:more|fewer|less)|fewer and fewer|less and less|on the rise|' +
      'increasingly|fastest[- ]growing|(?:number|interest|group|share|demand|circle)s? (?:is|are|keeps?) (?:growing|shrinking|rising|falling)|in decline|the decline|' +
      'is (?:spreading|accelerating|rising|dying out)|\\p{L}+er every year|from year to year|' +
      'immer (?:mehr|weniger|schlimmer|größer|kleiner|besser|öfter|seltener|älter|jünger)|zunehmend|von jahr zu jahr|(?:nimmt|nehmen) (?:zu|ab)|de plus en plus|cada vez (?:más|menos|mais)|sempre (?:più|meno)|steeds (?:meer|minder)|allt (?:fler|färre|mer)',
    { never: 'over time' },
  ],
  [
    `(?:scores|loads|tons|masses|hordes|droves|swarms|tens|lots and lots|a host|legions) of (?:them|us|${people})|scores|countless|innumerable|untold|in droves|` +
      'unzählige|zahllose|scharen von|jede menge|heerscharen|des dizaines|docenas|decine|dezenas|tientallen|dussintals',
    { never: 'large' },
  ],
  // Shares.
  [
    `(?:the |das |die )?(?:only (?:ones?|members|people|group)|einzigen?(?= (?:die|der|im|in)\\b|, die))|als einzige|no ?(?:one|body) else|sonst (?:niemand|keiner)`,
    share(0, 0),
  ],
  [`${nearly} (?:${everyone}|all)|vast majority|all but (?:a few|one)`, share(0.8, 1)],
  [
    `(?:hardly|barely|scarcely) any(?:one|body| of (?:the|our|us|${them}))|${nearly} (?:no ?(?:one|body)|none)|kaum (?:jemand|einer|eine[rs]?)|(?:fast|so gut wie) (?:niemand|kein\\p{L}*)`,
    share(0, 0.15),
  ],
  [`(?<=^|[,;] |and |but )few (?:ever |${people})|very few|(?:sehr |nur )wenige`, share(0, 0.34)],
  ['two[- ]thirds|two (?:in|out of) three|zwei drittel|zwei von drei', share(0.58, 0.75)],
  [
    `more than half|over half|mehr als die hälfte|(?:the |a )?(?:overwhelming )?majority|the bulk of|(?:the )?lion['’]s share|most (?:of )?(?:the |our |its |these |those )?(?:${people})|` +
      `most of (?:the|our|us|its|${them})|(?:die )?meisten|mehrheit|großteil|la plupart|la mayoría|la maggior parte|a maioria|de meeste|de flesta|majoriteten`,
    share(0.5001, 1),
  ],
  [halfOf, share(0.4, 0.6)],
  [
    '(?:a |one )?(?:good )?third of|one in three|ein (?:gutes )?drittel|jede[rs]? dritte|un tiers|un tercio|un terzo',
    share(0.25, 0.42),
  ],
  ['a quarter of|one in four|ein viertel|jede[rs]? vierte', share(0.18, 0.32)],
  [
    `no ?(?:one|body) (?=in |here|of )|none of (?:the|our|us|${them})|no members?|niemand (?=im |in |hier)|keine[rs]? (?:von (?:ihnen|uns)|der mitglieder)|nobody here`,
    share(0, 0),
  ],
  [everyone, share(1, 1)],
  // "Every single painter": of whom, the next words say.
  ['(?:every|each)(?: single| last)?(?= \\p{L})', share(1, 1)],
];
const scope = new RegExp(
  `^${them}|(?:of|von) ${them}|^(?:they|them) all|^sie alle|every (?:single|last) one|every one of ${them}|\\bwhom\\b|jede[rs]? einzelne`,
  'iu',
);
const inGroup =
  /^,? ?(?:in|of) (?:this|the|that) (?:group|pattern|circle|cluster)|^ (?:in|aus) dieser gruppe|^ (?:of|von) (?:them|these|those|whom|ihnen|denen)(?!\p{L})/iu;
const expressions = lexicon.map(
  ([words, quantity]) =>
    [new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu'), quantity] as const,
);

/** Finds the quantities that a sentence says without a number, in order; of overlapping ones the first, then the longer. */
export function quantitiesIn(sentence: string): QuantityMention[] {
  const all = expressions.flatMap(([expression, quantity]) =>
    [...sentence.matchAll(expression)].map((match): QuantityMention => {
      const [words] = match;
      const to = match.index + words.length;
      const isAside = /, $/.test(sentence.slice(0, match.index)) && /^all (?:in|from)$/i.test(words);
      const ofPattern = isAside || scope.test(words) || inGroup.test(sentence.slice(to));
      return { words, from: match.index, to, quantity, ofPattern };
    }),
  );
  const kept: QuantityMention[] = [];
  for (const each of all.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (kept.every(({ from, to }) => each.to <= from || each.from >= to)) {
      kept.push(each);
    }
  }
  return kept;
}
