// Steps of mining that benchmarks call one at a time; services use index.ts alone.
export { createMiningContext } from './context/mining-context.ts';
export { facetIndex } from './membership/membership.ts';
export { testGroup } from './search/sets.ts';
export { testConditionally } from './significance/conditional-test.ts';
export { falsePositivesByCounting, grade } from './significance/false-discovery.ts';
export type { Finding } from './significance/finding.ts';
