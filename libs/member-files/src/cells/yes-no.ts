import { InvalidValue, folded, shown, textValue } from './value.ts';

const yesWords =
  'true yes y mentioned genannt yeah yep yup sure ok okay on t public visible listed published checked selected ticked agree agreed ' +
  'accept accepted accepts consent consented granted allowed optedin enabled active ja jawohl j wahr gerne zugestimmt ' +
  'einverstanden offentlich sichtbar oui vrai accepte jaccepte dac daccord publique si s sim verdadero cierto acepto ' +
  'publico vero pubblico acconsento waar akkoord openbaar zichtbaar verdadeiro aceito tak da kylla igen evet';
const noWords =
  'false no n notmentioned nichtgenannt nope never off f private hidden unlisted unpublished unchecked unselected unticked disagree disagreed ' +
  'decline declined declines refused denied optedout disabled inactive not none nein nee nicht falsch privat ' +
  'abgelehnt verborgen non faux refuse prive privee cache falso privado privada oculto privato nascosto niet onwaar ' +
  'verborgen nao nie ne ei hayir';

const truths = new Set(yesWords.split(' '));
const falsehoods = new Set(noWords.split(' '));
const trueMarks = new Set('1 1.0 x xx ✓ ✔ ☑ ✅ 🗹 👍 [x]'.split(' '));
const falseMarks = new Set('0 0.0 ✗ ✘ ☐ ❌ ✖ 👎 [] [ ]'.split(' '));

/** Words that decide at the beginning of a sentence: "Yes, please list me", "Nein, bitte nicht". */
const beginning =
  /^(?:(yes|yeah|yep|sure|i agree|i accept|i consent|i do|ja|gerne|ich stimme|ich willige|oui|j'accepte|d'accord|si|acepto|accetto|acconsento|sim|aceito|selected|checked|opt(?:ed)?[ -]?in|public|visible|offentlich|sichtbar|tak|da)|(no|nope|i do not|i don't|do not|don't|please don't|nein|ich (?:mochte|will) nicht|non|je ne|nao|nee|niet|not|nicht|opt(?:ed)?[ -]?out|keep private|private|privat|hidden|nie))(?![\p{L}\p{N}'])/u;

/** "Ich stimme nicht zu" begins like a yes. */
const negated = /^(?:ich stimme|ich willige|i do|i agree|i consent)\b[^.,;]*\b(?:nicht|not|no)\b/;

/** A yes that goes on so may be one to the opposite: "Yes, keep me private". */
const unclear =
  /\b(?:private|privat|privee?|privad[oa]|hidden|hide|not|nicht|nur|only|but|aber|kein|keine|don't|never|mais|pero|pas|ma)\b/;

/** What R, pandas, databases and lookups write for no value. */
const missing = /^(?:na|nan|<na>|null|#n\/a)$/;

/** Reads yes or no in any spelling, also at the beginning of a sentence; undefined if empty. */
export function yesNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') {
    return value;
  }
  // a symbol may be followed by a variation selector
  const text = folded(textValue(value)).replaceAll('\ufe0f', '');
  if (text === '' || missing.test(text)) {
    return undefined;
  }
  const word = text.replace(/[\s'’.!_-]/g, '');
  if (trueMarks.has(text) || truths.has(word) || /^optin$/.test(word)) {
    return true;
  }
  if (falseMarks.has(text) || falsehoods.has(word) || /^(?:optout|dontagree|idontagree)$/.test(word)) {
    return false;
  }
  const [, yes, no] = beginning.exec(text) ?? [];
  if (no !== undefined || negated.test(text)) {
    return false;
  }
  if (yes !== undefined && !unclear.test(text)) {
    return true;
  }
  throw new InvalidValue(`${shown(value)} is neither yes nor no: write yes, no, true, false, 1 or 0`);
}
