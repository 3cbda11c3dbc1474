import type { FacetCount } from '@warren/contracts';
import { listed } from './labels.ts';
import { onlyKind, personPhrase } from './rule-phrases.ts';
import { pick } from './subject.ts';
import type { Subject } from './subject.ts';

/** The two kinds of a pattern across kinds; a kind of a person or their place comes second. */
export type Sides = readonly [readonly FacetCount[], readonly FacetCount[]];

/** Questions to a member who has facets of different kinds. */
export function questionsAcross(subject: Subject, [first, second]: Sides): string[] {
  const one = listed(first.slice(0, 1));
  switch (onlyKind(second)) {
    case 'role':
      return inRole(subject, one, listed(second.slice(0, 2), 'or'));
    case 'location':
      return aroundPlace(subject, one, listed(second.slice(0, 2), 'or'));
    case 'trait':
      return ofMeeting(subject, one, personPhrase('trait', second.slice(0, 1), 'or'));
    case 'skill':
    case 'interest':
    case 'looking_for':
    case 'theme':
    case undefined:
      return ofMeeting(subject, one, listed(second.slice(0, 1)));
  }
}

function ofMeeting(subject: Subject, one: string, other: string): string[] {
  return [
    pick(subject, 'past', [
      `What connects ${one} with ${other} for you?`,
      `Where have ${one} and ${other} come together for you?`,
      `What does ${other} give you for ${one}, and the other way round?`,
      `What would you miss if you had to keep ${one} apart from ${other}?`,
    ]),
    pick(subject, 'together', [
      `What would you start between ${one} and ${other} if you had company?`,
      `Whom should we invite to talk about ${one} and ${other}?`,
      `What could all of you who bring ${one} and ${other} together do this year?`,
      `Who here should hear how ${one} and ${other} go together?`,
    ]),
    pick(subject, 'passing on', [
      `What would you tell somebody who knows ${one} and is new to ${other}?`,
      `What question about ${one} and ${other} would you like to put to the others?`,
      `Who helped you to bring ${one} and ${other} together?`,
      `What do people usually get wrong about ${one} and ${other}?`,
    ]),
  ];
}

function inRole(subject: Subject, one: string, role: string): string[] {
  return [
    pick(subject, 'past', [
      `How did ${one} come into the role of ${role} for you?`,
      `What does ${one} do for you in the role of ${role}?`,
      `What would the role of ${role} be for you without ${one}?`,
      `When was ${one} last a help to you in the role of ${role}?`,
    ]),
    pick(subject, 'together', [
      `What would you ask the others in the role of ${role} about ${one}?`,
      `Whom should we invite to talk about ${one} with all who are in the role of ${role}?`,
      `What could you try with ${one} if the others in the role of ${role} joined you?`,
    ]),
    pick(subject, 'passing on', [
      `What should somebody new to the role of ${role} know about ${one}?`,
      `What do people outside the role of ${role} usually get wrong about ${one}?`,
      `How would you explain ${one} to somebody who is not in the role of ${role}?`,
    ]),
  ];
}

function aroundPlace(subject: Subject, one: string, place: string): string[] {
  return [
    pick(subject, 'past', [
      `What is it about ${place} that goes so well with ${one}?`,
      `Who in ${place} got you into ${one}?`,
      `How is ${one} in ${place} different from elsewhere?`,
    ]),
    pick(subject, 'together', [
      `Where in ${place} would you take somebody who cares about ${one}?`,
      `Whom in ${place} should the others meet when it comes to ${one}?`,
      `What could people in ${place} do together with ${one}?`,
    ]),
  ];
}
