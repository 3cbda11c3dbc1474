/** Levels of nesting: more than any input of a tool has, and fewer than what can be neither kept nor sent. */
const deepest = 100;

/**
 * The same value with texts, keys too, that every JSON and every database takes: with `sign` in place of each U+0000 and
 * each half of a character. What is nested too deeply is left out; what has nothing of all this comes back equal.
 */
export function wholeTexts<T>(value: T, sign: string): T {
  const whole: unknown = changed(value, sign, deepest);
  // Texts stay texts, and no message of the API is so deep.
  return whole as T;
}

/** Whether a value is nested too deeply to be kept and sent. */
export function isTooDeep(value: unknown, levels = deepest): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1)))
  );
}

function changed(value: unknown, sign: string, levels: number): unknown {
  if (typeof value === 'string') {
    return value.replace(/\0|\p{Cs}/gu, sign);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (levels === 0) {
    return null;
  }
  return Array.isArray(value)
    ? value.map((item: unknown) => changed(item, sign, levels - 1))
    : Object.fromEntries(
        Object.entries(value).map(([key, item]: [string, unknown]) => [
          changed(key, sign, levels),
          changed(item, sign, levels - 1),
        ]),
      );
}
