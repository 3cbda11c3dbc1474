/** Preferences of a client (RFC 7240): to be answered at once, or to wait a number of seconds. */
export interface Preference {
  respondAsync: boolean;
  waitS: number | undefined;
}

const maxWaitS = 600;

/** Parses the header `Prefer`; ignores unknown preferences, as the RFC requires; the first of a name counts. */
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

/** Milliseconds to wait: as `wait` says, else none for `respond-async`, else the default. */
export function waitMs(preference: Preference, usualMs: number): number {
  if (preference.waitS !== undefined) {
    return preference.waitS * 1000;
  }
  return preference.respondAsync ? 0 : usualMs;
}

/** Header `Preference-Applied`: the preferences honoured, given whether the answer came before the run's end. */
export function preferenceApplied(preference: Preference, answeredEarly: boolean): string | undefined {
  const applied = [
    ...(preference.respondAsync && answeredEarly ? ['respond-async'] : []),
    ...(preference.waitS === undefined ? [] : [`wait=${preference.waitS}`]),
  ];
  return applied.length === 0 ? undefined : applied.join(', ');
}
