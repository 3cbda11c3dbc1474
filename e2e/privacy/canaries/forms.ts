import { digits } from './tokens.ts';

/** A person whose name a form contains. */
export interface Named {
  first: string;
  last: string;
}

/** Converts the letters of `text` to full width. */
function wide(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
}

function bold(text: string): string {
  return text.replace(/[a-z]/g, (letter) =>
    String.fromCodePoint(0x1d41a + (letter.codePointAt(0) ?? 0) - 97),
  );
}

const hidden = (text: string): string => `${text.slice(0, 3)}\u200b${text.slice(3, 5)}\u00ad${text.slice(5)}`;

/** Forms in which members write their own names. */
export const ownNames: readonly ((who: Named) => string)[] = [
  ({ first, last }) => `I'm ${first} ${last}`,
  ({ first }) => `come to ${first}'s studio`,
  ({ first, last }) => `${first.toUpperCase()} ${last.toUpperCase()} pots`,
  ({ first, last }) => `${first} ${last}`.normalize('NFD'),
  ({ first, last }) => `${last}, ${first} (potter)`,
  ({ first, last }) => `${first.slice(0, 1)}. ${last} and daughters`,
  ({ first, last }) => `${first} ${last.slice(0, 1)}.`,
  ({ first }) => `friends call me “${first.toLowerCase()}”`,
  ({ first, last }) => `#${first}${last.replace('-', '')}`,
  ({ first, last }) => `${first}_${last}`.toLowerCase(),
  ({ first, last }) => `${hidden(first)} ${hidden(last)}`,
  ({ first, last }) => wide(`${first} ${last}`.normalize('NFKD').replace(/\p{M}/gu, '')),
  ({ last }) => `old ${last} family, the ${last}s' kitchen, ${last}’s jam`,
  ({ first, last }) => bold(`${first} ${last}`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  ({ first, last }) => `**${first}** *${last}*`,
];

/** Forms in which members write the names of others. */
export const otherNames: readonly ((who: Named) => string)[] = [
  ({ first, last }) => `ask ${first} ${last}`,
  ({ first, last }) => `${first} ${last}'s kiln`,
  ({ first, last }) => `THANKS TO ${first} ${last}`.toUpperCase(),
  ({ first, last }) => `learned from ${first} ${last}`.toLowerCase(),
  ({ first, last }) => `with ${first} ${last}`.normalize('NFD'),
  ({ first, last }) => `(${last}, ${first})`,
  ({ first, last }) => `met ${first.slice(0, 1)}. ${last} there`,
  ({ first, last }) => `${first}\n${last} and I`,
  ({ first, last }) => `and ${first} “Bo” ${last} too`,
  ({ first, last }) => `see ${first.toLowerCase()}.${last.toLowerCase()}`,
  ({ first, last }) => `via ${hidden(first)}\u00a0${hidden(last)}`,
  ({ first, last }) => `from ${first} T. ${last}`,
  ({ first, last }) => `by ${first} ${last.replace('-', ' ')}`,
];

/** E-mail addresses; `a` is in the mailbox, `b` in the domain. */
export const emails: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `${a}@${b}.org`,
  (a, b) => `mailto:${a}+pots@mail.${b}.co.uk`,
  (a, b) => `${a} at ${b} dot org`,
  (a, b) => `${a} [at] ${b}.org`,
  (a, b) => `${a}(at)${b}(dot)org`,
  (a, b) => `${a}＠${b}．org`,
  (a, b) => `${hidden(a)}@${hidden(b)}.org`,
  (a, b) => `${a} @ ${b}.org`,
  (a, b) => `<${a.toUpperCase()}@${b.toUpperCase()}.ORG>`,
  (a, b) => `${a}@${b}`,
  (a, b) => `${a}&#64;${b}.org`,
  (a, b) => `${a}_at_${b}_dot_org`,
  (a, b) => `hello dot ${a} at ${b} dot co dot uk`,
  (a, b) => `o'${a}@${b}.museum`,
];

/** Telephone numbers. */
export const phones: readonly ((n: number) => string)[] = [
  (n) => `+1 ${digits(n).join(' ')}`,
  (n) => `(${digits(n)[0]}) ${digits(n)[1]}-${digits(n)[2]}`,
  (n) => digits(n).join('.'),
  (n) => `0049 30 ${digits(n).join('')}`,
  (n) => `call ${digits(n).join('-')} after nine`,
  (n) => digits(n).join('\u00a0'),
  (n) => wide(digits(n).join('-')),
  (n) => `${digits(n).join('-')} ext. 12`,
  (n) => `Tel.${digits(n).join('')}`,
  (n) => digits(n).join(' – '),
  (n) => `tel:+1${digits(n).join('')}`,
  (n) => `whatsapp ${digits(n).join('·')}x7`,
  (n) => digits(n).join('\u2011').replace(/5/g, '5\u200b'),
];

/** Names of accounts. */
export const handles: readonly ((a: string) => string)[] = [
  (a) => `@${a}`,
  (a) => `IG: ${a}`,
  (a) => `instagram.com/${a}`,
  (a) => `t.me/${a}`,
  (a) => `@${a}@pots.social`,
  (a) => `linkedin in/${a}-77`,
  (a) => `https://www.linkedin.com/in/${a}/`,
  (a) => `Discord – ${a}`,
  (a) => `${a}#1234`,
  (a) => `u/${a}`,
  (a) => `${a}_7 on TikTok`,
  (a) => `＠${a}`,
  (a) => `@${a}:matrix.org`,
  (a) => `skype live:${a}`,
  (a) => `find me on Telegram as ${a}`,
];

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** Street addresses; the name of the street is the canary. */
export const addresses: readonly ((a: string) => string)[] = [
  (a) => `412 ${capital(a)} Blvd, Apt 3`,
  (a) => `14 rue des ${capital(a)}`,
  (a) => `${capital(a)}straße 12`,
  (a) => `412 North ${capital(a)} St., Ashland, OR 97520`,
  (a) => `412 ${a.toUpperCase()} AVENUE`,
  (a) => `17 ${a} street`,
  (a) => `Calle ${capital(a)}, 12`,
  (a) => `${capital(a)}weg 4a, 10115 Berlin`,
  (a) => `Via ${capital(a)} 8`,
  (a) => `${wide('412')} ${capital(a)} Lane`,
  (a) => `${capital(a)}gracht 263`,
  (a) => `3 place de l'${capital(a)}, 75011 Paris`,
];

/** Addresses of pages. */
export const urls: readonly ((a: string) => string)[] = [
  (a) => `http://${a}.example.org/pots?x=1#${a}`,
  (a) => `www.${a}.com`,
  (a) => `${a}.com/shop`,
  (a) => `${a}.pottery.studio`,
  (a) => `xn--${a}-kva.com`,
  (a) => `http://203.0.113.7:8080/${a}`,
  (a) => `203.0.113.7/${a}`,
  (a) => `[my shop](https://example.org/${a})`,
  (a) => `${a}[.]com`,
  (a) => `${a} dot com`,
  (a) => `hxxps://${a}[.]example`,
  (a) => `${a}.bsky.social`,
];
