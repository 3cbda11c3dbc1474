// Steps of mining that benchmarks ask one at a time; services use index.ts alone.
export { createCounting } from './membership/counting.ts';
export { facetIndex } from './membership/membership.ts';
export { nullModelOf } from './null-model/null-model.ts';
export { createSharpening } from './search/conditional-test.ts';
export { byCounting, grade } from './search/false-discovery.ts';
export type { Finding } from './search/finding.ts';
export { createRandom } from './search/permutation/random.ts';
export { testGroup } from './search/sets.ts';
export { createTestFamily } from './search/test-family.ts';
