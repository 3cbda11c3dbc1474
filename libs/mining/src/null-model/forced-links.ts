/** Rows, or columns, of one degree. */
export interface DegreeClass {
  /** Index of the class among those of its side. */
  readonly at: number;
  /** Number of links of each row or column. */
  readonly degree: number;
  /** Number of rows or columns. */
  readonly count: number;
}

/** A part of a table in which every link may be present or absent. */
export interface Block {
  readonly rows: readonly DegreeClass[];
  readonly columns: readonly DegreeClass[];
}

/**
 * Takes out the links that the margins force, and returns the rest in independent blocks. Margins force links where the
 * k rows with most links have as many as k rows can have at all (equality in the theorem of Gale 1957 and Ryser 1957):
 * then these rows have every column with k links or more, the other rows have no other column, and undecided are only
 * these rows with the rare columns, and the other rows with the common ones. Full and empty rows and columns are the
 * simplest case. Links are absent unless `setChance` is called for them.
 */
export function freeBlocks(
  allRows: readonly DegreeClass[],
  allColumns: readonly DegreeClass[],
  setChance: (row: number, column: number, chance: number) => void,
): Block[] {
  const rows = allRows.filter(({ degree }) => degree > 0);
  const columns = allColumns.filter(({ degree }) => degree > 0);
  if (rows.length === 0 || columns.length === 0) {
    return [];
  }
  const forced = findForced(rows, columns);
  if (!forced) {
    return [{ rows, columns }];
  }
  const { full, others, common, rare } = forced;
  for (const row of full) {
    for (const column of common) {
      setChance(row.at, column.at, 1);
    }
  }
  return [
    ...freeBlocks(lessLinks(full, sizeOf(common)), rare, setChance),
    ...freeBlocks(others, lessLinks(common, sizeOf(full)), setChance),
  ];
}

/** Rows with as many links as so many rows can have, and the columns that they all have. */
function findForced(rows: readonly DegreeClass[], columns: readonly DegreeClass[]) {
  const ordered = rows.toSorted((a, b) => b.degree - a.degree);
  let size = 0;
  let links = 0;
  for (const [at, { degree, count }] of ordered.entries()) {
    size += count;
    links += degree * count;
    const k = size;
    const possible = columns.reduce((sum, column) => sum + column.count * Math.min(column.degree, k), 0);
    const common = columns.filter((column) => column.degree >= k);
    const others = ordered.slice(at + 1);
    // All rows together always reach the maximum; that forces something only where a column is on every row.
    if (links === possible && (others.length > 0 || common.length > 0)) {
      return {
        full: ordered.slice(0, at + 1),
        others,
        common,
        rare: columns.filter((column) => column.degree < k),
      };
    }
  }
  return undefined;
}

function sizeOf(classes: readonly DegreeClass[]): number {
  return classes.reduce((sum, { count }) => sum + count, 0);
}

function lessLinks(classes: readonly DegreeClass[], links: number): DegreeClass[] {
  return classes.map((one) => ({ ...one, degree: one.degree - links }));
}
