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
      at = tagEnd(xml, start);
      const isEmpty = xml[at - 2] === '/';
      const [, written = '', attributes = ''] =
        /^([^\s/]+)([^]*)$/.exec(xml.slice(start + 1, at - (isEmpty ? 2 : 1))) ?? [];
      const name = localName(written);
      open(name, attributesOf(attributes));
      if (isEmpty) {
        close?.(name);
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

/** The end of a tag; a ">" within an attribute does not end it. */
function tagEnd(xml: string, start: number): number {
  let end = endOf(xml, '>', start);
  while (isOpen(xml.slice(start, end))) {
    end = endOf(xml, '>', end);
  }
  return end;
}

function isOpen(tag: string): boolean {
  const unquoted = tag.replaceAll(/"[^"]*"|'[^']*'/g, '');
  return /["']/.test(unquoted);
}

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of written.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name] = decoded(double ?? single ?? '');
  }
  return attributes;
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
