import { phrasesOf } from './fold.ts';
import { isAbbreviation, isSearchableInProse } from './prose-matching-rules.ts';
import type { ProseIndex } from './prose.ts';
import { gerundsOf } from './verb-forms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { asking, asksFirst, compound, cut, empty, negating, offering, refusing } from './wish-cues.ts';

/** A folded label that an entry of `looking_for` wishes for, or offers, and its spelling. */
export interface Wish {
  canonical: string;
  label: string;
}

/** The reading of an entry of `looking_for`. */
export interface WishReading {
  wishes: Wish[];
  /** Labels of vocabulary or community that the entry offers rather than wishes for. */
  offers: Wish[];
}

/** Maximum number of words of an entry in which everyday words are labels too. */
const short = 4;
/** Maximum number of times that something is taken off an entry to find what it asks for. */
const rounds = 8;

/**
 * Reads an entry of `looking_for`. A label is a wish as it is. Of everything else, clauses that refuse are left out and
 * those that offer are told apart; the others wish for the label that they ask for, or else for those that they mention.
 * An entry in which none is found is a wish itself, however long: many members may write it alike.
 */
export function wishesOf(entry: string, vocabulary: Vocabulary, prose: ProseIndex): WishReading {
  const folded = vocabulary.fold(entry);
  if (folded === '') {
    return { wishes: [], offers: [] };
  }
  const itself = { canonical: vocabulary.canonical(folded, 'looking_for'), label: entry };
  if (prose.knows(folded)) {
    return { wishes: [itself], offers: [] };
  }
  const wishes: Wish[] = [];
  const offers: Wish[] = [];
  let unknown: Wish | undefined;
  let isRefused = false;
  let isOffer = false;
  let offered = false;
  const clauses = clausesOf(entry);
  for (const clause of clauses) {
    const words = vocabulary.fold(clause);
    const said = compound.test(clause) ? words.slice(words.indexOf(' ') + 1) : words;
    if (refusing.some((pattern) => pattern.test(said))) {
      isRefused = true;
      isOffer = false;
      continue;
    }
    isOffer =
      offering.some((pattern) => pattern.test(words) || pattern.test(`${words} `)) ||
      (isOffer && !asksFirst.test(words));
    if (isOffer) {
      offered = true;
      offers.push(...prose.mentions(clause));
      continue;
    }
    const asked = askedFor(clause, words, vocabulary, prose);
    wishes.push(...asked.labels);
    unknown ??= asked.unknown;
  }
  if (wishes.length === 0 && !isRefused && !offered) {
    const alone = clauses.length === 1 ? unknown : undefined;
    return { wishes: [alone ?? itself], offers };
  }
  return { wishes, offers };
}

/** The clauses of an entry, without what stands in brackets; "x: y" is x, unless that only asks. */
function clausesOf(entry: string): string[] {
  const bare = entry.replace(/\s*(?:\([^)]*\)?|\[[^\]]*\]?)\s*/gu, ' ').trim();
  return (bare === '' ? entry : bare)
    .replace(/,\s+(?=(?:der|die|das|den|dem|who|that|qui|que|che)\s)/giu, ' ')
    .split(/\s*(?:[;\n•,]|[.!?](?=\s|$)|\s[-–—]\s)\s*/u)
    .map((clause) => {
      const [head = '', ...tail] = clause.split(/:\s+/u);
      const isRequest =
        /^(?:i am |im |we are |i |we |ich |wir |je )?\S+(?: for| gern)?$/iu.test(head) &&
        asksFirst.test(`${head.toLowerCase()} `);
      return tail.length > 0 && !isRequest && !/^(?:offering|offer|biete)$/iu.test(head)
        ? head
        : [head, ...tail].join(' ');
    })
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}

/** The labels that a clause asks for; what it names, where that is no label. */
function askedFor(
  clause: string,
  words: string,
  vocabulary: Vocabulary,
  prose: ProseIndex,
): { labels: Wish[]; unknown?: Wish } {
  const wish = (label: string, verb?: string): Wish | undefined => {
    const known = [label, ...(verb === undefined ? [] : gerundsOf(verb))].find((name) => prose.knows(name));
    const written = writtenIn(clause, label);
    const isMeant =
      isSearchableInProse(label) && (!isAbbreviation(label) || written === written.toUpperCase());
    return known === undefined || !isMeant
      ? undefined
      : { canonical: vocabulary.canonical(known, 'looking_for'), label: written };
  };
  let rest = words;
  let unknown: string | undefined;
  let isSomeone = false;
  for (let round = 0; round < rounds; round += 1) {
    const [first = ''] = rest.split(' ');
    const isVerb = isSomeone && !/ (?:and|or|und|oder) /.test(rest);
    const label = wish(rest) ?? (isVerb ? wish(first, first) : undefined);
    if (label !== undefined) {
      return { labels: [label] };
    }
    const next = asking.find(({ pattern }) => pattern.test(rest));
    if (next === undefined) {
      const head = cut.exec(rest);
      if (head?.[1] === undefined) {
        break;
      }
      rest = head[1];
      isSomeone ||= head[2] !== 'for';
    } else {
      rest = next.pattern.exec(rest)?.[1] ?? '';
      isSomeone ||= next.means === 'someone';
      if (next.means === 'name' && !isEmpty(rest)) {
        unknown ??= rest;
      }
    }
    if (!isSomeone && !rest.includes(' ') && !isEmpty(rest)) {
      unknown = rest;
    }
  }
  const labels = mentionedIn(clause, words, prose);
  return {
    labels,
    ...(labels.length === 0 && unknown !== undefined
      ? {
          unknown: {
            canonical: vocabulary.canonical(unknown, 'looking_for'),
            label: writtenIn(clause, unknown),
          },
        }
      : {}),
  };
}

/** The labels that a clause mentions, before a negation; of a short one only if it does nothing but ask for them. */
function mentionedIn(clause: string, words: string, prose: ProseIndex): Wish[] {
  const all = words.split(' ');
  if (all.length > short) {
    return prose.mentions(clause.slice(0, clause.search(negating) + 1 || undefined));
  }
  const mentions = prose.mentions(clause, true);
  const mentioned = mentions.reduce((sum, mention) => sum + mention.words, 0);
  const asked = all.filter((word) => askingWords.has(word)).length;
  return mentioned + asked >= all.length ? mentions : [];
}

function isEmpty(label: string): boolean {
  return label.length < 3 || label.split(' ').some((word) => empty.has(word) || askingWords.has(word));
}

/** Words of a clause as written, found by their folded form. */
function writtenIn(clause: string, folded: string): string {
  const wanted = folded.split(' ');
  for (const { words } of phrasesOf(clause)) {
    for (let at = 0; at + wanted.length <= words.length; at += 1) {
      const found = words.slice(at, at + wanted.length);
      if (found.every((word, place) => word.folded === wanted[place])) {
        return found.map(({ written }) => written).join(' ');
      }
    }
  }
  return folded;
}

/** Words that ask for something without naming it. */
const askingWords = new Set(
  (
    'a an the my our some any more with in on for of to and or help helping needed need needs want wanted wants looking ' +
    'seeking find finding meet someone somebody anyone person people folks others who does do can knows know learn learning ' +
    'lessons lesson classes class partner partners buddy buddies collaborator collaborators friends friend support tips ' +
    'advice i im good local new fellow teach teacher teachers instructor'
  ).split(' '),
);
