/** What a value looks like, as far as that tells columns and header rows apart. */
export type Shape = 'empty' | 'email' | 'url' | 'number' | 'date' | 'answer' | 'text';

const email = /^(?:mailto:)?[^\s@,;|<>"]+@[^\s@,;|<>"]+\.[^\s@,;|<>"]+$/i;
const url = /^(?:https?:\/\/|www\.)\S+$/i;
const number = /^[-+]?[$€£]?\s?\d[\d.,\s'’]*(?:e[-+]?\d+)?\s?[%€$]?$/i;
const telephone = /^\+?\(?\d[\d\s()./-]{5,}$/;
const date =
  /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}[-. ]?\s?\p{L}{3,9}\.?[-, ]\s?\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4})(?:[T,]?\s*\d{1,2}[:.]\d{2}.*)?$/u;
const time = /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?$/i;
const answers = new Set(
  'yes no y n true false x ✓ ✔ ☑ ja nein oui non sí si não sim wahr falsch vrai faux checked unchecked selected'.split(
    ' ',
  ),
);

/** The shape of a value. */
export function shapeOf(text: string): Shape {
  if (text === '') {
    return 'empty';
  }
  if (text.length > 300) {
    return 'text';
  }
  const first = text.charCodeAt(0);
  const isNumeric =
    (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 40 || first > 127;
  if (isNumeric || first === 36) {
    if (date.test(text) || time.test(text)) {
      return 'date';
    }
    if (number.test(text) || telephone.test(text)) {
      return 'number';
    }
  }
  if (email.test(text)) {
    return 'email';
  }
  if (url.test(text)) {
    return 'url';
  }
  if (text.length <= 9 && answers.has(text.toLowerCase())) {
    return 'answer';
  }
  return first >= 65 && date.test(text) ? 'date' : 'text';
}

/** The shape that at least nine of ten filled values have; text where they differ, empty where none is filled. */
export function commonShape(values: readonly string[]): Shape {
  const counts = new Map<Shape, number>();
  let filled = 0;
  for (const value of values) {
    const shape = shapeOf(value);
    if (shape !== 'empty') {
      filled += 1;
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  if (filled === 0) {
    return 'empty';
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= 0.9 * filled ? most[0] : 'text';
}

const headingWords = new RegExp(
  `(?:^|[^\\p{L}])(?:${[
    'names?|vornamen?|nachnamen?|prénom|nom|nombre|apellidos?|nome|cognome|naam|navn|surname|first|last|given|family|full',
    'e-?mails?|mail|adresse|address|dirección|correo|courriel|phone|telefon|tel|mobile|handy|téléphone',
    'id|uuid|guid|nr|no|number|nummer|key|user|username|member|mitglied|respondent|contact|kontakt|record',
    'skills?|fähigkeiten|kompetenzen|kenntnisse|compétences|habilidades|interests?|interessen|intérêts|intereses|topics?|themen',
    'tags?|groups?|gruppen?|categor(?:y|ies)|kategorien?|labels?|notes?|notizen|comments?|bemerkung(?:en)?|description',
    'date|datum|time|timestamp|zeitstempel|horodateur|created|updated|joined|start|end|status|state|type|typ|level|role|rolle',
    'city|ort|stadt|ville|ciudad|town|country|land|pays|país|region|location|zip|plz|postcode|place|street|straße',
    'company|organi[sz]ation|firma|verein|employer|title|titel|position|job|beruf|occupation|profession|department',
    'age|alter|gender|geschlecht|birthday|geburtstag|bio|about|url|website|link|linkedin|github|question|frage|answer|language|sprache',
    'looking|suche|offer|biete|availability|public|consent|opt|score|amount|price|ticket|order|count|total',
  ].join('|')})(?:$|[^\\p{L}])`,
  'iu',
);

/** Returns whether a text reads like the heading of a column. */
export function isHeadingText(text: string): boolean {
  return (
    /[?:]\s*\*?$/.test(text) ||
    headingWords.test(text.replaceAll('_', ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
  );
}
