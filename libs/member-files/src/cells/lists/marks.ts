/** A cell parted by marks of its own: their name, for people, and the entries. */
export interface MarkedList {
  notation: string;
  entries: string[];
}

const bullet = /^\s*(?:[•●▪◦‣∙·■□▶►➤✓✔☑*–—-]|\(?\d{1,2}[.)]|[a-z][.)])\s+/u;

/**
 * Parts a cell by marks that cannot be part of a label: " ::: " (Google Contacts, whose own groups begin with "* "), ";#"
 * (SharePoint), line feeds, bullets, hash tags, quotes. Undefined if it has none.
 */
export function partByMarks(text: string): MarkedList | undefined {
  if (text.includes(':::') || /^\* (?:myContacts|starred|friends|family|coworkers)$/.test(text)) {
    const entries = text.split(':::').map((entry) => entry.trim());
    return { notation: '" ::: "', entries: entries.filter((entry) => !entry.startsWith('* ')) };
  }
  if (text.includes(';#')) {
    const entries = text.split(';#');
    const hasIds =
      entries.length % 2 === 0 && entries.every((entry, at) => at % 2 === 1 || /^\d+$/.test(entry));
    return { notation: '";#"', entries: hasIds ? entries.filter((_, at) => at % 2 === 1) : entries };
  }
  return byLines(text) ?? byBullets(text) ?? byHashTags(text) ?? byQuotes(text);
}

/** One entry a line, unless the lines are a list by commas that was wrapped. */
function byLines(text: string): MarkedList | undefined {
  const lines = text
    .split(/\r\n?|[\n\v\u2028]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || lines.slice(0, -1).some((line) => /[,;|]$/.test(line))) {
    return undefined;
  }
  const [first = '', ...others] = lines;
  const hasHeading = /[^:]:$/.test(first) && !bullet.test(first) && others.every((line) => bullet.test(line));
  const entries = (hasHeading ? others : lines).map((line) => line.replace(bullet, ''));
  return { notation: 'line breaks', entries };
}

function byBullets(text: string): MarkedList | undefined {
  const between = /\s[•●▪◦‣∙·■►➤]\s/u;
  if (between.test(text)) {
    const entries = text.replace(bullet, '').split(/\s[•●▪◦‣∙·■►➤]\s/u);
    return { notation: 'bullets', entries };
  }
  const mark = /^\s*([•●▪◦‣∙■►➤*–—-])\s/u.exec(text)?.[1] ?? /^\s*([•●▪◦‣∙■►➤])/u.exec(text)?.[1];
  if (mark !== undefined) {
    const entries = text
      .trim()
      .slice(mark.length)
      .split(new RegExp(`\\s${mark === '*' ? '\\*' : mark}\\s*`, 'u'));
    return { notation: 'bullets', entries };
  }
  return byNumbers(text);
}

/** "1. Welding 2. Baking": the numbers count. */
function byNumbers(text: string): MarkedList | undefined {
  const marks = Array.from(text.matchAll(/(?:^|\s|[,;])\(?(\d{1,2})[.)]\s+/g));
  if (marks[0]?.index !== 0 || marks.some(({ 1: number }, at) => Number(number) !== at + 1)) {
    return undefined;
  }
  const entries = marks.map(({ index, 0: mark }, at) =>
    text.slice(index + mark.length, marks[at + 1]?.index).replace(/[,;]$/, ''),
  );
  return { notation: 'numbers', entries };
}

function byHashTags(text: string): MarkedList | undefined {
  if (!/^#[\p{L}\p{N}][^\s#,;]*(?:[\s,;]*#[\p{L}\p{N}][^\s#,;]*)*[\s,;]*$/u.test(text)) {
    return undefined;
  }
  return { notation: 'hash tags', entries: text.split(/[\s,;]*#/) };
}

const quotedEntry = /\s*(?:"([^"]*(?:""[^"]*)*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»)\s*(?:[,;|]|$)/uy;
const plainEntry = /([^",;|“„«]*)(?:[,;|]|$)/uy;

/** Entries in quotes, as some programs write those that hold a comma; in single quotes if all are. */
function byQuotes(text: string): MarkedList | undefined {
  if (/^'[^']*'(?:\s*[,;]\s*'[^']*')+$/.test(text)) {
    return { notation: 'quotes', entries: text.slice(1, -1).split(/'\s*[,;]\s*'/) };
  }
  // a mark within a word ("5" tubes") makes no list
  if (!/^\s*["“„«]|[,;|]\s*["“„«]/.test(text)) {
    return undefined;
  }
  const entries: string[] = [];
  let quoted = 0;
  for (let at = 0; at < text.length;) {
    quotedEntry.lastIndex = at;
    plainEntry.lastIndex = at;
    const inQuotes = quotedEntry.exec(text);
    const match = inQuotes ?? plainEntry.exec(text);
    if (match === null) {
      return undefined;
    }
    quoted += inQuotes === null ? 0 : 1;
    entries.push(match.slice(1).join('').replaceAll('""', '"').trim());
    at += match[0].length;
  }
  return quoted > 0 ? { notation: 'quotes', entries } : undefined;
}
