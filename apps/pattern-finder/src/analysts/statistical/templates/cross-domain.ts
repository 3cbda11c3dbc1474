import type { FacetCount, FacetKind } from '@warren/contracts';
import { facetKind, isTwoSided } from '@warren/contracts';
import { capital, listed } from './labels.ts';
import { questionsAcross } from './questions-across.ts';
import type { Sides } from './questions-across.ts';
import { isOfPerson, onlyKind, personPhrase, rulePhrase } from './rule-phrases.ts';
import { pick } from './subject.ts';
import type { Subject, TemplateText } from './subject.ts';

/** Text of a rule across kinds of facets. */
export function crossDomain(subject: Subject): TemplateText {
  const { candidate, facets, inName } = subject;
  const { topic, rule } = candidate;
  const sides = sidesOf(subject);
  const name = nameOf(sides, Math.max(2, inName - 1));
  const whole = isTwoSided(rule) ? listed(facets) : rulePhrase(rule, facets, 'with');
  const evidence = pick(subject, 'evidence', [
    `{member_count} members bring together ${whole}, where chance alone would give {expected}.`,
    `Where chance alone would give {expected}, {member_count} members bring together ${whole}.`,
    `Chance alone would give {expected}; here {member_count} members bring together ${whole}.`,
  ]);
  return {
    name: topic === null ? capital(name) : `${topic}: ${name}`,
    description: `${evidence} ${useOf(subject, sides)}`,
    question_prompts: questionsAcross(subject, sides),
  };
}

/** Puts facets of a person or their place last: "Grafting in the role of Farmer", "Farmer in Norway". */
const lateness: Record<FacetKind, number> = {
  skill: 0,
  interest: 0,
  looking_for: 0,
  theme: 0,
  trait: 1,
  role: 2,
  location: 3,
};
const latenessOf = (facets: readonly FacetCount[]): number => {
  const kind = onlyKind(facets);
  return kind === undefined ? 0 : lateness[kind];
};

/** The clauses of a rule, or the kinds in its only one. */
function sidesOf({ candidate: { rule }, facets }: Subject): Sides {
  const [clause, ...others] = isTwoSided(rule) ? [] : rule.clauses;
  const kind = facets[0] === undefined ? undefined : facetKind(facets[0].key);
  const isFirst = ({ key }: FacetCount): boolean =>
    clause !== undefined && others.length > 0 ? clause.of.includes(key) : facetKind(key) === kind;
  const one = facets.filter(isFirst);
  const other = facets.filter((facet) => !isFirst(facet));
  if (other.length === 0) {
    return [one.slice(0, 1), one.slice(1)];
  }
  const isLater = latenessOf(one) > latenessOf(other);
  return isLater ? [other, one] : [one, other];
}

function nameOf([one, other]: Sides, most: number): string {
  const subject = listed(one.slice(0, most));
  const some = other.slice(0, most);
  switch (onlyKind(other)) {
    case 'role':
      return `${subject} in the role of ${listed(some, 'or')}`;
    case 'location':
      return `${subject} in ${listed(some)}`;
    case 'trait':
      return `${subject} with ${personPhrase('trait', some, 'and')}`;
    case 'skill':
    case 'interest':
    case 'looking_for':
    case 'theme':
    case undefined:
      return `where ${subject} ${one.length > 1 ? 'meet' : 'meets'} ${listed(some)}`;
  }
}

function useOf(subject: Subject, [, other]: Sides): string {
  if (isOfPerson(onlyKind(other))) {
    return pick(subject, 'use', [
      'They would have much to compare, and may never have sat together.',
      'Whoever wonders how that goes together can ask them.',
      'Some of them may not know of each other yet, and would be glad to.',
    ]);
  }
  return pick(subject, 'use', [
    'Different sides of a life meet here, and that is where something across circles can begin.',
    'They can speak for either side to the other, and make good hosts when circles are to mix.',
    'Ask them how the sides go together, and you may hear what neither says of itself.',
    'An idea that needs all of this has its people already.',
  ]);
}
