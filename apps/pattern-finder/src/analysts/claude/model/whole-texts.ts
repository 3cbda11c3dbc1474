/** Maximum levels of nesting: more than any tool input has, and few enough to be stored and sent. */
const maxDepth = 100;

/**
 * Replaces each U+0000 and lone surrogate in the texts and keys of a value, so that every JSON parser and database
 * accepts it. Values that are nested too deeply are left out.
 */
export function wholeTexts<T>(value: T, replacement: string): T {
  const whole: unknown = changed(value, replacement, maxDepth);
  // Texts stay texts, and no message of the API is so deep.
  return whole as T;
}

/** Checks whether a value is nested too deeply to be stored and sent. */
export function isTooDeep(value: unknown, levels = maxDepth): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1)))
  );
}

function changed(value: unknown, replacement: string, levels: number): unknown {
  if (typeof value === 'string') {
    return value.replace(/\0|\p{Cs}/gu, replacement);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (levels === 0) {
    return null;
  }
  return Array.isArray(value)
    ? value.map((item: unknown) => changed(item, replacement, levels - 1))
    : Object.fromEntries(
        Object.entries(value).map(([key, item]: [string, unknown]) => [
          changed(key, replacement, levels),
          changed(item, replacement, levels - 1),
        ]),
      );
}
