/** Rows, or columns, of one degree: their place in the table, how many links each has, and how many there are. */
export interface DegreeClass {
  readonly at: number;
  readonly degree: number;
  readonly count: number;
}

/** A part of a table in which every link may be or not be. */
export interface Block {
  readonly rows: readonly DegreeClass[];
  readonly columns: readonly DegreeClass[];
}

/**
 * Takes out the links that margins force, and returns what is left, in blocks that have nothing to do with each
 * other. Margins force links where the k rows with most links have as many as k rows can have at all (equality in
 * the theorem of Gale and Ryser 1957): then these rows have every column with k links or more, the other rows have
 * no other column, and what is open are these rows with the rare columns, and the other rows with the common ones.
 * Full and empty rows and columns are the plainest case. Links are absent unless `setChance` says otherwise.
 */
export function freeBlocks(
  allRows: readonly DegreeClass[],
  allColumns: readonly DegreeClass[],
  setChance: (row: number, column: number, chance: number) => void,
): Block[] {
  const rows = allRows.filter(({ degree }) => degree > 0);
  const columns = allColumns.filter(({ degree }) => degree > 0);
  if (rows.length === 0 || columns.length === 0) return [];
  const forced = findForced(rows, columns);
  if (!forced) return [{ rows, columns }];
  const { full, others, common, rare } = forced;
  for (const row of full) for (const column of common) setChance(row.at, column.at, 1);
  return [
    ...freeBlocks(lessLinks(full, sizeOf(common)), rare, setChance),
    ...freeBlocks(others, lessLinks(common, sizeOf(full)), setChance),
  ];
}

/** Rows whose links reach what so many rows can have, and the columns they all have. */
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
    // All rows together always have all there is; that forces something only where a column is on every row.
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
