import { buildMembership, mine } from '@warren/mining';
import { readMembers } from '@warren/mining/test/read-members';

/** Prints what mining finds in a file: node perf/mining/print.ts FILE */
const membership = buildMembership(readMembers(process.argv[2] ?? ''));
const started = performance.now();
const result = mine(membership);
const took = performance.now() - started;
for (const { category, basis, rule, statistics } of result.candidates) {
  const clauses = 'clauses' in rule ? rule.clauses : [...rule.givers.clauses, ...rule.seekers.clauses];
  const text = clauses.map(({ at_least, of }) => `${at_least} of ${of.join(', ')}`).join(' & ');
  const { observed, expected, lift_low, q_value } = statistics;
  console.log(
    `${basis} ${category} obs ${observed} exp ${expected?.toFixed(1)} low ${lift_low?.toFixed(2)} q ${q_value?.toExponential(1)}: ${text}`,
  );
}
console.log({ ...result, candidates: result.candidates.length }, `${took.toFixed(0)} ms`);
