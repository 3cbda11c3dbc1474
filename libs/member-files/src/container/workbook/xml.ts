/** Receives the parts of an XML document; names are without their prefix, a self-closing element is opened and closed. */
export interface XmlHandlers {
  open: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/**
 * Reads the well-formed XML that spreadsheets write, of elements, attributes and text. Declared entities are not known, so
 * none can grow.
 * @throws SyntaxError where a tag does not end
 */
export function readXml(xml: string, { open, close, text }: XmlHandlers): void {
  let at = 0;
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', at)) {
    if (start > at) {
      text?.(decoded(xml.slice(at, start)));
    }
    if (xml.startsWith('<![CDATA[', start)) {
      at = endOf(xml, ']]>', start);
      text?.(xml.slice(start + 9, at - 3));
    } else if (xml.startsWith('<!--', start)) {
      at = endOf(xml, '-->', start);
    } else if (xml[start + 1] === '?' || xml[start + 1] === '!') {
      at = endOf(xml, '>', start);
    } else if (xml[start + 1] === '/') {
      at = endOf(xml, '>', start);
      close?.(localName(xml.slice(start + 2, at - 1).trim()));
    } else {
      const tag = tagAt(xml, start);
      at = tag.end;
      open(tag.name, tag.attributes);
      if (tag.isEmpty) {
        close?.(tag.name);
      }
    }
  }
}

/** The name of an element or attribute without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function endOf(xml: string, mark: string, start: number): number {
  const end = xml.indexOf(mark, start);
  if (end === -1) {
    throw new SyntaxError(`the XML ends within ${xml.slice(start, start + 20)}`);
  }
  return end + mark.length;
}

interface Tag {
  name: string;
  attributes: Record<string, string>;
  isEmpty: boolean;
  end: number;
}

/** The tag that begins at `start`; a ">" within an attribute does not end it. */
function tagAt(xml: string, start: number): Tag {
  const attributes: Record<string, string> = {};
  let at = start + 1;
  while (!isNameEnd(xml.charCodeAt(at))) {
    at += 1;
  }
  const name = localName(xml.slice(start + 1, at));
  for (;;) {
    const close = endOf(xml, '>', at);
    const equals = at + xml.slice(at, close).indexOf('=');
    if (equals < at) {
      return { name, attributes, isEmpty: xml[close - 2] === '/', end: close };
    }
    const key = xml.slice(at, equals).trim();
    const quote =
      xml[equals + 1] === '"' ? '"' : (/["']/.exec(xml.slice(equals + 1, equals + 20))?.[0] ?? '"');
    const first = xml.indexOf(quote, equals) + 1;
    const last = endOf(xml, quote, first) - 1;
    attributes[key] = decoded(xml.slice(first, last));
    at = last + 1;
  }
}

/** Returns whether a character ends a name: a blank, "/" or ">", or the end of the text. */
function isNameEnd(code: number): boolean {
  return code <= 32 || code === 47 || code === 62 || Number.isNaN(code);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.includes('&')
    ? text.replaceAll(
        /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
        (entity, hex?: string, decimal?: string, name = '') => {
          const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : (entities[String(name)] ?? entity);
        },
      )
    : text;
}
