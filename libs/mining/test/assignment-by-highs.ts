import highs from 'highs';

/** Choices of each unit among takers. */
type Choices = readonly (readonly number[])[];

// Its types are those of a CommonJS module, whose default export has the loader as its `default`.
const loadHighs = highs as unknown as typeof highs.default;
let solver: ReturnType<typeof loadHighs> | undefined;

async function solve(lp: string): Promise<number> {
  solver ??= loadHighs();
  const { Status, ObjectiveValue } = (await solver).solve(lp);
  if (Status !== 'Optimal') {
    throw new Error(`HiGHS: ${Status}`);
  }
  return ObjectiveValue;
}

const variable = (unit: number, taker: number): string => `x${unit}_${taker}`;

function loadsIn(choices: Choices): Map<number, string[]> {
  const loads = new Map<number, string[]>();
  choices.forEach((takers, unit) =>
    takers.forEach((taker) => loads.set(taker, [...(loads.get(taker) ?? []), variable(unit, taker)])),
  );
  return loads;
}

function unitRows(choices: Choices, comparison: string): string[] {
  return choices.flatMap((takers, unit) =>
    takers.length === 0
      ? []
      : [` u${unit}: ${takers.map((taker) => variable(unit, taker)).join(' + ')} ${comparison} 1`],
  );
}

/** The most units that can be assigned where no taker gets above `most`, by HiGHS (a linear program with whole solutions). */
export async function maximumAssigned(
  choices: Choices,
  before: readonly number[],
  most: number,
): Promise<number> {
  const all = choices.flatMap((takers, unit) => takers.map((taker) => variable(unit, taker)));
  const limits = Array.from(
    loadsIn(choices),
    ([taker, units]) => ` t${taker}: ${units.join(' + ')} <= ${Math.max(0, most - (before[taker] ?? 0))}`,
  );
  const rows = [...unitRows(choices, '<='), ...limits];
  return Math.round(await solve(`Maximize\n o: ${all.join(' + ')}\nSubject To\n${rows.join('\n')}\nEnd`));
}

/** The smallest largest load at which every unit can be assigned, by HiGHS. */
export async function smallestLoad(choices: Choices, before: readonly number[]): Promise<number> {
  const limits = Array.from(
    loadsIn(choices),
    ([taker, units]) => ` t${taker}: ${units.join(' + ')} - most <= ${-(before[taker] ?? 0)}`,
  );
  const rows = [...unitRows(choices, '='), ...limits];
  return Math.ceil((await solve(`Minimize\n o: most\nSubject To\n${rows.join('\n')}\nEnd`)) - 1e-6);
}
