import type { MemberInput } from '@warren/contracts';
import { addresses, emails, handles, otherNames, ownNames, phones, urls } from './forms.ts';
import type { Named } from './forms.ts';
import { digits, harmless, syntheticName, token } from './tokens.ts';

/** A synthetic membership with canaries that must never leak, and words that must not be redacted. */
export interface CanaryCommunity {
  members: Partial<MemberInput>[];
  /** folded words, each a leak wherever it is found */
  words: string[];
  /** digits of telephone numbers, whatever separates them */
  numbers: string[];
  /** full names of everyday words */
  fullNames: string[];
  /** words around the canaries, which must not be redacted */
  harmless: string[];
}

/** Names that are everyday words, so that only both together are a name. */
const everyday: readonly Named[] = [
  { first: 'Will', last: 'Rose' },
  { first: 'Grace', last: 'Park' },
  { first: 'Ruby', last: 'Baker' },
  { first: 'Holly', last: 'Stone' },
];

const crafts = ['Throwing pots', 'Glaze chemistry', 'Kiln building', 'Slip casting', 'Raku firing'];
const others = ['Singing', 'Weaving', 'Beekeeping', 'Chess', 'Sailing', 'Baking', 'Welding', 'Juggling'];

/** A label that five members share, so that a rule shows a few profiles at a time. */
export function kilnOf(n: number): string {
  return `Kiln ${String.fromCodePoint('a'.codePointAt(0)! + Math.floor(n / 5))}`;
}

/** Builds `size` profiles, each with a canary of every kind in free text and in labels; deterministic. */
export function canaryCommunity(size: number): CanaryCommunity {
  const nameOf = (n: number): Named => everyday[n % size] ?? syntheticName(n % size);
  const community: CanaryCommunity = {
    members: [],
    words: [],
    numbers: [],
    fullNames: everyday.map(({ first, last }) => `${first} ${last}`.toLowerCase()),
    harmless: [],
  };
  const word = (kind: string, n: number): string => {
    community.words.push(token(kind, n));
    return token(kind, n);
  };
  const number = (n: number): number => {
    community.numbers.push(digits(n).join(''));
    return n;
  };
  for (let n = 0; n < size; n += 1) {
    const own = nameOf(n);
    const other = nameOf(n + 7);
    const wrapped = (kind: string, text: string): string => {
      const [before, after] = [harmless(`${kind}a`, n), harmless(`${kind}b`, n)];
      community.harmless.push(before, after);
      return `The ${before} is \u202eold\u202c; ${text}; the ${after}\u0007 is\u200b new.`;
    };
    const labels = [
      `${other.first} ${other.last}`,
      `${own.first.toLowerCase()} fan club`,
      `mail ${word('le', n)}@pots.org`,
      `call ${digits(number(size + n)).join(' ')}`,
      `IG: ${word('lh', n)}`,
      `412 ${token('la', n)} street`,
      `${word('lu', n)}.studio`,
      `Knit\u200bting ${harmless('label', n)}\u0007`,
    ];
    community.words.push(token('la', n));
    community.members.push({
      external_id: `canary-${n}`,
      email: `${mailbox(own, word('me', n))}@${word('md', n)}.org`,
      first_name: own.first,
      last_name: own.last,
      company: `${word('co', n)} Ltd`,
      website: `https://instagram.com/${word('iw', n)}`,
      urls: [`https://${word('ur', n)}.com`],
      role: `Potter ${at(ownNames, n + 3)(own)}`,
      location: n % 3 === 0 ? at(addresses, n)(word('lo', n)) : 'Ashland',
      bio:
        wrapped('own', at(ownNames, n)(own)) +
        ` ${wrapped('other', at(otherNames, n)(other))}` +
        `\n${wrapped('mail', at(emails, n)(word('ea', n), word('eb', n)))}` +
        ` ${wrapped('reach', `I am ${token('iw', n)} there, ${mailbox(own, token('me', n))} elsewhere`)}` +
        (n % 10 === 9 ? ' and so on'.repeat(1_500) : ''),
      looking_for: [
        wrapped('phone', at(phones, n)(number(n))),
        wrapped('handle', at(handles, n)(word('ha', n))),
        'Weaving',
      ],
      prompt_responses: [
        { prompt: wrapped('url', at(urls, n)(word('ua', n))), response: 'Yes.' },
        { prompt: 'Where?', response: wrapped('street', at(addresses, n + 1)(word('aa', n))) },
        {
          prompt: 'Who?',
          response: `${wrapped('who', at(otherNames, n + 5)(own))}${n % 10 === 8 ? ' yes'.repeat(2_400) : ''}`,
        },
      ],
      skills: [
        ...(n % 3 === 0 ? crafts : crafts.slice(0, 1)),
        at(others, n),
        kilnOf(n),
        at(labels, n),
        at(labels, n + 3),
      ],
      interests: [at(others, n + 3), at(labels, n + 1), at(labels, n + 5)],
      all_traits: [at(labels, n + 2), 'patient'],
      roles: [at(labels, n + 4)],
    });
    if (n >= everyday.length) {
      community.words.push(...namesOf(own));
    }
  }
  return community;
}

/** A mailbox that begins with a first name, as most do. */
function mailbox({ first }: Named, rest: string): string {
  return `${plain(first)}${rest}`;
}

function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function namesOf({ first, last }: Named): string[] {
  return [first, ...last.split('-')].map(plain);
}

function at<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length];
  if (item === undefined) {
    throw new Error('the list is empty');
  }
  return item;
}
