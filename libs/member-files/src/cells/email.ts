import { domainToASCII } from 'node:url';
import { isPlaceholder } from './placeholders.ts';
import { InvalidValue, isRecord, isUnstorable, shown, textValue } from './value.ts';
import type { OnRejected } from './value.ts';

const address =
  /^[^\s@<>()[\],;:"|\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Longest address that is stored (RFC 3696, erratum 1690: 64 characters, @, 255). */
const longest = 320;

/** Most addresses: lower case, ASCII, nothing beside them. */
const plainAddress =
  /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.[a-z]{2,}$/;

/** Addresses that forms and examples hold in the place of one. */
const standIns =
  /^(?:anonym(?:ous|e|o|us)?$|(?:no|none|na|nomail|noemail|no-?email|unknown|test|xxx?)@(?:no|none|na|nomail|noemail|unknown|test|xxx?|email|mail|example)\.(?:com|org|net|de|invalid|test)|(?:name|your\.?name|e?mail|user)@(?:example|domain|email)\.(?:com|org)|.*@(?:[\w.-]+\.)?(?:invalid|localhost))$/;

/** What forms write for the address of someone who did not sign in. */
const nobody = /^(?:anonymous|anonyme?|an[oóô]nimo|anoniem)$/i;

/**
 * Reads an e-mail address, in lower case so that one address is not two; null if there is none. A cell with several gives
 * the first, and says so. Dots and tags stay: they may be another person's.
 */
export function emails(value: unknown, onRejected: OnRejected = () => undefined): string | null {
  if (isUnstorable(value)) {
    throw new InvalidValue(`${shown(value)} holds U+0000 or half a character: write the address without it`);
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? null
      : emails(value.map((entry) => textValue(addressOf(entry))).join(', '), onRejected);
  }
  const text = withAt(textValue(addressOf(value)));
  if (plainAddress.test(text) && !standIns.test(text)) {
    return text;
  }
  if (text === '' || nobody.test(text) || isPlaceholder(text, 'label') || standIns.test(text.toLowerCase())) {
    return null;
  }
  const found = addressesIn(text);
  const [first] = found;
  if (first === undefined) {
    throw new InvalidValue(
      `${shown(text)} is not an e-mail address: correct it (name@example.org) or leave it out`,
    );
  }
  if (found.length > 1) {
    onRejected(`${shown(text)} holds ${found.length} addresses: the first was taken`);
  }
  return first;
}

/** The address of an entry as directories write it: `{ "value": "ada@example.org", "type": "work" }`. */
function addressOf(entry: unknown): unknown {
  return isRecord(entry) ? (entry['value'] ?? entry['email'] ?? entry['address'] ?? entry) : entry;
}

/** Writes an address that a web page hides from programs with its marks: "ada (at) example [dot] org". */
function withAt(text: string): string {
  return text.includes('@') || text.length > 200
    ? text
    : text
        .replace(/\s*[([{<]\s*(?:at|@|æt)\s*[)\]}>]\s*/i, '@')
        .replace(/\s*[([{<]\s*(?:dot|punkt|point)\s*[)\]}>]\s*/gi, '.');
}

/** Returns whether a text is an address of the plainest form, which every schema of addresses accepts. */
export function isPlainAddress(text: string): boolean {
  return text.length <= longest && plainAddress.test(text);
}

/** Finds the different addresses of a cell, in lower case, in their order. */
export function addressesIn(text: string): string[] {
  const plain = text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replaceAll('＠', '@')
    .replaceAll('．', '.')
    .replaceAll('\u00a0', ' ');
  const inAngles = Array.from(
    plain.matchAll(/<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+?)\s*>/gi),
    ([, inside = '']) => inside,
  );
  const parts =
    inAngles.length > 0
      ? inAngles
      : plain.split(/:::|[\s,;|"()[\]]+|(?<=^|[\s,;])'|'(?=$|[\s,;])|\/(?=[^/]*@)/);
  const found = parts
    .map((part) =>
      part
        .replace(/^<?mailto:/i, '')
        .replace(/\?(?:subject|cc|bcc|body)=.*$/i, '')
        .replace(/^[<*:]+|[.>:!?]+$/g, '')
        .toLowerCase(),
    )
    .filter((part) => address.test(part) && !part.includes('..') && !/^\.|\.@/.test(part));
  return [...new Set(found.map(withAsciiDomain))];
}

/** Writes a domain of other scripts as mail systems and schemas know it: münchen.example is xn--mnchen-3ya.example. */
function withAsciiDomain(found: string): string {
  const at = found.lastIndexOf('@') + 1;
  const domain = found.slice(at);
  return /^[\x20-\x7e]*$/.test(domain) ? found : found.slice(0, at) + (domainToASCII(domain) || domain);
}
