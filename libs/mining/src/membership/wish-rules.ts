import type { SimpleRule, TwoSidedRule } from '@warren/contracts';
import { answersTo, isWish } from './facet-keys.ts';
import type { People } from './facet-keys.ts';

/**
 * Returns whether a rule brings those who look for something to those who have it: each seeker looks for something, and
 * the givers have some of that as a skill, a role, a theme or an interest. More wishes, more answers or further conditions on either side
 * leave it a wish; a side that need not look for anything is none.
 */
export function isAnsweredWish({ givers, seekers }: TwoSidedRule, people: People | undefined): boolean {
  return looksFor(seekers, givers, people);
}

/** Returns whether each of the two sides looks for something that the other one has. */
export function isSwap({ givers, seekers }: TwoSidedRule, people: People | undefined): boolean {
  return looksFor(seekers, givers, people) && looksFor(givers, seekers, people);
}

/** Returns whether every member of one side looks for something, of which the other side has some. */
function looksFor(seekers: SimpleRule, givers: SimpleRule, people: People | undefined): boolean {
  const offered = new Set(givers.clauses.flatMap(({ of }) => of));
  return seekers.clauses.some(
    ({ at_least, of }) =>
      // Whoever fulfils the clause has one of its wishes.
      at_least > of.filter((key) => !isWish(key)).length &&
      of.filter(isWish).some((wish) =>
        answersTo(wish, people)
          .flat()
          .some((answer) => offered.has(answer)),
      ),
  );
}
