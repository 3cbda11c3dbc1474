import { isTwoSided } from '@warren/contracts';
import { capital, listed } from './labels.ts';
import { rulePhrase } from './rule-phrases.ts';
import { pick } from './subject.ts';
import type { Subject, TemplateText } from './subject.ts';

/** Text of skills that go together. */
export function skillCluster(subject: Subject): TemplateText {
  const { candidate, facets, named, some, lead, other } = subject;
  const { topic, rule } = candidate;
  const whole = isTwoSided(rule) ? listed(facets) : rulePhrase(rule, facets);
  const evidence = pick(subject, 'evidence', [
    `{member_count} members list ${whole}, where chance alone would give {expected}.`,
    `Where chance alone would give {expected}, {member_count} members list ${whole}.`,
    `Chance alone would give {expected}; here {member_count} members list ${whole}.`,
  ]);
  const use = pick(subject, 'use', [
    'They are the people to ask when something needs these skills side by side.',
    'Bring them to the same table, and a plan may come of it that nobody would have drawn up alone.',
    'Whoever wants to get into any of this finds people here who know how it hangs together.',
    'Much of it is easier with company, and here is the company.',
  ]);
  return {
    name: topic === null ? `${capital(named)} in the same hands` : `${topic}: ${named}`,
    description: `${evidence} ${use}`,
    question_prompts: [
      pick(subject, 'past', [
        `Which piece of work brought ${some} together for you?`,
        `How did you come from ${lead} to ${other}, or was it the other way round?`,
        `When did you last need ${lead} and ${other} for the same thing?`,
        `What can you do with ${some} that would be hard with ${lead} alone?`,
        `What are you busy with at the moment that needs ${some}?`,
      ]),
      pick(subject, 'passing on', [
        `If somebody new to ${lead} asked you tomorrow, what would you show them?`,
        `What do you wish you had known when you began with ${other}?`,
        `Which mistake with ${lead} would you save a newcomer from?`,
        `Where would you send somebody who wants to get into ${other}?`,
        `Which part of ${lead} would you be glad to explain to another member?`,
      ]),
      pick(subject, 'together', [
        `What would you like to try with the others who know ${lead}, and what is missing for it?`,
        `If all who know ${lead} and ${other} met next month, what should be on the table?`,
        `Who around here could do with your ${some} right now?`,
        `What would you start if somebody who knows more of ${other} joined you?`,
        `With whom here would you like to compare notes on ${lead} and ${other}?`,
      ]),
    ],
  };
}
