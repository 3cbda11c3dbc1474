/** Solves a small symmetric positive definite system by Cholesky decomposition; undefined where it is not definite. */
export function solveDefinite(
  matrix: readonly Float64Array[],
  right: Float64Array,
): { solution: Float64Array; logDeterminant: number } | undefined {
  const size = right.length;
  const lower = matrix.map((row) => row.slice());
  const at = (row: number, column: number) => lower[row]?.[column] ?? 0;
  let logDeterminant = 0;
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) {
        sum -= at(i, k) * at(j, k);
      }
      const row = lower[i];
      if (!row) {
        return undefined;
      }
      if (i > j) {
        row[j] = sum / at(j, j);
        continue;
      }
      if (!(sum > 1e-12)) {
        return undefined;
      }
      row[j] = Math.sqrt(sum);
      logDeterminant += Math.log(sum);
    }
  }
  const solution = right.slice();
  for (let i = 0; i < size; i++) {
    let sum = solution[i] ?? 0;
    for (let k = 0; k < i; k++) {
      sum -= at(i, k) * (solution[k] ?? 0);
    }
    solution[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = solution[i] ?? 0;
    for (let k = i + 1; k < size; k++) {
      sum -= at(k, i) * (solution[k] ?? 0);
    }
    solution[i] = sum / at(i, i);
  }
  return { solution, logDeterminant };
}
