/** What a client prefers (RFC 7240): to be answered at once, or to wait so many seconds. */
export interface Preference {
  respondAsync: boolean;
  waitS: number | undefined;
}

const maxWaitS = 600;

/** Reads the header `Prefer`; what is not understood is ignored, as the RFC asks; the first of a name counts. */
export function readPrefer(header: string | string[] | undefined): Preference {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const preferences = new Map<string, string>();
  for (const preference of text.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []) {
    const [name = '', value = ''] = (preference.split(';', 1)[0] ?? '')
      .split('=', 2)
      .map((part) => part.trim());
    const key = name.toLowerCase();
    if (!preferences.has(key)) {
      preferences.set(key, value.replace(/^"(.*)"$/, '$1'));
    }
  }
  const wait = preferences.get('wait') ?? '';
  return {
    respondAsync: preferences.has('respond-async'),
    waitS: /^\d{1,9}$/.test(wait) ? Math.min(Number(wait), maxWaitS) : undefined,
  };
}

/** How long to wait: as `wait` says, else not at all for `respond-async`, else the usual time; milliseconds. */
export function waitMs(preference: Preference, usualMs: number): number {
  if (preference.waitS !== undefined) {
    return preference.waitS * 1000;
  }
  return preference.respondAsync ? 0 : usualMs;
}

/** The header `Preference-Applied`: what was honoured, given whether the answer came before the work was done. */
export function preferenceApplied(preference: Preference, answeredEarly: boolean): string | undefined {
  const applied = [
    ...(preference.respondAsync && answeredEarly ? ['respond-async'] : []),
    ...(preference.waitS === undefined ? [] : [`wait=${preference.waitS}`]),
  ];
  return applied.length === 0 ? undefined : applied.join(', ');
}
