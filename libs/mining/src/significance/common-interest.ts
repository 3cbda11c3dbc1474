import { facetKind } from '@warren/contracts';
import type { Clause, SimpleRule, TwoSidedRule } from '@warren/contracts';
import type { RuleContext } from '../context/mining-context.ts';
import { overlap, unite } from '../membership/counting.ts';
import { positionsOfSide } from '../membership/rule-members.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { chancesOf, rulesOfShape } from './made-up-rule.ts';
import type { RuleTest } from './weakest-part.ts';

/** The clause that both sides of a rule have, and the rest of either. */
interface Common {
  readonly clause: Clause;
  readonly rests: readonly [SimpleRule, SimpleRule];
}

/**
 * Tests what the two sides of a rule have in common, an interest of two clusters: the members whom the rest of either
 * side selects, taken as they are, have it more often than the null model expects of people who list as much. Undefined
 * where the sides have no clause in common of kinds that the rest has not, or where on either side no more have it than
 * expected.
 */
export function testCommonInterest(context: RuleContext, rule: TwoSidedRule): RuleTest | undefined {
  const common = commonClause(rule);
  const asked = common && { clauses: [common.clause] };
  const chances = asked && chancesOf(context, asked);
  if (!chances) {
    return undefined;
  }
  const { classes, byClass } = chances;
  const having = positionsOfSide(context.membership, asked);
  const count = (members: Uint32Array) => {
    const counts = new Uint32Array(classes.counts.length);
    for (const member of members) {
      const c = classes.classOf[member] ?? 0;
      counts[c] = (counts[c] ?? 0) + 1;
    }
    const trials = { chances: byClass, counts };
    return { trials, observed: overlap(members, having), expected: meanOf(trials) };
  };
  const [one, other] = common.rests.map((rest) => positionsOfSide(context.membership, rest));
  if (!one || !other || [one, other].map(count).some(({ observed, expected }) => observed <= expected)) {
    return undefined;
  }
  const { trials, observed, expected } = count(unite(one, other));
  const clauses = [...common.rests.flatMap((rest) => rest.clauses), common.clause];
  return { observed, expected, p: upperTail(trials, observed), tested: rulesOfShape(context, { clauses }) };
}

function commonClause({ givers, seekers }: TwoSidedRule): Common | undefined {
  const nameOf = ({ at_least, of }: Clause) => JSON.stringify([at_least, [...of].sort()]);
  const names = new Set(seekers.clauses.map(nameOf));
  const clause = givers.clauses.find((one) => names.has(nameOf(one)));
  if (!clause || givers.none_of !== undefined || seekers.none_of !== undefined) {
    return undefined;
  }
  const restOf = ({ clauses }: SimpleRule) => clauses.filter((one) => nameOf(one) !== nameOf(clause));
  const [one, other] = [restOf(givers), restOf(seekers)];
  const kinds = new Set(clause.of.map(facetKind));
  const isOfOtherKinds = [...one, ...other].every(({ of }) => of.every((key) => !kinds.has(facetKind(key))));
  return one.length > 0 && other.length > 0 && isOfOtherKinds
    ? { clause, rests: [{ clauses: one }, { clauses: other }] }
    : undefined;
}
