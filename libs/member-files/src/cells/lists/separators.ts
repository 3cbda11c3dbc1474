/** Marks that part the entries of a list in a cell and are seldom part of an entry. */
const own = /[;|\t；｜]/u;

/** Returns whether a cell holds a separator other than a comma. */
export function hasOwnSeparator(text: string): boolean {
  return own.test(text);
}

/** Parts a cell at semicolons, bars and tabs. */
export function partByOwn(text: string): string[] {
  return text.split(own);
}

/** The name of the separator that a cell uses, for people. */
export function nameOfOwn(text: string): string {
  const mark = own.exec(text)?.[0];
  return mark === '|' || mark === '｜' ? 'vertical bars' : mark === '\t' ? 'tabs' : 'semicolons';
}

/** Returns whether a cell holds " / " between words; "C/C++" and "and/or" do not. */
export function hasSlash(text: string): boolean {
  return /\S\s+\/\s+\S/.test(text);
}

/** Parts a cell at " / ". */
export function partBySlash(text: string): string[] {
  return text.split(/\s+\/\s+/);
}

/** Parts a cell at every slash. */
export function partByTightSlash(text: string): string[] {
  return text.split(/\s*\/\s*/).filter((part) => part !== '');
}

/** Returns whether a cell is prose: full sentences, whose commas part no entries. */
export function isProse(text: string): boolean {
  const words = text.split(/\s+/).length;
  const pieces = text.split(',').length;
  return words >= 8 && words >= 3.5 * pieces && /\p{L}{2}[.!?](?:["')]*$|\s+\p{Lu})/u.test(text);
}

const lastTwo = /^(\S.*?)\s+(?:(?:and|und|et|y|e|en|or|oder|ou|o|of)\s+|([&+])\s+)(\S.*)$/iu;
const leadingAnd = /^(?:and|und|et|en|or|oder|ou|&)\s+(?=\S)/iu;

/** The two halves of "choir and tea"; undefined if there is no "and". */
export function halvesOf(text: string): [string, string] | undefined {
  const [, before, , after] = lastTwo.exec(text) ?? [];
  return before === undefined || after === undefined ? undefined : [before, after];
}

/** Takes "and" from before the last piece of a typed list: "chess, choir, and tea". */
export function withoutAnd(text: string): string {
  return text.replace(leadingAnd, '');
}

const entities = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
]);

/** Replaces character references of HTML, as exports of web forms hold them: their semicolon parts nothing. */
export function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (name === undefined && code > 31 && code < 0x10ffff && !(code >= 0xd800 && code < 0xe000)) {
        return String.fromCodePoint(code);
      }
      return entities.get(name?.toLowerCase() ?? '') ?? whole;
    },
  );
}
