import type { Evidence, NamedFacet } from '@warren/contracts';
import { quotesOf, withoutQuotes } from '@warren/contracts';
import { wholeSentences } from '@warren/facets';
import { Rejection } from '../evidence/rejection.ts';
import type { CarriedFacets } from './carried-facets.ts';
import { inWords, placesOf } from './carried-facets.ts';
import { fieldsOf } from './claim-fields.ts';
import type { ClaimedText } from './claim-fields.ts';
import { quantitiesIn } from './quantity-lexicon.ts';
import type { QuantityMention } from './quantity-lexicon.ts';

/** What goes before a quantity that claims nothing: "for everyone", "where everybody brings a jar". */
const proposes =
  /(?<!\p{L})(?:for|to|with|by|from|among|before|like|where|when|whenever|if|until|once|unless|let|how|für|mit|bei|zu|unter|wo|wenn|sobald|damit|ob|bevor|lasst)(?: (?:us|uns))? $/iu;
/** What only supposes: "an afternoon might unlock more than any fundraiser". */
const supposes = /(?<!\p{L})(?:might|could|would|may|könnte|würde|dürfte)(?!\p{L})/iu;
/** What follows one: "everyone is welcome", "jeder hätte etwas davon". */
const invites =
  /^(?:,? (?:else|who|whom|whose|that|is welcome|are welcome|welcome|would|could|should|might|may|must|will|can|has to|have to|needs? to)(?!\p{L})|,? (?:wäre|hätte|würde|könnte|sollte|dürfte|darf|kann|können|muss|müssen|soll|ist (?:herzlich )?(?:willkommen|eingeladen)|sind (?:herzlich )?(?:willkommen|eingeladen)))/iu;
/** What a claim about everybody goes on with: where they are, or what they do. */
const asserts =
  /^ (?:here|in |of |hier|im |among us|\p{Ll}+s(?!\p{L})|(?:hat|ist|will|macht|haben|sind|wollen|\p{Ll}+t)(?!\p{L}))/u;
/** What turns "nobody" into "everybody": "nobody does without it". */
const inverts =
  /(?<!\p{L})(?:without|never|not|anything but|does not|nicht|ohne|nie|kein\p{L}*)(?!\p{L})|n['’]t(?!\p{L})/iu;
/** Quantities of people that a question must not take for granted. */
const presumed =
  /(?<!\p{L})(?:most|all|nearly all|almost all|half|the majority|a majority) (?:of )?(?:the |our |these )?(?:members|people|community|membership)(?!\p{L})|(?<!\p{L})(?:die meisten|alle|die hälfte der) (?:mitglieder|leute)(?!\p{L})/iu;

/**
 * Rejects quantities in words that the members do not bear out: "everyone", "most of them", "hardly anyone". A share is
 * compared with the members who carry the facets that its clause names; comparisons with others and changes over time
 * are never computed. Proposals, idioms and questions claim nothing.
 * @throws Rejection with the true number
 */
export function checkQuantities(
  claimed: ClaimedText,
  named: readonly NamedFacet[],
  evidence: Evidence,
  carried: CarriedFacets,
): void {
  for (const [at, { field, text }] of fieldsOf(claimed).entries()) {
    const facets = named.filter((facet) => facet.text === at);
    const own = withoutQuotes(text, quotesOf(evidence));
    const found = field === 'question_prompts' ? presumed.exec(own)?.[0] : undefined;
    if (found !== undefined) {
      throw new Rejection(
        'literal_number',
        `${field}: "${found}" takes a number for granted: ask without it.`,
      );
    }
    if (field !== 'question_prompts') {
      wholeSentences(own).forEach((sentence) => checkSentence(sentence, field, facets, evidence, carried));
    }
  }
}

function checkSentence(
  sentence: string,
  field: string,
  facets: readonly NamedFacet[],
  evidence: Evidence,
  carried: CarriedFacets,
): void {
  const quantities = quantitiesIn(sentence);
  for (const [at, found] of quantities.entries()) {
    // "Each of them weaves, and everyone spins": the second speaks of the same people.
    const mention = { ...found, ofPattern: quantities.slice(0, at + 1).some(({ ofPattern }) => ofPattern) };
    const { words, quantity } = mention;
    if (
      'never' in quantity &&
      !(quantity.never === 'compared' && supposes.test(clauseBefore(sentence.slice(0, mention.from))))
    ) {
      throw new Rejection('overclaimed', `${field}: "${words}" ${reasons[quantity.never](evidence)}`);
    }
    const before = sentence.slice(quantities[at - 1]?.to ?? 0, mention.from);
    const rest = sentence.slice(mention.to, quantities[at + 1]?.from);
    const after = /^[^;:–—]*/u.exec(rest)?.[0] ?? '';
    if (!proposes.test(sentence.slice(0, mention.from)) && !isOfFacets(words, before, after)) {
      checkMention(
        mention,
        { before, after },
        { field, facets, carried, bridges: bridgesOf(evidence, carried) },
      );
    }
  }
}

const reasons: Record<'compared' | 'over time' | 'large', (evidence: Evidence) => string> = {
  compared: () => 'compares with others, which nothing here was compared with: say what these members have.',
  'over time': () => 'says that something changes, and nothing here was counted twice: say how it is.',
  large: ({ statistics }) =>
    `stands for a number that is ${statistics.observed}: write {member_count} instead.`,
};

/** What a quantity is compared with. */
interface Counted {
  readonly field: string;
  readonly facets: readonly NamedFacet[];
  readonly carried: CarriedFacets;
  /** Share of a pattern's members who are on both of two sides that keep apart. */
  readonly bridges: number | undefined;
}

function bridgesOf({ basis, statistics }: Evidence, { members }: CarriedFacets): number | undefined {
  return basis === 'apart' && members > 0 ? statistics.observed / members : undefined;
}

function checkMention(
  mention: QuantityMention,
  { before, after }: { readonly before: string; readonly after: string },
  { field, facets, carried, bridges }: Counted,
): void {
  const { words, quantity } = mention;
  if ('never' in quantity) {
    return;
  }
  const { least, most } = quantity;
  const within = (zone: string): NamedFacet[] =>
    facets.filter(({ label }) => placesOf(label, zone).length > 0);
  // A German verb may follow at once: "die meisten drechseln".
  const base = counts.test(words)
    ? within(after).find(
        ({ label }) =>
          placesOf(label, after)[0] === 1 &&
          (/^\p{Lu}/u.test(label) || !/(?:meisten|aller|der)$/iu.test(words)),
      )
    : undefined;
  if (isOfNoun.test(words) && base === undefined) {
    return;
  }
  const said = within(after).filter((facet) => facet !== base);
  if (said.length === 0 && invites.test(after)) {
    return;
  }
  // "Walking is what they all list": what they share stands before, where hardly anything follows.
  const isLast = (after.match(/\p{L}+/gu) ?? []).length <= 2;
  const subjects = said.length > 0 || most === 0 || !isLast ? said : within(clauseBefore(before));
  const isBaseAll = base?.carriers !== undefined && base.carriers.has === carried.members;
  const isPattern = mention.ofPattern || isBaseAll;
  if (subjects.length === 0) {
    const isFree = least === 1 && (isPattern || !asserts.test(after));
    // "Hardly anybody is both" of sides that keep apart.
    if (bridges !== undefined && bridges >= least && bridges <= most) {
      return;
    }
    if (isFree || (most === 0 && !isOnly(words))) {
      return;
    }
    throw new Rejection(
      'literal_number',
      `${field}: "${words}" is a number in words that nothing here was counted for. The pattern has ` +
        `${inWords(carried.members, carried.total)} of the community's members: write {member_count} or {share}, or leave it out.`,
    );
  }
  const isInverted = most < 0.2 && inverts.test(after);
  for (const { label, carriers } of subjects) {
    if (carriers === undefined) {
      continue;
    }
    const [count, of] = isPattern ? [carriers.has, carried.members] : [carriers.in_community, carried.total];
    const ratio = of === 0 ? 0 : isInverted ? 1 - count / of : count / of;
    const others = isOnly(words) && !isPattern ? (carriers.in_community - carriers.has) / of : ratio;
    if (others < least || others > most) {
      const whose = isPattern ? 'the members of the pattern' : 'all members of the community';
      throw new Rejection(
        'literal_number',
        `${field}: "${words}" is not so: of ${whose}, ${inWords(count, of)} (${count} of ${of}) carry "${label}". Say that, ` +
          `${isPattern ? 'or' : 'or of the pattern "of them", or'} leave the quantity out.`,
      );
    }
  }
}

/** The end of a quantity that goes on with those it counts: "most of the potters". */
const counts = /(?<!\p{L})(?:the|our|its|meisten|aller|der|every|each|single|last)$/iu;
/** A quantity that counts whom the next word names, or nobody: "every painter", "every winter". */
const isOfNoun = /^(?:every|each)(?: single| last)?$/iu;

/** The clause that ends where a quantity begins, with what its "which" speaks of. */
function clauseBefore(before: string): string {
  const clause = /[^,;:–—]*$/u.exec(before)?.[0] ?? before;
  return /^ (?:which|who|whom|die|der|das|den|was)(?!\p{L})/iu.test(clause) ? before : clause;
}

/** Whether a quantity counts what members have, not members: "{member_count} members list most of them". */
function isOfFacets(words: string, before: string, after: string): boolean {
  const isOfThem = / (?:them|these|those|ihnen|diesen)$/iu.test(words);
  const counted = /\{member_count\}/u;
  return isOfThem && (counted.test(clauseBefore(before)) || counted.test(/^[^,]*/u.exec(after)?.[0] ?? ''));
}

function isOnly(words: string): boolean {
  return /only|einzig|else|sonst/iu.test(words);
}
