import { freeBlocks } from './forced-links.ts';
import type { Block, DegreeClass } from './forced-links.ts';

const tolerance = 1e-7;
const mostSweeps = 10_000;

/** The fit of the null model did not reach the given margins; the numbers it would give must not be used. */
class NullModelDiverged extends Error {
  override readonly name = 'NullModelDiverged';
  readonly kind: string;
  readonly iterations: number;
  readonly error: number;

  constructor(kind: string, iterations: number, error: number) {
    super(
      `the null model of ${kind} facets missed its margins by ${error} after ${iterations} sweeps; ` +
        'look for members or facets with broken data (a member listing almost every facet, a facet on almost everybody)',
    );
    this.kind = kind;
    this.iterations = iterations;
    this.error = error;
  }
}

/** Chances by row class and column class, with the quality of the fit. */
interface ConfigurationFit {
  /** Row-major, length rows × columns: the chance of a link between a row of class r and a column of class c. */
  readonly chances: Float64Array;
  readonly iterations: number;
  /** Largest relative distance between a fitted and a given degree. */
  readonly error: number;
}

/** Distinct degrees, ascending, and the number of rows or columns of each. */
interface DegreeClasses {
  readonly degrees: Float64Array;
  readonly counts: Float64Array;
}

/**
 * Fits the bipartite configuration model: the distribution of maximum entropy that keeps the degrees of both sides on
 * average, so that p = xy / (1 + xy) with one x a row degree and one y a column degree (Squartini & Garlaschelli 2011;
 * Saracco, Di Clemente, Gabrielli & Squartini 2015; Saracco, Straka et al. 2017). Solved over distinct degrees by
 * Newton steps on log x and log y in turn, in each block that is left once forced links, for which x or y would be
 * infinite or zero, are taken out.
 * @throws NullModelDiverged
 */
export function fitConfigurationModel(
  kind: string,
  rows: DegreeClasses,
  columns: DegreeClasses,
): ConfigurationFit {
  const width = columns.degrees.length;
  const chances = new Float64Array(rows.degrees.length * width);
  let iterations = 0;
  let error = 0;
  const setChance = (r: number, c: number, chance: number) => {
    chances[r * width + c] = chance;
  };
  for (const block of freeBlocks(toClasses(rows), toClasses(columns), setChance)) {
    const fit = solve(kind, block, setChance);
    iterations = Math.max(iterations, fit.iterations);
    error = Math.max(error, fit.error);
  }
  return { chances, iterations, error };
}

function toClasses({ degrees, counts }: DegreeClasses): DegreeClass[] {
  return Array.from(degrees, (degree, at) => ({ at, degree, count: counts[at] ?? 0 }));
}

function solve(
  kind: string,
  { rows, columns }: Block,
  setChance: (r: number, c: number, chance: number) => void,
): { iterations: number; error: number } {
  const x = rows.map(({ degree }) => degree);
  const y = columns.map(({ degree }) => degree);
  const links = rows.reduce((sum, { degree, count }) => sum + degree * count, 0);
  const logX = Float64Array.from(x, (degree) => Math.log(degree / Math.sqrt(links)));
  const logY = Float64Array.from(y, (degree) => Math.log(degree / Math.sqrt(links)));
  const rowCounts = Float64Array.from(rows, ({ count }) => count);
  const columnCounts = Float64Array.from(columns, ({ count }) => count);

  let iterations = 0;
  let error = Number.POSITIVE_INFINITY;
  while (error > tolerance && iterations < mostSweeps) {
    iterations++;
    sweep(logX, x, logY, columnCounts);
    sweep(logY, y, logX, rowCounts);
    if (iterations < 8 || iterations % 4 === 0) {
      error = Math.max(distance(logX, x, logY, columnCounts), distance(logY, y, logX, rowCounts));
    }
  }
  if (!(error <= tolerance)) {
    throw new NullModelDiverged(kind, iterations, error);
  }
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      setChance(row.at, column.at, linkChance((logX[i] ?? 0) + (logY[j] ?? 0)));
    });
  });
  return { iterations, error };
}

function linkChance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** One Newton step for each unknown of one side; the other side stays fixed. */
function sweep(
  mine: Float64Array,
  degrees: readonly number[],
  other: Float64Array,
  otherCounts: Float64Array,
): void {
  const odds = other.map(Math.exp);
  for (let i = 0; i < mine.length; i++) {
    const own = Math.exp(mine[i] ?? 0);
    let sum = 0;
    let slope = 0;
    for (let j = 0; j < odds.length; j++) {
      const product = own * (odds[j] ?? 0);
      const chance = product / (1 + product);
      const weighted = chance * (otherCounts[j] ?? 0);
      sum += weighted;
      slope += weighted * (1 - chance);
    }
    const step = ((degrees[i] ?? 0) - sum) / slope;
    mine[i] = (mine[i] ?? 0) + Math.max(-2, Math.min(2, step));
  }
}

/** Largest relative distance of one side's fitted degrees from the given ones. */
function distance(
  mine: Float64Array,
  degrees: readonly number[],
  other: Float64Array,
  otherCounts: Float64Array,
): number {
  const odds = other.map(Math.exp);
  let worst = 0;
  for (let i = 0; i < mine.length; i++) {
    const own = Math.exp(mine[i] ?? 0);
    let sum = 0;
    for (let j = 0; j < odds.length; j++) {
      const product = own * (odds[j] ?? 0);
      sum += (product / (1 + product)) * (otherCounts[j] ?? 0);
    }
    worst = Math.max(worst, Math.abs(sum / (degrees[i] ?? 1) - 1));
  }
  return worst;
}
