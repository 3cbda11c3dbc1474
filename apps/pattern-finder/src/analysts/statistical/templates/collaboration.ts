import type { FacetCount, SimpleRule, TwoSidedRule } from '@warren/contracts';
import { facetKind, facetsAskedFor, facetsOfRule, isTwoSided } from '@warren/contracts';
import { capital, inSentence, listed } from './labels.ts';
import { pick } from './subject.ts';
import type { Subject, TemplateText } from './subject.ts';

/**
 * Text of a collaboration: what some seek and others have, two wishes that answer each other, two groups that
 * keep apart, or two with a common interest if nobody seeks.
 */
export function collaboration(subject: Subject): TemplateText {
  const { rule, basis } = subject.candidate;
  if (!isTwoSided(rule) || basis === 'wish') {
    return wish(subject);
  }
  if (basis === 'apart') {
    return keptApart(subject, rule);
  }
  return basis === 'swap' ? swap(subject, rule) : sharedInterest(subject, rule);
}

/** Text of two groups that keep apart. */
function keptApart(subject: Subject, { givers, seekers }: TwoSidedRule): TemplateText {
  const labelsOf = (side: SimpleRule): string => {
    const asked = new Set(facetsAskedFor(side));
    return listed(subject.facets.filter(({ key }) => asked.has(key)));
  };
  const [one, other] = [labelsOf(givers), labelsOf(seekers)];
  const use = pick(subject, 'use', [
    'The evidence names the bridges: whoever belongs to either side already could open a door to the other.',
    'Whoever knows people on either side, as the bridges in the evidence do, could bring them to the same table.',
    'An evening for either side that invites the other would be something new, and the bridges in the evidence could host it.',
  ]);
  return {
    name: `${capital(one)} here, ${other} there`,
    description: `{member_count} members list ${one} or ${other}, and fewer list ${one} along with ${other} than the {expected} whom chance alone would give. ${use}`,
    question_prompts: [
      pick(subject, 'other side', [
        `What would you like to ask somebody who lists ${other}?`,
        `Whom do you know who lists ${other}, and how did you meet?`,
      ]),
      pick(subject, 'own side', [
        `What about ${one} would you show to somebody who has never tried it?`,
        `What would you like those who list ${other} to know about ${one}?`,
      ]),
    ],
  };
}

/** Text of two wishes that answer each other. */
function swap(subject: Subject, { givers, seekers }: TwoSidedRule): TemplateText {
  const offersOf = (side: SimpleRule): string => {
    const asked = new Set(facetsAskedFor(side));
    return listed(subject.facets.filter(({ key }) => asked.has(key) && facetKind(key) !== 'looking_for'));
  };
  const [one, other] = [offersOf(givers), offersOf(seekers)];
  return {
    name: `${capital(one)} for ${other}: a swap`,
    description: `Some members have ${one} to offer and look for ${other}, others the other way round; {member_count} people in all. The evidence lists who could be introduced to whom.`,
    question_prompts: [
      pick(subject, 'giving', [
        `What would you like in return for an afternoon of ${one}?`,
        `Whom could you show ${one} who could show you ${other}?`,
      ]),
      pick(subject, 'seeking', [
        `What would you need ${other} for right now?`,
        `What is waiting with you for somebody who knows ${other}?`,
      ]),
    ],
  };
}

function wish(subject: Subject): TemplateText {
  const { facets } = subject;
  const offered = facets.filter(({ key }) => ['skill', 'role', 'theme'].includes(facetKind(key)));
  const wanted = listed(offered.length === 0 ? facets : offered);
  const introduce = pick(subject, 'introduce', [
    'The evidence lists who could be introduced to whom.',
    'Each introduction in the evidence needs a message and nothing more.',
    'They are all here already, and may only lack the introduction.',
  ]);
  if (offered.length === 0) {
    return {
      name: `${capital(wanted)}: looked for and shared`,
      description: `Some members look for ${wanted} and others care about it; {member_count} people in all. ${introduce}`,
      question_prompts: [
        pick(subject, 'past', [
          `What would you like to do about ${wanted} that takes company?`,
          `What would you need for ${wanted} right now?`,
        ]),
        pick(subject, 'together', [
          `With whom would you share ${wanted} this month, and how?`,
          `When could somebody join you for ${wanted}?`,
        ]),
      ],
    };
  }
  return {
    name: `${capital(wanted)}: wanted and on offer`,
    description: `Some members look for ${wanted} and others offer it; {member_count} people in all. ${introduce}`,
    question_prompts: [
      pick(subject, 'seeking', [
        `What would you need ${wanted} for right now?`,
        `What is waiting with you for somebody who knows ${wanted}?`,
        `What would be done by now if you had had help with ${wanted}?`,
        `Which small thing could somebody who knows ${wanted} take off your hands?`,
      ]),
      pick(subject, 'giving', [
        `Where could your ${wanted} help another member this month?`,
        `What kind of request for ${wanted} would you gladly say yes to?`,
        `What should somebody bring along who asks you about ${wanted}?`,
        `What would you like in return for an afternoon of ${wanted}?`,
      ]),
    ],
  };
}

/** Text of two groups that have something in common and hardly overlap, without offer or wish. */
function sharedInterest(subject: Subject, { givers, seekers }: TwoSidedRule): TemplateText {
  const { facets, inName } = subject;
  const [one, other] = [new Set(facetsOfRule(givers)), new Set(facetsOfRule(seekers))];
  const common = facets.filter(({ key }) => one.has(key) && other.has(key));
  const ofOne = facets.filter(({ key }) => one.has(key) && !other.has(key));
  const ofOther = facets.filter(({ key }) => other.has(key) && !one.has(key));
  const some = Math.max(2, inName - 1);
  const shared = common.length === 0 ? 'the same things' : listed(common);
  const [mine, theirs] = [first(ofOne), first(ofOther)];
  return {
    name: `${capital(shared)}: ${listed(ofOne.slice(0, some))} could meet ${listed(ofOther.slice(0, some))}`,
    description: `Members who know ${listed(ofOne)} and members who know ${listed(ofOther)} care alike about ${shared}, yet the groups hardly overlap; {member_count} people in all. Nobody has asked for it: each introduction in the evidence lets people meet who could learn from each other.`,
    question_prompts: [
      pick(subject, 'past', [
        `What would you try about ${shared} if somebody brought ${theirs} to your ${mine}?`,
        `What would change about ${shared} for you if ${mine} and ${theirs} came together?`,
      ]),
      pick(subject, 'together', [
        `What from your side could you show to members who care about ${shared} as you do?`,
        `Whom from the other side would you like to ask about ${shared}?`,
      ]),
    ],
  };
}

function first([facet]: readonly FacetCount[]): string {
  return facet === undefined ? '' : inSentence(facet);
}
