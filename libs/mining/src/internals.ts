// Steps of mining that benchmarks ask one at a time; services use index.ts alone.
export { createCounting } from './membership/counting.ts';
export { facetIndex } from './membership/membership.ts';
export { nullModelOf } from './null-model/null-model.ts';
export { createSharpening } from './significance/conditional-test.ts';
export { byCounting, grade } from './significance/false-discovery.ts';
export type { Finding } from './significance/finding.ts';
export { createRandom } from './search/permutation/random.ts';
export { testGroup } from './search/sets.ts';
export { createTestFamily } from './context/test-family.ts';
