import type { ImportAnswer, ReadingReport } from '@warren/contracts';

const maxNamed = 10;

/** Summarises an import in lines for the terminal, including everything that was left out. */
export function importLines(answer: ImportAnswer): string[] {
  const { created, updated, unchanged, rejected, rejected_lines, taken_without, silent_no, no_answer, kept } =
    answer;
  const { reading } = answer;
  const counts = Object.entries({ new: created, changed: updated, unchanged });
  const taken = counts.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  const lines = [
    `${created + updated + unchanged} members taken${taken.length === 0 ? '' : ` (${taken.join(', ')})`}, ` +
      `${rejected_lines} lines rejected`,
  ];
  if (taken_without > 0) {
    lines.push(`${taken_without} members taken in part, without what could not be used`);
  }
  if (silent_no > 0) {
    lines.push(
      `${silent_no} members are not public: every answer in that column is yes, and theirs is empty`,
    );
  }
  if (no_answer > 0) {
    lines.push(
      `${no_answer} lines leave open whether their member is public: those who are new are not, the others stay as they are`,
    );
  }
  if (kept.fields > 0) {
    lines.push(`${kept.fields} filled fields of ${kept.members} members stay, though empty in the file`);
  }
  if (reading !== undefined) {
    lines.push(...readingLines(reading));
  }
  // rejected lines first: they matter most
  const named = [...rejected].sort((a, b) => Number(a.taken) - Number(b.taken));
  for (const { line, field, reason, taken } of named.slice(0, maxNamed)) {
    lines.push(`  line ${line}, ${field}: ${reason}${taken ? ' (the member was taken without it)' : ''}`);
  }
  return lines;
}

/** How the file was read, and what was not read of it. */
function readingLines({ format, notes, columns }: ReadingReport): string[] {
  const ignored = columns.filter(({ role }) => role === 'ignored').map(({ name }) => name);
  const more = ignored.length > maxNamed ? ` and ${ignored.length - maxNamed} more` : '';
  return [
    `Read as ${format}`,
    ...notes,
    ...(ignored.length === 0 ? [] : [`Columns not read: ${ignored.slice(0, maxNamed).join(', ')}${more}`]),
  ];
}
