import { InvalidValue, folded, shown, textValue } from './value.ts';

/** Words and marks that are yes by themselves, whatever the column is about; folded, in seven languages. */
export const plainYes: readonly string[] = (
  'yes,y,true,1,1.0,t,on,x,checked,selected,quoted,mencionado,mentioned,genannt,ja,j,wahr,oui,o,vrai,si,s,verdadero,verdadeiro,' +
  'vero,sim,waar,✓,✔,☑,✅,☒,angekreuzt,ausgewahlt,coche,marcado,selezionato,aangevinkt,yep,yes please'
).split(',');

/** Words and marks that are no by themselves. */
export const plainNo: readonly string[] = (
  'no,n,false,0,0.0,f,off,unchecked,not selected,unselected,not quoted,not mentioned,nicht genannt,nein,falsch,non,faux,falso,' +
  'nao,nee,onwaar,✗,✘,☐,❌,nicht angekreuzt,nicht ausgewahlt,nicht gewahlt,non coche,no marcado,nao marcado,' +
  'niet aangevinkt,non selezionato,no seleccionado,niet geselecteerd'
).split(',');

/** What is yes as an answer to a question for consent, and something else elsewhere. */
const answersYes =
  'yeah yup sure ok okay public visible listed published ticked agree agreed ' +
  'accept accepted accepts consent consented granted allowed optedin enabled active jawohl gerne zugestimmt ' +
  'einverstanden offentlich sichtbar accepte jaccepte dac daccord publique cierto acepto ' +
  'publico pubblico acconsento akkoord openbaar zichtbaar aceito tak da kylla igen evet optin xx 🗹 👍 [x]';
const answersNo =
  'nope never private hidden unlisted unpublished unticked disagree disagreed ' +
  'decline declined declines refused denied optedout disabled inactive not none nicht privat ' +
  'abgelehnt verborgen refuse prive privee cache privado privada oculto privato nascosto niet ' +
  'nie ne ei hayir optout dontagree idontagree ✖ 👎 []';

/** A word as it is looked up: without blanks and marks, or as it is where it has no letter. */
function wordOf(text: string): string {
  return /\p{L}/u.test(text) ? text.replace(/[\s'’.!_-]/g, '') : text;
}

const truths = new Set([...plainYes, ...answersYes.split(' ')].map(wordOf));
const falsehoods = new Set([...plainNo, ...answersNo.split(' '), '[ ]'].map(wordOf));

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
  const word = wordOf(text);
  if (truths.has(word)) {
    return true;
  }
  if (falsehoods.has(word)) {
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
