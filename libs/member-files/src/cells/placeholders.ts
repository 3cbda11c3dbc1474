import { folded } from './value.ts';

/**
 * What a text is, for what says "nothing": an entry of a list, prose (a bio, an answer), a place or code (where NA may be
 * Namibia), a name of a person (where None and Null are people).
 */
export type PlaceholderKind = 'label' | 'prose' | 'place' | 'name';

/** What programs and people write for a missing value, in any field. */
const missing = new Set([
  ...'n/a n.a. n.a n/a. #n/a #n/v #nv #value! #wert! #ref! #bezug! #name? #null! #div/0! #num! #zahl! @na <na> nan'.split(
    ' ',
  ),
  ...'<null> (null) \\n (empty) (blank) (none) [null] undefined k.a. k.a n.v.t. n.v.t n.b. s.o. ./. -/- .-'.split(
    ' ',
  ),
  ...['k. a.', 'n. v. t.', 'n. a.', 'n. b.', 's. o.', 's/o', 'n / a', '#error!'],
]);

/** Words for nothing; no name of a person is one. */
const nothing = new Set(
  [
    // English
    'na; none; nil; nothing; no; empty; blank; not applicable; not available; not specified; not stated; unknown',
    'unspecified; no answer; no response; no skills; no interests; none of the above; all of the above; none of these',
    'nothing specific; nothing in particular; nothing special; nothing yet; nothing at the moment; none yet',
    'none at the moment; none at this time; not sure; not sure yet; unsure; i am not sure; i’m not sure; idk',
    'i don’t know; i dont know; don’t know; dont know; i do not know; do not know; no idea; no preference',
    'prefer not to say; prefer not to answer; rather not say; i prefer not to say; decline to answer; declined',
    'see above; as above; same as above; see below; see linkedin; see cv; see resume; ditto; tbd; tba; tbc',
    'to be determined; to be confirmed; to be decided; todo; other; others; other (please specify)',
    'other, please specify; other - please specify; other: please specify; please specify; other (specify); anything',
    'everything; any; all; various; misc; etc; and so on; and more; asdf; xx; xxx; x; ?; not any; n a',
    'none really; not really; i have none; i have no skills; don’t have any; i don’t have any; nope; nada; no comment',
    // German
    'keine; keines; keiner; kein; keins; keine angabe; keine angaben; keine antwort; keine auswahl; nichts; nein',
    'nichts davon; keine davon; keines davon; nichts besonderes; nicht zutreffend; trifft nicht zu; entfallt; unbekannt',
    'weiss nicht; weiss ich nicht; ich weiss nicht; ich weiss es nicht; noch nicht; siehe oben; s.o; sonstige; sonstiges',
    'andere; anderes; sonstige (bitte angeben); andere (bitte angeben); alles; alle; usw; keine ahnung; ka; leer',
    'mochte ich nicht sagen; mochte ich nicht angeben; keine fahigkeiten; noch keine; noch offen; usw.; etc.',
    // French
    'aucun; aucune; aucuns; neant; rien; sans objet; non applicable; non renseigne; non renseignee; non precise',
    'je ne sais pas; ne sais pas; ne sait pas; sans reponse; pas de reponse; autre; autres; autre (precisez); inconnu',
    'autre (veuillez preciser); voir ci-dessus; aucun de ces choix; aucune de ces reponses; tout; vide; rien de special',
    'prefere ne pas repondre; je prefere ne pas repondre; pas encore; a determiner',
    // Spanish
    'ninguno; ninguna; ningunos; ningunas; nada; no aplica; no aplicable; no procede; no sabe; no se; no lo se; otro',
    'otra; otros; otras; otro (especifique); ninguno de los anteriores; ninguna de las anteriores; sin respuesta',
    'prefiero no decirlo; prefiero no responder; desconocido; vacio; todos; todo; ver arriba; por determinar',
    'todas las anteriores; todos los anteriores; sin especificar',
    // Italian
    'nessuno; nessuna; niente; nulla; non applicabile; non so; non lo so; altro; altri; altro (specificare); vuoto',
    'nessuno dei precedenti; nessuna delle precedenti; preferisco non rispondere; sconosciuto; tutto; tutti; vedi sopra',
    'non specificato; non pervenuto; n.d.; n.d; nd; da definire',
    // Dutch
    'geen; niets; niet van toepassing; nvt; weet niet; weet ik niet; ik weet het niet; anders; anders, namelijk; overig',
    'overige; geen van bovenstaande; geen van de bovenstaande; geen antwoord; onbekend; zie boven; alles; leeg; nog niet',
    'zeg ik liever niet; wil ik niet zeggen; geen voorkeur; geen idee',
    // Portuguese
    'nenhum; nenhuma; nenhuns; nao se aplica; nao aplicavel; nao sei; outro; outra; outros; outras; desconhecido; vazio',
    'nenhuma das anteriores; nenhum dos anteriores; prefiro nao dizer; prefiro nao responder; sem resposta; ver acima',
    'a definir; nao informado; nao informada',
  ]
    .flatMap((words) => words.split('; '))
    .map(folded),
);

/** Characters of the longest placeholder, with the marks that may stand around it. */
const longest = Math.max(...Array.from(nothing, ({ length }) => length)) + 10;

/** Words that may say nothing in a list, and something in prose or as a place ("Other" is no place, "All" may be one). */
const aboutLabels = new Set(['no', 'nein', 'any', 'all', 'x', 'xx', 'ka', 'other'].map(folded));

/**
 * Returns whether a text says that there is nothing to say: "N/A", "keine Angabe", "-", "prefer not to say". Empty is not
 * a placeholder. `codes`: the column holds codes of two letters, among which NA is one (Namibia, sodium).
 */
export function isPlaceholder(text: string, kind: PlaceholderKind, codes = false): boolean {
  return text.length <= longest && beginsAsOne(text) && isOne(text, kind, codes);
}

/** Words that are placeholders of some kinds, or in some columns. */
const ambiguous = ['null', 'na', 'nd', 'not specified', 'unknown'];

/** By the first three letters of a word, whether a placeholder begins with them. */
const beginnings = new Uint8Array(26 ** 3);
for (const word of [...missing, ...nothing, ...ambiguous]) {
  const beginning = beginningOf(word);
  if (beginning !== -1) {
    beginnings[beginning] = 1;
  }
}

/** A quick test that nearly all texts fail: it is false only for texts that are certainly no placeholder. */
function beginsAsOne(text: string): boolean {
  const beginning = beginningOf(text);
  return beginning === -1 || beginnings[beginning] === 1;
}

/** Number of the first three letters of a text without regard to case; -1 where those are no three letters of ASCII. */
function beginningOf(text: string): number {
  let number = 0;
  for (let at = 0; at < 3; at += 1) {
    // lower case, for a letter
    const letter = (text.charCodeAt(at) | 0x20) - 0x61;
    if (!(letter >= 0 && letter < 26)) {
      return -1;
    }
    number = number * 26 + letter;
  }
  return number;
}

/** Returns whether a text is marks alone, or what programs write for a missing value. */
export function isMissing(text: string): boolean {
  const word = folded(text);
  return word !== '' && isMissingWord(word);
}

/** No letter, digit, or symbol such as an emoji, or what programs write for a missing value. */
function isMissingWord(word: string): boolean {
  return missing.has(word) || (!/^[\p{L}\p{N}]/u.test(word) && /^[\p{P}\s|~^`+=<>_]+$/u.test(word));
}

function isNothing(word: string): boolean {
  return nothing.has(word) || nothing.has(word.replace(/[.:!…*]+$/, '')) || nothing.has(bareOf(word));
}

/** A word without the brackets, quotes and marks around it. */
function bareOf(word: string): string {
  return word.replace(/^[([<"'*-]+\s*|\s*[.:!)\]>"'*…]+$/g, '');
}

function isOne(text: string, kind: PlaceholderKind, codes: boolean): boolean {
  const word = folded(text);
  if (word === '') {
    return false;
  }
  if (isMissingWord(word)) {
    return true;
  }
  if (word === 'null') {
    return kind !== 'name' || text.trim() === 'NULL';
  }
  if (word === 'na' || word === 'nd') {
    return !(codes && /^[A-Z]{2}$/.test(text.trim())) && kind !== 'name';
  }
  if (kind === 'name') {
    return word === 'not specified' || word === 'unknown';
  }
  return isNothing(word) && (kind === 'label' || !aboutLabels.has(bareOf(word)));
}

const otherwise =
  /^(?:others?|sonstiges?|andere[sr]?|autres?|otr[oa]s?|altr[oi]|anders|overige?|outr[oa]s?)(?:\s*[,(-]?\s*(?:please specify|specify|bitte angeben|und zwar|precisez|préciser|especifique|specificare|namelijk|especificar)\)?)?\s*[:：]\s*(?=\S)/iu;

/** Takes "Other:" from before what was typed there. */
export function withoutOther(text: string): string {
  return text.includes(':') || text.includes('：') ? text.replace(otherwise, '') : text;
}

/** Returns whether a column's values are codes of two capitals, so that NA among them is one. */
export function holdsCodes(texts: Iterable<string>): boolean {
  let codes = 0;
  let others = 0;
  for (const text of texts) {
    if (/^[A-Z]{2}$/.test(text)) {
      codes += text === 'NA' ? 0 : 1;
    } else if (text !== '') {
      others += 1;
    }
  }
  return codes >= 2 && codes >= 4 * others;
}
