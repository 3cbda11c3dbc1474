import type { Candidate, FacetCount, SavePatternInput, TwoSidedRule } from '@warren/contracts';
import { facetKind, facetsOfRule, isTwoSided } from '@warren/contracts';

type Words = Pick<SavePatternInput, 'name' | 'description' | 'category' | 'question_prompts'>;

/** Facets a name lists; a longer list is no name. */
const shortName = 3;

/**
 * Name, description and questions for a candidate, by template; numbers are placeholders the service fills in.
 * @param wholeName name every facet, where the short name is another pattern's
 */
export function wordsFor(candidate: Candidate, wholeName = false): Words {
  const byUse = [...candidate.facets].sort((a, b) => b.in_pattern - a.in_pattern || (a.key < b.key ? -1 : 1));
  const words = templates[candidate.category](candidate, byUse, wholeName ? byUse.length : shortName);
  return { ...words, category: candidate.category, name: words.name.slice(0, 255) };
}

type Template = (
  candidate: Candidate,
  facets: readonly FacetCount[],
  inName: number,
) => Omit<Words, 'category'>;

const templates: Record<Candidate['category'], Template> = {
  skill_cluster: (candidate, facets, inName) => {
    const all = listed(facets);
    return {
      name: `${capital(listed(facets.slice(0, inName)))} go together`,
      description: `${counted(candidate, facets, 'list')} where chance would give {expected}. They are the people to ask for a workshop that joins these skills, or for a project that needs them side by side.`,
      question_prompts: [
        `Which piece of work brought ${all} together for you?`,
        `If another member wanted to get into ${first(facets)}, where would you have them begin?`,
        'Who here would you like to make something with, and what is still missing for it?',
      ],
    };
  },
  interest_theme: (candidate, facets, inName) => ({
    name: `Drawn to ${listed(facets.slice(0, inName))}`,
    description: `${counted(candidate, facets, 'care about')} where chance would give {expected}. An evening, an outing or a reading circle on this would find its people at once.`,
    question_prompts: [
      `What first drew you to ${first(facets)}?`,
      `If we held an evening on ${listed(facets.slice(0, 3))}, what should happen there?`,
      'What would you like to show the others who share this?',
    ],
  }),
  cross_domain: (candidate, facets, inName) => {
    const [one, other] = acrossKinds(facets, Math.max(2, inName - 1));
    return {
      name: `Where ${one} ${one.includes(' and ') ? 'meet' : 'meets'} ${other}`,
      description: `${counted(candidate, facets, 'bring together')} where chance would give {expected}. Here a craft and a cause meet that are seldom found in one person: a good seed for a project across groups.`,
      question_prompts: [
        `How does ${one} come into ${other} for you?`,
        `Which project at the meeting of ${one} and ${other} would you start if you had company?`,
        'Who from outside both circles should be invited?',
      ],
    };
  },
  community_strength: (candidate, facets, inName) => ({
    name: `A strength: ${listed(facets.slice(0, inName))}`,
    description: `{share} of the members who say anything of themselves ({member_count}) ${several(candidate, 'share')} ${listed(facets)}. That is a base the whole community can build on: teaching, mentoring, commissions.`,
    question_prompts: [
      `What could we offer the town together, with so much ${first(facets)} among us?`,
      `Would you give an hour to somebody who wants to begin with ${first(facets)}?`,
    ],
  }),
  collaboration_opportunity: ({ rule, basis }, facets, inName) => {
    if (isTwoSided(rule) && basis === 'shared') {
      return commonGround(rule, facets, inName);
    }
    const offered = facets.filter(({ key }) => facetKind(key) === 'skill');
    const wanted = listed(offered.length === 0 ? facets : offered);
    const isSkill = offered.length > 0;
    return {
      name: `${capital(wanted)}: ${isSkill ? 'wanted and on offer' : 'looked for and shared'}`,
      description: `Some members look for ${wanted} and others ${isSkill ? 'offer it' : 'care about it'}; {member_count} people in all. Each pair in the evidence is an introduction waiting to be made.`,
      question_prompts: [
        `What would you need ${wanted} for right now?`,
        isSkill
          ? `Where could your ${wanted} help another member this month?`
          : `With whom would you share ${wanted} this month, and how?`,
      ],
    };
  },
};

/** Two groups with something in common that hardly anybody is in both of: nobody offers, nobody asks. */
function commonGround(
  { givers, seekers }: TwoSidedRule,
  facets: readonly FacetCount[],
  inName: number,
): Omit<Words, 'category'> {
  const [one, other] = [new Set(facetsOfRule(givers)), new Set(facetsOfRule(seekers))];
  const common = facets.filter(({ key }) => one.has(key) && other.has(key));
  const ofOne = facets.filter(({ key }) => one.has(key) && !other.has(key));
  const ofOther = facets.filter(({ key }) => other.has(key) && !one.has(key));
  const some = Math.max(2, inName - 1);
  const ground = common.length === 0 ? 'the same things' : listed(common);
  return {
    name: `${capital(ground)}: ${listed(ofOne.slice(0, some))} could meet ${listed(ofOther.slice(0, some))}`,
    description: `Members at home in ${listed(ofOne)} and members at home in ${listed(ofOther)} both care about ${ground}, and hardly anybody is both; {member_count} people in all. Nobody has asked for it: each pair in the evidence is two people who could learn from each other.`,
    question_prompts: [
      `What would you try in ${ground} if somebody brought ${first(ofOther)} to your ${first(ofOne)}?`,
      `What from your side could you show to members who care about ${ground} as you do?`,
    ],
  };
}

function counted(candidate: Candidate, facets: readonly FacetCount[], verb: string): string {
  return `{member_count} members ${several(candidate, verb)} ${listed(facets)}`;
}

/** How many of the facets a member of the pattern carries, in words that hold for the rule. */
function several({ rule, facets }: Candidate, verb: string): string {
  if (isTwoSided(rule) || facets.length === 1) {
    return verb;
  }
  const all = rule.clauses.every((clause) => clause.at_least === clause.of.length);
  return all ? `${verb} all of` : `${verb} several of`;
}

function listed(facets: readonly FacetCount[]): string {
  const labels = unique(facets).map(inSentence);
  const last = labels.pop() ?? '';
  return labels.length === 0 ? last : `${labels.join(', ')} and ${last}`;
}

function unique(facets: readonly FacetCount[]): FacetCount[] {
  const seen = new Set<string>();
  return facets.filter(({ label }) => {
    const folded = label.toLocaleLowerCase('en');
    return seen.has(folded) ? false : seen.add(folded);
  });
}

function first(facets: readonly FacetCount[]): string {
  return facets[0] === undefined ? '' : inSentence(facets[0]);
}

/** The facets of the first kind and those of the others, each listed; of one kind only, the first and the rest. */
function acrossKinds(facets: readonly FacetCount[], most: number): [string, string] {
  const [lead] = facets;
  const kind = lead === undefined ? undefined : facetKind(lead.key);
  const same = facets.filter(({ key }) => facetKind(key) === kind);
  const others = facets.filter(({ key }) => facetKind(key) !== kind);
  return others.length === 0
    ? [listed(facets.slice(0, 1)), listed(facets.slice(1, 1 + most))]
    : [listed(same.slice(0, most)), listed(others.slice(0, most))];
}

/** A label in mid-sentence: "Grant writing" begins small; "Python" and "GLSL" stay as they are. */
function inSentence({ label }: FacetCount): string {
  return /^\p{Lu}\p{Ll}+ [^\p{Lu}]+$/u.test(label)
    ? label.charAt(0).toLocaleLowerCase('en') + label.slice(1)
    : label;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
