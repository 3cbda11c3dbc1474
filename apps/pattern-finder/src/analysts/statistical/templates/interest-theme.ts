import { isTwoSided } from '@warren/contracts';
import { listed } from './labels.ts';
import { rulePhrase } from './rule-phrases.ts';
import { pick } from './subject.ts';
import type { Subject, TemplateText } from './subject.ts';

/** Text of interests that go together. */
export function interestTheme(subject: Subject): TemplateText {
  const { candidate, facets, named, some, lead, other } = subject;
  const { topic, rule } = candidate;
  const whole = isTwoSided(rule) ? listed(facets) : rulePhrase(rule, facets);
  const evidence = pick(subject, 'evidence', [
    `{member_count} members care about ${whole}, where chance alone would give {expected}.`,
    `Where chance alone would give {expected}, {member_count} members care about ${whole}.`,
    `Chance alone would give {expected}; here {member_count} members care about ${whole}.`,
  ]);
  const use = pick(subject, 'use', [
    'An evening or an outing on this would find its people right away.',
    'Nobody has to be talked into it: an invitation is enough.',
    'It is a good reason to meet, for newcomers as well as for old hands.',
    'Some of them may not know of each other yet, and would be glad to.',
  ]);
  return {
    name: topic === null ? `Drawn to ${named}` : `${topic}: ${named}`,
    description: `${evidence} ${use}`,
    question_prompts: [
      pick(subject, 'past', [
        `What drew you to ${lead} in the beginning?`,
        `Which moment with ${lead} would you tell the others about?`,
        `What do ${lead} and ${other} have to do with each other for you?`,
        `What are you curious about right now when it comes to ${some}?`,
        `Who got you interested in ${lead}, and how?`,
      ]),
      pick(subject, 'evening', [
        `If we held an evening on ${some}, what should happen there?`,
        `Whom would you bring along to an evening on ${lead}?`,
        `What would you show the others about ${other}, and where?`,
        `Which outing would you propose to all who care about ${lead} and ${other}?`,
        `Where near here should everybody go who cares about ${lead}?`,
      ]),
      pick(subject, 'together', [
        `What have you found out about ${other} that the others may not know?`,
        `What would you like to find out about ${lead} together with the others?`,
        `What about ${lead} do you think about differently from everybody else?`,
        `What could the people who care about ${some} do for the town?`,
        `With whom do you talk about ${other}, and who should join in?`,
      ]),
    ],
  };
}
