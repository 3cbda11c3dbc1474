/** Formats a count with commas between thousands. */
export function count(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}

/** Formats an expected number of members, or a ratio: one decimal below 10. */
export function amount(value: number): string {
  if (value < 0.05) {
    return 'fewer than 0.1';
  }
  return value < 9.95 ? value.toFixed(1) : count(value);
}

/** Formats a q-value without exponent. */
export function rate(value: number): string {
  if (value < 0.000001) {
    return 'below 0.000001';
  }
  return value.toPrecision(value < 0.001 ? 1 : 2);
}

/** Formats a share as a percentage, without decimals from 1 % upwards. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 1 ? Number(value.toPrecision(2)) : Math.round(value)} %`;
}

/** Formats a number with its noun in singular or plural. */
export function plural(number: number, one: string, more = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : more}`;
}
