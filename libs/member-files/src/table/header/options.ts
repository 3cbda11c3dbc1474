import { shapeOf } from './shapes.ts';

interface Part {
  text: string;
  option?: string;
}

interface Split {
  question: string;
  option: string;
  /** Higher where the heading says that this is the question. */
  rank?: number;
}

/** Marks after which a heading may name an option. */
const separators = [' >> ', ' - ', ' – ', ': '];

/** Code before the wording of a question of several parts: "Q2[SQ001]. Which skills? [Welding]". */
const surveyCode = /^\w+(?:\[\w+\])+\.?\s+/;

/** Codes of options whose labels are elsewhere. */
const optionCode = /^(?:SQ)?\d+$/;

/** Parts of one thing, not options of a question: "Address 1 - City", "E-mail 1 - Type". */
const fieldWords =
  /^(?:type|value|label|name|title|street|city|region|state|country|postal code|zip|po box|formatted|department|first name|last name|email|e-mail|phone|date|time|url|id|notes?|comments?|other.*text|yomi.*)$/i;

/**
 * Parts headings that end in an option: `Skills [Welding]`, `Skills (choice=Welding)`, `skills___welding`, and
 * `Skills - Welding`, `Skills: Welding`, `Skills/Welding`, `Skills >> Welding`, `Welding:Skills?` where the values say that they are options.
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
  for (const splits of [...separators.map(splitsAt), pathsIn(texts), questionLast]) {
    partBy(splits, parts, rows);
  }
  return parts;
}

/** What ticket shops write before every question of their own: "Question: Company". */
const anyQuestion = /^(?:question|frage|custom (?:field|question)|pregunta|domanda|vraag|answer)s?$/i;

/** Parts the headings that one way of splitting gives at least two options of a question. */
function partBy(
  splits: (text: string) => Split[],
  parts: Part[],
  rows: readonly (readonly string[])[],
): void {
  const possible = parts.map(({ text, option }) => (option === undefined ? splits(text) : []));
  const counts = countOf(possible.flat().map(({ question }) => question));
  const groups = new Map<string, { column: number; option: string }[]>();
  for (const [column, ways] of possible.entries()) {
    const shared = ways.filter(({ question }) => (counts.get(question) ?? 0) > 1);
    // The question that most columns share: an option may have the separator in it itself.
    const [best] = shared.toSorted(
      (a, b) =>
        (b.rank ?? 0) - (a.rank ?? 0) ||
        (counts.get(b.question) ?? 0) - (counts.get(a.question) ?? 0) ||
        b.question.length - a.question.length,
    );
    if (best !== undefined) {
      groups.set(best.question, [...(groups.get(best.question) ?? []), { column, option: best.option }]);
    }
  }
  for (const [question, group] of groups) {
    if (group.length > 1 && !anyQuestion.test(question.trim()) && areOptions(group, rows)) {
      for (const { column, option } of group) {
        parts[column] = { text: question.replace(/ - selected choice$/i, ''), option };
      }
    }
  }
}

/** Returns whether columns are options of one question, by their names and values. */
function areOptions(
  group: readonly { column: number; option: string }[],
  rows: readonly (readonly string[])[],
): boolean {
  const values = group.map(({ column }) =>
    rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''),
  );
  const filled = values.flat();
  const fields = group.filter(({ option }) => fieldWords.test(option));
  if (filled.length === 0 || fields.length > group.length / 3) {
    return false;
  }
  const grades = new Set(filled);
  if (grades.size <= 7 && filled.length >= 4 * grades.size && filled.every(isGrade)) {
    return true;
  }
  const chosen = group.filter(({ option }, index) => isChosen(values[index] ?? [], option));
  return chosen.length >= group.length * 0.6;
}

function splitsAt(separator: string): (text: string) => Split[] {
  return (text) => {
    const splits: Split[] = [];
    for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) {
      const option = text.slice(at + separator.length).trim();
      if (at > 0 && option !== '') {
        splits.push({ question: text.slice(0, at), option: option.replace(/^selected choice - /i, '') });
      }
    }
    return splits;
  };
}

/** Paths: the question is the longest one that is a column itself, or that others share. */
function pathsIn(texts: readonly string[]): (text: string) => Split[] {
  const all = new Set(texts);
  return (text) =>
    splitsAt('/')(text).map((split) => ({
      ...split,
      rank: (all.has(split.question) ? 10_000 : 0) + split.question.split('/').length,
    }));
}

/** "Welding:Which skills do you have?" */
function questionLast(text: string): Split[] {
  const [, option = '', question = ''] = /^([^:]+):(\S.*)$/.exec(text) ?? [];
  return question === '' ? [] : [{ question, option }];
}

/** Returns whether the values of a column choose or rate an option: one mark, its label, yes and no, or a few grades. */
function isChosen(values: readonly string[], option: string): boolean {
  const different = new Set(values);
  if (different.size <= 1 || (different.size <= 7 && different.size <= values.length / 4)) {
    return [...different].every(isGrade);
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

function isGrade(value: string): boolean {
  return value.length <= 60 && !['email', 'url', 'date'].includes(shapeOf(value));
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
