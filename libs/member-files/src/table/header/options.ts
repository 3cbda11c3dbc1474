import { shapeOf } from './shapes.ts';

interface Part {
  text: string;
  option?: string;
}

/** Ways in which a heading ends in an option; each gives the places where the question may end. */
const separators = [' >> ', ' - ', ' – ', ': ', '/'];

/** Code before the wording of a question of several parts: "Q2[SQ001]. Which skills? [Welding]". */
const surveyCode = /^\w+(?:\[\w+\])+\.?\s+/;

/** Codes of options whose labels are elsewhere. */
const optionCode = /^(?:SQ)?\d+$/;

/** Parts of one thing, not options of a question: "Address 1 - City", "E-mail 1 - Type". */
const fieldWords =
  /^(?:type|value|label|name|title|street|city|region|state|country|postal code|zip|po box|formatted|department|first name|last name|email|e-mail|phone|date|time|url|id|notes?|comments?|other.*text|yomi.*)$/i;

/**
 * Parts headings that end in an option: `Skills [Welding]`, `Skills (choice=Welding)`, `skills___welding`, and
 * `Skills - Welding`, `Skills: Welding`, `Skills/Welding`, `Skills >> Welding` where the values say that they are options.
 * At least two columns share the question, else the heading stays whole.
 */
export function optionsOf(texts: readonly string[], rows: readonly (readonly string[])[]): Part[] {
  const parts: Part[] = texts.map((text) => ({ text }));
  const bracketed = texts.map((heading) => {
    const text = heading.replace(surveyCode, '');
    return (
      /^(.*[^\s[])\s*\[([^[\]]+)\]$/.exec(text) ??
      /^(.*\S)\s*\(choice=(.+)\)$/i.exec(text) ??
      /^(.*[^_])___((?=.*\p{L})\w+)$/u.exec(text)
    );
  });
  const counts = countOf(bracketed.map((found) => found?.[1] ?? ''));
  for (const [column, found] of bracketed.entries()) {
    const [, text = '', option = ''] = found ?? [];
    if (text !== '' && (counts.get(text) ?? 0) > 1 && !optionCode.test(option)) {
      parts[column] = { text: text.trim(), option: option.trim() };
    }
  }
  for (const separator of separators) {
    partBy(separator, parts, rows);
  }
  return parts;
}

function partBy(separator: string, parts: Part[], rows: readonly (readonly string[])[]): void {
  const places = parts.map(({ text, option }) => (option === undefined ? splitsOf(text, separator) : []));
  const counts = countOf(places.flat());
  const groups = new Map<string, number[]>();
  for (const [column, questions] of places.entries()) {
    // The question that most columns share: an option may have the separator in it itself.
    const question = questions.toSorted(
      (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || b.length - a.length,
    )[0];
    if (question !== undefined && (counts.get(question) ?? 0) > 1) {
      groups.set(question, [...(groups.get(question) ?? []), column]);
    }
  }
  for (const [question, columns] of groups) {
    const optionAt = (column: number): string =>
      (parts[column]?.text ?? '')
        .slice(question.length + separator.length)
        .trim()
        .replace(/^selected choice - /i, '');
    const fields = columns.filter((column) => fieldWords.test(optionAt(column)));
    const ticked = columns.filter((column) => isChosen(column, optionAt(column), rows));
    const isAnyFilled = columns.some((column) => rows.some((row) => (row[column] ?? '') !== ''));
    if (
      columns.length < 2 ||
      fields.length > columns.length / 3 ||
      ticked.length < columns.length * 0.6 ||
      !isAnyFilled
    ) {
      continue;
    }
    for (const column of columns) {
      parts[column] = { text: question.replace(/ - selected choice$/i, ''), option: optionAt(column) };
    }
  }
}

function splitsOf(text: string, separator: string): string[] {
  const questions: string[] = [];
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) {
    if (at > 0 && at + separator.length < text.length) {
      questions.push(text.slice(0, at));
    }
  }
  return questions;
}

/** Returns whether the values of a column choose or rate an option: one mark, its label, yes and no, or a few grades. */
function isChosen(column: number, option: string, rows: readonly (readonly string[])[]): boolean {
  const values = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  const different = new Set(values);
  if (different.size <= 1 || (different.size <= 7 && different.size <= values.length / 4)) {
    return [...different].every(
      (value) => value.length <= 60 && !['email', 'url', 'date'].includes(shapeOf(value)),
    );
  }
  return [...different].every(
    (value) =>
      value === option ||
      value === '0' ||
      value === '1' ||
      shapeOf(value) === 'answer' ||
      /^(?:not? )?(?:selected|checked|mentioned)$/i.test(value),
  );
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
