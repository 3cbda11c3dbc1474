import { isRecord } from '../cells/value.ts';

/** What a text file is. */
export type TextKind = 'vcard' | 'ndjson' | 'json' | 'yaml' | 'delimited';

/** Lines at the beginning by which the kind is told. */
const sampledLines = 50;

/** Tells what a text is by its beginning; `isWhole` where that is all of it. */
export function textKindOf(head: string, isWhole: boolean): TextKind {
  const text = head.trimStart();
  if (/^(?:[\w-]+\.)?BEGIN:VCARD\b/i.test(text)) {
    return 'vcard';
  }
  const all = text.split(/\r\n|\n|\r/);
  const lines = (isWhole || all.length === 1 ? all : all.slice(0, -1))
    .filter((line) => line.trim() !== '')
    .slice(0, sampledLines);
  if (isNdjson(lines)) {
    return 'ndjson';
  }
  if (isJson(text)) {
    return 'json';
  }
  return isYaml(lines) ? 'yaml' : 'delimited';
}

/** Returns whether the first line is an object by itself, or most lines are; a single one may be a JSON file on one line. */
function isNdjson(lines: readonly string[]): boolean {
  if (lines.length < 2 || !(lines[0] ?? '').startsWith('{')) {
    return false;
  }
  const objects = lines.map((line) => {
    try {
      return isRecord(JSON.parse(line));
    } catch {
      return false;
    }
  });
  const count = objects.filter(Boolean).length;
  return objects[0] === true || (count > 1 && count * 2 >= lines.length);
}

function isJson(text: string): boolean {
  return /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|-?\d[\d.]*\s*[,\]]|(?:true|false|null)\s*[,\]]|$))/.test(text);
}

const yamlKey = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s,;:"'#[\]{}|-][^,;:#]*):(?:\s|$)/;
const yamlEntry = /^\s*-(?:\s|$)/;

/** Returns whether the lines are YAML; a heading "Name:" above lines of cells is not. */
function isYaml(lines: readonly string[]): boolean {
  const written = lines.filter((line) => !/^\s*#/.test(line));
  const [first = '', second] = written;
  if (/^(?:%YAML\b|---(?:\s|$))/.test(first)) {
    return true;
  }
  const opensNested = /^[^,;\t]*:\s*$/.test(first) && yamlKey.test(first);
  if (opensNested && second !== undefined && !/^(?:\s+\S|-(?:\s|$))/.test(second)) {
    return false;
  }
  if (!yamlKey.test(first) && !/^-\s*(?:$|\{)/.test(first)) {
    return false;
  }
  const fitting = written.filter(
    (line) => yamlKey.test(line) || yamlEntry.test(line) || /^\s{2,}\S/.test(line),
  );
  return written.length > 1 && fitting.length >= written.length * 0.9;
}
