import { functionWords } from './function-words.ts';

const words = new Intl.Segmenter('und', { granularity: 'word' });
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
/** Endings of words in the languages of the vocabularies: bells, ringing; Glocken, läutet; campanas. */
const ending = /(?:ings?|ers?|ed|es|en|em|et|te|os|as|is|[sntaeio])$/u;
/** Letters of a word that its forms share in most languages: bake, baking; Bäcker, Bäckerin. */
const stemLength = 5;
/** Scripts whose words are short: one letter may be a whole word. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * Stems of the words of a text that say something, each once: without case and accents, the first letters alone, and
 * without the words that every text in a language has (see `functionWords`).
 */
export function contentStems(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { segment, isWordLike } of words.segment(text)) {
    const folded = isWordLike === true ? fold(segment) : '';
    const isShort = folded.length < 3 && !dense.test(folded);
    if (folded !== '' && !isShort && !functionWords.has(folded)) {
      stems.add(stemOf(folded));
    }
  }
  return stems;
}

/** Sentences of a text. */
export function sentencesOf(text: string): string[] {
  return Array.from(sentences.segment(text), ({ segment }) => segment.trim()).filter((part) => part !== '');
}

/** Phrases that announce one person among several, in the languages of the vocabularies. */
const oneAmongMany = new RegExp(
  [
    String.raw`\b(?:(?<!\bevery (?:single |last )?)one|a (?:certain|particular|single)|another) (?:of (?:them|these|those|our|the|us|whom)|members?|person|man|woman|among)\b`,
    String.raw`\b(?:among|between) them (?:is|are|was)?\s*(?:a|an|one|someone|somebody)\b`,
    String.raw`\b(?:someone|somebody) (?:here|among|in this)\b`,
    String.raw`\b(?:eine?[rs]?|jemand) (?:von ihnen|davon|unter ihnen|aus (?:der|dieser) gruppe|mitglied)\b`,
    String.raw`\b(?:darunter|unter ihnen) (?:ist |auch )?(?:eine?|jemand)\b`,
    String.raw`\bl['’]une? d['’](?:entre )?(?:eux|elles)\b`,
    String.raw`\b(?:parmi (?:eux|elles)|dont) (?:une?|quelqu['’]un)\b`,
    String.raw`\b(?:un[oa]?|alguien) (?:de (?:ellos|ellas)|entre (?:ellos|ellas))\b`,
    String.raw`\bentre (?:ellos|ellas) (?:hay |está )?(?:un[ao]?|alguien)\b`,
    String.raw`\b(?:un[oa]?|qualcuno) (?:di|tra|fra) loro\b`,
    String.raw`\b(?:um|uma|alguém) (?:deles|delas|entre eles)\b`,
    String.raw`(?<![\p{L}\p{N}])(?:een|één|iemand) (?:van hen|onder hen)\b`,
  ].join('|'),
  'iu',
);

/** Checks whether a sentence says that it speaks of one person among several. */
export function speaksOfOne(sentence: string): boolean {
  return oneAmongMany.test(sentence.normalize('NFC'));
}

/** Removes up to two endings, where three letters are left, and cuts what remains. */
function stemOf(word: string): string {
  let stem = word;
  for (let endings = 0; endings < 2; endings += 1) {
    const shorter = stem.replace(ending, '');
    stem = shorter.length >= 3 ? shorter : stem;
  }
  return stem.slice(0, stemLength);
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/[\p{M}’'\u02bc\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()
    .toLowerCase();
}
