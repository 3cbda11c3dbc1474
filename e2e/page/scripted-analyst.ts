import { byTurn } from '@warren/testing';
import type { Script } from '@warren/testing';
import { analyse, candidatesIn, saveCandidate } from '../analyst/scripted-system.ts';
import type { ShownCandidate } from '../analyst/scripted-system.ts';

/**
 * An analyst controlled by the test: waits for `watched`, analyses, saves, is rejected once, waits for `released`, and
 * saves again.
 */
export function controlledAnalyst(
  names: readonly [string, string],
  released: Promise<void>,
  watched: Promise<void> = Promise.resolve(),
): Script {
  let other: ShownCandidate;
  return byTurn([
    async () => {
      await watched;
      return { text: 'First the analysis.', tool_uses: [analyse] };
    },
    (request) => {
      const [first, second] = candidatesIn(request).filter(({ basis }) => basis === 'beyond_chance');
      other = second!;
      const boast = { name: 'A tale of numbers', description: 'All 42 of them know each other.' };
      return { tool_uses: [saveCandidate(first!, { name: names[0] }), saveCandidate(other, boast)] };
    },
    async () => {
      await released;
      return { tool_uses: [saveCandidate(other, { name: names[1] })] };
    },
    { text: 'Two findings worth an evening each.' },
  ]);
}

/** An analyst that finds nothing worth saving. */
export const silentAnalyst: Script = byTurn([
  { text: 'First the analysis.', tool_uses: [analyse] },
  { text: 'Nothing here is worth a name.' },
]);
