/** A piece of a document, and its line. */
interface Piece {
  text: string;
  line: number;
}

/** The parts of one Markdown document that name files, commands or code. */
export interface Document {
  /** Its path in the checkout, with slashes. */
  file: string;
  /** Texts in backticks. */
  spans: Piece[];
  /** Commands in fenced blocks, without their comments. */
  commands: Piece[];
  /** Targets of links and pictures. */
  links: Piece[];
  /** Anchors of its headings, as GitHub makes them. */
  anchors: Set<string>;
}

/** Reads a Markdown document line by line: no construct that the check needs spans several. */
export function readDocument(file: string, markdown: string): Document {
  const document: Document = { file, spans: [], commands: [], links: [], anchors: new Set() };
  /** Language of the fenced block that is open. */
  let block: string | undefined;
  for (const [index, text] of markdown.split('\n').entries()) {
    const line = index + 1;
    const fence = /^\s*(?:```|~~~)(\w*)/.exec(text);
    if (fence !== null) {
      block = block === undefined ? (fence[1] ?? '') : undefined;
    } else if (block === undefined) {
      readProse(document, text, line);
    } else if (block === 'sh' || /^(?:npm|npx) /.test(text)) {
      document.commands.push({ text: text.replace(/(^|\s)#.*$/, ''), line });
    }
  }
  return document;
}

function readProse(document: Document, text: string, line: number): void {
  for (const [, , span = ''] of text.matchAll(/(`+)(.+?)\1/g)) {
    // table cells escape the bar
    document.spans.push({ text: span.trim().replaceAll('\\|', '|'), line });
  }
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(text)?.[1];
  if (heading !== undefined) {
    addAnchor(document.anchors, heading);
  }
  const withoutCode = text.replace(/(`+).+?\1/g, '');
  const targets = [
    ...withoutCode.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g),
    ...withoutCode.matchAll(/^\[[^\]]+\]:\s+(\S+)/g),
  ];
  for (const [, target = ''] of targets) {
    document.links.push({ text: target, line });
  }
}

function addAnchor(anchors: Set<string>, heading: string): void {
  const slug = heading
    .replace(/\]\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  let anchor = slug;
  for (let copy = 1; anchors.has(anchor); copy += 1) {
    anchor = `${slug}-${copy}`;
  }
  anchors.add(anchor);
}
