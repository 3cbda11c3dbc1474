const TOLERANCE = 1e-7;
const MOST_SWEEPS = 10_000;

/** The null model did not reach the given margins; the numbers it would give must not be used. */
export class NullModelDiverged extends Error {
  readonly kind: string;
  readonly iterations: number;
  readonly error: number;

  constructor(kind: string, iterations: number, error: number) {
    super(
      `the null model of ${kind} facets missed its margins by ${error} after ${iterations} sweeps; ` +
        'look for members or facets with broken data (a member listing almost every facet, a facet on almost everybody)',
    );
    this.name = 'NullModelDiverged';
    this.kind = kind;
    this.iterations = iterations;
    this.error = error;
  }
}

/** Chances by row class and column class, with how the fit came about. */
export interface ConfigurationFit {
  /** `chances[r * columns + c]`: the chance that a row of degree class r and a column of class c are joined. */
  readonly chances: Float64Array;
  readonly iterations: number;
  /** The largest relative distance between a fitted and a given degree. */
  readonly error: number;
}

/** Distinct degrees, ascending, and how many have each. */
export interface DegreeClasses {
  readonly degrees: Float64Array;
  readonly counts: Float64Array;
}

/**
 * The bipartite configuration model: maximum entropy with both sides' degrees kept on average, so that
 * p = xy / (1 + xy) with one x a row degree and one y a column degree (Squartini & Garlaschelli 2011; Saracco,
 * Di Clemente, Gabrielli & Squartini 2015, 2017). Solved over distinct degrees by Newton steps on log x and
 * log y in turn. Rows and columns whose links are forced (full, empty) are taken out first: their x or y would
 * be infinite or zero.
 */
export function fitConfigurationModel(
  kind: string,
  rows: DegreeClasses,
  columns: DegreeClasses,
): ConfigurationFit {
  const width = columns.degrees.length;
  const chances = new Float64Array(rows.degrees.length * width);
  const free = takeOutForced(rows, columns, chances);
  const x = free.rows.map((r) => free.rowDegrees[r] ?? 0);
  const y = free.columns.map((c) => free.columnDegrees[c] ?? 0);
  const links = free.rows.reduce((sum, r) => sum + (free.rowDegrees[r] ?? 0) * (rows.counts[r] ?? 0), 0);
  const logX = Float64Array.from(x, (degree) => Math.log(degree / Math.sqrt(links)));
  const logY = Float64Array.from(y, (degree) => Math.log(degree / Math.sqrt(links)));
  const rowCounts = Float64Array.from(free.rows, (r) => rows.counts[r] ?? 0);
  const columnCounts = Float64Array.from(free.columns, (c) => columns.counts[c] ?? 0);

  let iterations = 0;
  let error = logX.length === 0 ? 0 : Number.POSITIVE_INFINITY;
  while (error > TOLERANCE && iterations < MOST_SWEEPS) {
    iterations++;
    sweep(logX, x, logY, columnCounts);
    sweep(logY, y, logX, rowCounts);
    if (iterations < 8 || iterations % 4 === 0) {
      error = Math.max(distance(logX, x, logY, columnCounts), distance(logY, y, logX, rowCounts));
    }
  }
  if (!(error <= TOLERANCE)) throw new NullModelDiverged(kind, iterations, error);

  free.rows.forEach((r, i) => {
    free.columns.forEach((c, j) => {
      chances[r * width + c] = linkChance((logX[i] ?? 0) + (logY[j] ?? 0));
    });
  });
  return { chances, iterations, error };
}

function linkChance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** One Newton step for each unknown of one side; the other side is held. */
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

/** The largest relative distance of one side's fitted degrees from the given ones. */
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

/** Full and empty rows and columns have certain links; taking them out can make others full or empty. */
function takeOutForced(rows: DegreeClasses, columns: DegreeClasses, chances: Float64Array) {
  const width = columns.degrees.length;
  const rowDegrees = rows.degrees.slice();
  const columnDegrees = columns.degrees.slice();
  let openRows = [...rows.degrees.keys()];
  let openColumns = [...columns.degrees.keys()];
  const total = (open: number[], classes: DegreeClasses) =>
    open.reduce((sum, at) => sum + (classes.counts[at] ?? 0), 0);
  for (let changed = true; changed;) {
    const wide = total(openColumns, columns);
    const fullRows = openRows.filter((r) => wide > 0 && rowDegrees[r] === wide);
    for (const r of fullRows) {
      for (const c of openColumns) {
        chances[r * width + c] = 1;
        columnDegrees[c] = (columnDegrees[c] ?? 0) - (rows.counts[r] ?? 0);
      }
    }
    openRows = openRows.filter((r) => !fullRows.includes(r) && rowDegrees[r] !== 0);
    const tall = total(openRows, rows);
    const fullColumns = openColumns.filter((c) => tall > 0 && columnDegrees[c] === tall);
    for (const c of fullColumns) {
      for (const r of openRows) {
        chances[r * width + c] = 1;
        rowDegrees[r] = (rowDegrees[r] ?? 0) - (columns.counts[c] ?? 0);
      }
    }
    const before = openColumns.length;
    openColumns = openColumns.filter((c) => !fullColumns.includes(c) && columnDegrees[c] !== 0);
    changed = fullRows.length > 0 || openColumns.length < before;
  }
  openRows = openRows.filter((r) => rowDegrees[r] !== 0);
  return { rows: openRows, columns: openColumns, rowDegrees, columnDegrees };
}
