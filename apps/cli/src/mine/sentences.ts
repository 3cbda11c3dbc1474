import { facetKind, isTwoSided } from '@warren/contracts';
import type { Clause, FacetKind, SimpleRule, Statistics, TwoSidedRule } from '@warren/contracts';
import type { Candidate } from '@warren/mining';
import { amount, count, percent, plural, rate } from './numbers.ts';

/** Printed names of facets and members. */
export interface Names {
  readonly labelOf: (key: string) => string;
  readonly nameOf: (id: number) => string;
}

const nouns: Record<FacetKind, [one: string, more: string]> = {
  skill: ['skill', 'skills'],
  interest: ['interest', 'interests'],
  looking_for: ['wish', 'wishes'],
  trait: ['trait', 'traits'],
  role: ['role', 'roles'],
  location: ['place', 'places'],
  theme: ['theme', 'themes'],
};
const maxNamed = 3;

/** Describes a candidate in one or two plain sentences. */
export function sentenceFor(candidate: Candidate, names: Names): string {
  const { rule, statistics } = candidate;
  if (isTwoSided(rule)) {
    if (candidate.basis === 'apart') {
      return keptApart(candidate, rule, names);
    }
    return candidate.basis === 'wish' ? wish(candidate, rule, names) : twoGroups(candidate, rule, names);
  }
  const { observed } = statistics;
  return `${plural(observed, 'member')} ${observed === 1 ? 'lists' : 'list'} ${ruleText(rule, names)}${evidence(candidate)}.`;
}

/** Describes what a rule requires of a member: "both QGIS and Mapbox", "at least 3 of …". */
export function ruleText({ clauses, none_of = [] }: SimpleRule, names: Names): string {
  const kinds = new Set([...clauses.flatMap(({ of }) => of), ...none_of].map(facetKind));
  const asked = clauses.map((clause) => clauseText(clause, kinds.size > 1, names)).join(', and ');
  const lacking = clauseText({ at_least: none_of.length, of: none_of }, kinds.size > 1, names);
  return none_of.length === 0 ? asked : `${asked} but not ${lacking.replace(/^(?:both|all of) /, '')}`;
}

function clauseText({ at_least, of }: Clause, namesKinds: boolean, { labelOf }: Names): string {
  const kinds = [...new Set(of.map(facetKind))];
  const parts = kinds.map((kind) => {
    const labels = of.filter((key) => facetKind(key) === kind).map((key) => inList(labelOf(key)));
    const [one, more] = nouns[kind];
    return `${namesKinds ? `the ${labels.length === 1 ? one : more} ` : ''}${listed(labels)}`;
  });
  const things = listed(parts);
  if (at_least < of.length) {
    return `at least ${at_least === 1 ? 'one' : at_least} of ${things}`;
  }
  if (of.length === 1 || namesKinds) {
    return things;
  }
  return of.length === 2 ? `both ${things}` : `all of ${things}`;
}

function evidence({ basis, statistics }: Candidate): string {
  const { share, share_low, share_high, q_value } = statistics;
  switch (basis) {
    case 'beyond_chance':
    case 'apart':
      return `; ${byChance(statistics)}; q ${rate(q_value ?? 1)})`;
    case 'shared':
      return `; ${byChance(statistics)})`;
    case 'share':
    case 'wish':
    case 'swap':
      return `: ${percent(share)} of those who list anything (between ${percent(share_low)} and ${percent(share_high)})`;
  }
}

/** Comparison with chance, without the closing bracket. */
function byChance({ expected, lift, lift_low, lift_high }: Statistics): string {
  if (expected === null || lift === null) {
    return 'not compared with chance (';
  }
  const between =
    lift_low === null || lift_high === null ? '' : `, between ${amount(lift_low)} and ${amount(lift_high)}`;
  return `${amount(expected)} would by chance (${amount(lift)} times${between}`;
}

function wish({ sides, pairs }: Candidate, rule: TwoSidedRule, names: Names): string {
  const givers = sides?.givers ?? [];
  const seekers = sides?.seekers ?? [];
  const offered = ruleText(rule.givers, names);
  const sought = isSameOnBothSides(rule) ? 'it' : ruleText(rule.seekers, names);
  // an interest is shared, not offered
  const isCompany = rule.givers.clauses.every(({ of }) => of.every((key) => facetKind(key) === 'interest'));
  const verb = `${isCompany ? 'list' : 'offer'}${givers.length === 1 ? 's' : ''}`;
  const offer = `${plural(givers.length, 'member')} ${verb} ${offered} (${some(givers, names)})`;
  const seek = `${count(seekers.length)} ${seekers.length === 1 ? 'looks' : 'look'} for ${sought} (${some(seekers, names)})`;
  return `${offer}, ${seek}. ${introductions(pairs, names)}.`;
}

/** Describes two groups that could meet: each looks for what the other has, or both have something in common. */
function twoGroups({ basis, statistics, sides, pairs }: Candidate, rule: TwoSidedRule, names: Names): string {
  const group = (ids: readonly number[], side: SimpleRule): string =>
    `${plural(ids.length, 'member')} ${ids.length === 1 ? 'lists' : 'list'} ${ruleText(side, names)} (${some(ids, names)})`;
  const one = group(sides?.givers ?? [], rule.givers);
  const other = group(sides?.seekers ?? [], rule.seekers);
  const compared = basis === 'shared' && statistics.expected !== null ? `; ${byChance(statistics)})` : '';
  const both = basis === 'swap' ? '' : `; hardly anybody is both${compared}`;
  return `${one}; ${other}${both}. ${introductions(pairs, names)}.`;
}

/** Describes two groups that keep apart, with those who belong to both. */
function keptApart(
  { statistics, sides, bridges = [], pairs }: Candidate,
  rule: TwoSidedRule,
  names: Names,
): string {
  const group = (ids: readonly number[] = [], { clauses }: SimpleRule): string =>
    `${plural(ids.length, 'member')} ${ids.length === 1 ? 'lists' : 'list'} ${ruleText({ clauses }, names)} alone`;
  const one = group(sides?.givers, rule.givers);
  const other = group(sides?.seekers, rule.seekers);
  const both =
    bridges.length === 0
      ? 'nobody lists both'
      : `${count(bridges.length)} ${bridges.length === 1 ? 'lists' : 'list'} both (bridges: ${some(bridges, names)})`;
  const compared = `${byChance(statistics)}; q ${rate(statistics.q_value ?? 1)})`;
  return `${one}, ${other}, and ${both}; ${compared}. ${introductions(pairs, names)}.`;
}

function introductions(pairs: Candidate['pairs'], { nameOf }: Names): string {
  const named = (pairs ?? [])
    .slice(0, maxNamed)
    .map(({ giver, seeker }) => `${nameOf(giver)} to ${nameOf(seeker)}`);
  return `Introduce ${listed(named)}`;
}

/** Checks whether both sides name the same things: `skill:welding` and `looking_for:welding`. */
function isSameOnBothSides({ givers, seekers }: TwoSidedRule): boolean {
  const things = ({ clauses }: SimpleRule): string =>
    JSON.stringify(
      clauses.map(({ at_least, of }) => [at_least, of.map((key) => key.slice(key.indexOf(':')))]),
    );
  return things(givers) === things(seekers);
}

function some(ids: readonly number[], { nameOf }: Names): string {
  const named = ids.slice(0, maxNamed).map(nameOf);
  return ids.length > maxNamed
    ? `${named.join(', ')} and ${count(ids.length - maxNamed)} more`
    : listed(named);
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}

/** Quotes a label that would itself read as several. */
function inList(label: string): string {
  return /[,;"]| (?:and|or) /.test(label) ? `“${label}”` : label;
}
