import { facetKind, isTwoSided } from '@warren/contracts';
import { capital, listed } from './labels.ts';
import { rulePhrase } from './rule-phrases.ts';
import { pick } from './subject.ts';
import type { Subject, TemplateText } from './subject.ts';

/** Text of a facet that many members share. */
export function communityStrength(subject: Subject): TemplateText {
  const { candidate, facets, named, some, lead, other } = subject;
  const { topic, rule } = candidate;
  const areInterests = facets.every(({ key }) => facetKind(key) === 'interest');
  const kind = areInterests ? 'a common interest' : 'a common strength';
  const whole = isTwoSided(rule) ? listed(facets) : rulePhrase(rule, facets);
  const verb = areInterests ? 'care about' : 'list';
  const evidence = pick(subject, 'evidence', [
    `{member_count} members ${verb} ${whole}: {share} of those who say anything of themselves.`,
    `{share} of the members who say anything of themselves ${verb} ${whole}, {member_count} people in all.`,
  ]);
  const use = areInterests
    ? pick(subject, 'use', [
        'Whatever is planned around it will find company.',
        'It is common ground on which newcomers and old hands can meet.',
        'It is something to talk about with nearly anybody here.',
      ])
    : pick(subject, 'use', [
        'It is a base on which the whole membership can stand.',
        'Whoever needs it here has somebody near to ask.',
        'It is something the members can offer to others together.',
      ]);
  return {
    name: topic === null ? `${capital(named)}, ${kind}` : `${topic}, ${kind}: ${named}`,
    description: `${evidence} ${use}`,
    question_prompts: [
      pick(subject, 'town', [
        `Where in town is ${lead} missing, with so much of it among us?`,
        `What could we offer the town together, with so much ${lead} among us?`,
        `What would you like to see done with all the ${lead} there is among us?`,
        `What should people outside know about ${some} among us?`,
        `What could we do with ${some} here that would be hard elsewhere?`,
      ]),
      pick(subject, 'self', [
        `Would you give an hour to somebody who wants to begin with ${lead}?`,
        `Which side of ${lead} is hardly spoken of here, and should be?`,
        `How did ${other} come into your life?`,
        `Whom here do you ask when you are stuck with ${other}?`,
        `What would you like to be asked about ${lead}?`,
      ]),
    ],
  };
}
