/** Parses an amount of dollars: "2.5", "2,50", "$ 3"; undefined unless it is above zero. */
export function parseDollars(text: string): number | undefined {
  const plain = text.replace(/[$\s]/g, '').replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  const amount = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  return amount > 0 ? amount : undefined;
}
