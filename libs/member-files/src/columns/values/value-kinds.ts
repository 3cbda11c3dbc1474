import { isStatus } from '../../cells/status.ts';
import { foldText } from '../headings/heading-words.ts';
import { foldWords, honorifics, isConsentAnswer, noWords, scaleWords, yesWords } from './value-words.ts';

/** What a single value may be; a value may be of several kinds. */
export type ValueKind =
  | 'code'
  | 'consent'
  | 'date'
  | 'email'
  | 'full name'
  | 'honorific'
  | 'list'
  | 'number'
  | 'one word'
  | 'phone'
  | 'postcode'
  | 'scale'
  | 'sentence'
  | 'status'
  | 'tick'
  | 'url'
  | 'yes or no';

/** Steps of scales as people word them: "Neither agree or disagree", "Extremely able", "Much more motivated". */
const grades =
  /^(?:strongly|somewhat|slightly|moderately|extremely|very|not (?:at all|very)|neither|completely|totally|fairly|quite|much|most of|all of|about half of|some of|little or no|no change in)(?: [a-z'’]+){1,4}$/i;

const tests: Record<ValueKind, (text: string, folded: string) => boolean> = {
  code: (text) =>
    /^[^\s,;|]{3,64}$/.test(text) &&
    /\d/.test(text) &&
    !/@|:\/\//.test(text) &&
    !isDate(text) &&
    !/^[\d.,]*[.,][\d.,]*$/.test(text),
  consent: (text) => isConsentAnswer(text),
  date: (text) => isDate(text),
  email: (text) =>
    /[^\s@<>,;]+(?:@|\s*[([{]\s*at\s*[)\]}]\s*)[^\s@<>,;]+(?:\.|\s*[([{]dot[)\]}]\s*)[\p{L}\d-]{2,}/iu.test(
      text,
    ),
  'full name': (given, _folded, text = given.replace(/\s*\([^()]*\)$/, '')) =>
    /^\p{Lu}[\p{L}\p{M}'’.-]*(?:,? \p{L}[\p{L}\p{M}'’.-]*){1,4}$/u.test(text) && text.length <= 50,
  honorific: (text) => honorifics.has(foldWords(text)),
  list: (text) => /[;|\n]|, ?\S|:::|^\[.*\]$|^\{.*\}$/s.test(text),
  number: (text) =>
    (/^[+-]?(?:\d[\d .,'’]*)(?:e[+-]?\d+)?\s?[%€$£]?$/i.test(text) && !isDate(text)) ||
    /^\[[\d\s.,[\]+-]*\d[\d\s.,[\]+-]*\]$/.test(text),
  'one word': (text) => /^\S+$/.test(text),
  phone: (text) =>
    /^\+?[\d\s()/.-]{7,20}$/.test(text) && text.replace(/\D/g, '').length >= 7 && !isDate(text),
  postcode: (text) =>
    /^(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?$|^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$|^\d{4} ?[A-Z]{2}$/.test(text),
  scale: (text) =>
    scaleWords.has(foldWords(text)) ||
    grades.test(text) ||
    /^[0-9]{1,2}$/.test(text) ||
    /^(?:<|>|less than|more than|over|under)?\s*\d{1,2}(?:\s*[-–]\s*\d{1,2}|\s?\+)?\s*(?:years?|yrs?|months?|jahre?|ans?|anni|anos|jaar)$/i.test(
      text,
    ) ||
    /^(?:10|\d)\s*[-–—:.(]\s*\p{L}/u.test(text),
  sentence: (text) => isSentence(text),
  status: (text) => isStatus(text),
  tick: (_, folded) => yesWords.has(folded),
  url: (text) =>
    /^(?:https?:\/\/|www\.)\S+|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|de|fr|uk|es|it|nl|pt|br|ch|at|be|eu|me|info|example)(?:\/\S*)?$/i.test(
      text,
    ),
  'yes or no': (_, folded) => yesWords.has(folded) || noWords.has(folded),
};

const names = Object.keys(tests).filter((name): name is ValueKind => Object.hasOwn(tests, name));

/** Says what a value may be. */
export function kindsOf(text: string): ValueKind[] {
  const short = text.slice(0, 1000);
  const folded = foldText(short.replace(/\ufe0f$/, ''));
  return names.filter((name) => tests[name](short, folded));
}

function isDate(text: string): boolean {
  return (
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?$/.test(text) ||
    /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:,?\s.*)?$/.test(text) ||
    /^\d{1,2}[ -]\p{L}{3,9}\.?[ -]\d{2,4}(?:\s.*)?$/u.test(text) ||
    /^\p{L}{3,9}\.? \d{1,2},? \d{4}(?:\s.*)?$/u.test(text) ||
    /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/i.test(text)
  );
}

/** Words of a text between marks; more than a few of them are prose, not an entry of a list. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/).length;
  if (words < 5) {
    return false;
  }
  // "grants; budgets; reporting." is a list all the same
  const marked = text.split(/[;|\n]/).filter((piece) => piece.trim() !== '');
  const isList = marked.length > 1 && marked.every((piece) => piece.trim().split(/\s+/).length <= 6);
  if (!isList && /[.!?…]["')\]]*$|[.!?]\s+\p{Lu}/u.test(text) && words >= 6) {
    return true;
  }
  const pieces = text.split(/[,;|\n]/).filter((piece) => piece.trim() !== '');
  return words / Math.max(1, pieces.length) >= 8;
}
