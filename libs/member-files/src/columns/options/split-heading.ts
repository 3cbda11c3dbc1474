import { isPlaceholder } from '../../cells/placeholders.ts';
import type { Heading } from '../../table/table.ts';
import { cleanHeading, foldText, isCode, withoutRemarks } from '../headings/heading-words.ts';

/** A heading of one option of a question. */
export interface SplitHeading {
  question: string;
  option: string;
  /** Whether the heading is of the form on its own; otherwise others of the same question must stand beside it. */
  isSure: boolean;
}

const lowerRow =
  /^(?:open[- ]ended response|response|antwort|offene antwort|reponse|reponse libre|respuesta|risposta|antwoord|resposta)s?$/i;
const others =
  /(?:^|[\s[(_/.-])(?:other|others|andere|anderes|andere[rs]?|sonstige|sonstiges|autre|autres|otro|otra|otros|altro|altri|anders|overig|outro|outra|outros)(?:$|[\s\])_/.,:;-])/i;

const noneOfThese =
  /^(?:none of (?:the above|these|them)|keine? (?:davon|der genannten)|nichts davon|aucune? (?:de|des) ces|aucune? de ceux|ningun[ao] de|nessun[oa] (?:di|dei|delle)|geen van|nenhum[a]? (?:d|das|dos))/;

/** The forms in which programs write an option behind its question. */
const forms: { pattern: RegExp; isSure: boolean }[] = [
  { pattern: /^(.+?)\s*\[([^\]]+)\]\s*$/s, isSure: true },
  { pattern: /^(.+?)\s*\(choice\s*=\s*(.+)\)\s*$/is, isSure: true },
  { pattern: /^(.+?)\s+[-–]\s+(?:selected choice|auswahl)\s+[-–]\s+(.+)$/is, isSure: true },
  { pattern: /^(.+?)___(.+)$/s, isSure: false },
  { pattern: /^(.+?)_part_(\d+)$/is, isSure: false },
  { pattern: /^(.+)\/([^/]+)$/s, isSure: false },
  { pattern: /^(.+\S)\s+[-–—>|]+\s+(.+?)$/s, isSure: false },
  { pattern: /^(.+[?:])\s*(\S.*)$/s, isSure: false },
  { pattern: /^(.+\S)\s*\(([^()]+)\)$/s, isSure: false },
  { pattern: /^([^\s.]+)\.+([^\s].*)$/s, isSure: false },
  { pattern: /^([^\s.]+(?:\.[^\s.]+)+)\.([^.]+)$/s, isSure: false },
  { pattern: /^([\p{L}\d]+(?:_[\p{L}\d]+)+)_([^_]+)$/su, isSure: false },
  { pattern: /^([\p{L}\d]+)_(.+)$/su, isSure: false },
];

/** A word that ticket shops write before every question of their own. */
const anyQuestion = /^(?:question|frage|custom (?:field|question)|pregunta|domanda|vraag|answer)s?\s*:?$/i;

/** Parts a heading into question and option in every way that it may be read. */
export function splitHeading(heading: Heading): SplitHeading[] {
  const option = heading.option?.trim() ?? '';
  if (option === '') {
    return forms.flatMap(({ pattern, isSure }) => splitBy(pattern, heading.text, isSure));
  }
  if (lowerRow.test(option)) {
    return [];
  }
  const text = questionText(heading.text, option);
  // a code in the upper row, the question and its option in the lower one
  const wordings = isCode(text)
    ? splitHeading({ name: '', text: option }).filter(({ isSure }) => isSure)
    : [];
  return wordings.length > 0 ? wordings : [{ question: text, option, isSure: true }];
}

function splitBy(pattern: RegExp, text: string, isSure: boolean): SplitHeading[] {
  const [, question = '', option = ''] = pattern.exec(text.trim()) ?? [];
  return question.trim() === '' || option.trim() === '' || anyQuestion.test(question.trim())
    ? []
    : [{ question: question.trim(), option: option.trim(), isSure }];
}

/** The heading without the option at its end. */
function questionText(text: string, option: string): string {
  const bare = text.trim();
  const end = `[${option}]`;
  return bare.endsWith(end) && bare.length > end.length ? bare.slice(0, -end.length).trim() : bare;
}

/** Returns whether the lower of two header rows says nothing but that an answer stands there. */
export function isAnswerRow(option: string): boolean {
  return lowerRow.test(foldText(option.trim()));
}

/** Returns whether an option stands for any other answer. */
export function isOther(option: string): boolean {
  return others.test(foldText(option));
}

/** Returns whether an option says only that there is another answer, or none: "Other", "None of the above". */
export function saysNothing(option: string): boolean {
  const text = foldText(withoutRemarks(optionLabel(option)));
  const isBare = !/\s/.test(text) || /specify|angeben|preciser|especifi|precisare|toelicht/.test(text);
  return (isOther(text) && isBare) || noneOfThese.test(text) || isPlaceholder(text, 'prose');
}

/** Key by which the columns of one question find each other. */
export function questionKey(question: string): string {
  return foldText(cleanHeading(question)).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Label of an option as a person would write it. */
export function optionLabel(option: string): string {
  return cleanHeading(option.replace(/<[^<>]*>/g, ' ')) || option.trim();
}
