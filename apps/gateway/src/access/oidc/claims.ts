/** Claims of a token or of the userinfo endpoint. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * Values of a claim as texts, e.g. the roles in `roles`, `realm_access.roles` or `https://example.org/roles`; undefined
 * where there is no such claim. Providers write a list, one text (several values apart by commas or spaces), or an object
 * with the values as its keys.
 */
export function claimValues(claims: Claims, path: string): string[] | undefined {
  const value = valueAt(claims, path);
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value === 'string') {
    return [value, ...value.split(/[\s,]+/)].filter((it) => it !== '');
  }
  if (Array.isArray(value)) {
    return value.filter((it) => typeof it === 'string');
  }
  return typeof value === 'object' ? Object.keys(value) : [];
}

/** Value at a path. A dot may also belong to the name of a claim, as in an address: the longest name that exists counts. */
function valueAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const own = new Map<string, unknown>(Object.entries(value));
  if (own.has(path)) {
    return own.get(path);
  }
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const found = valueAt(own.get(path.slice(0, dot)), path.slice(dot + 1));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
