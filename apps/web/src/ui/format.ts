/** Locale of numbers and dates: that of the browser. */
const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const fewDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
const percentOf = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const money = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 4,
  minimumFractionDigits: 2,
});
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const lists = {
  and: new Intl.ListFormat('en', { type: 'conjunction' }),
  or: new Intl.ListFormat('en', { type: 'disjunction' }),
};

/** Formats a count: "1,007". */
export function count(value: number): string {
  return whole.format(value);
}

/** Formats a count with its noun: "1 member", "12 members". */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}

/** Formats a measured number like the analyst: one decimal below ten, and an upper bound far below a tenth. */
export function measured(value: number): string {
  if (value >= 10) {
    return whole.format(value);
  }
  return value > 0 && value < 0.05 ? `< ${oneDigit.format(0.1)}` : oneDigit.format(value);
}

/** Formats a share of one as a percentage. */
export function percent(share: number): string {
  return share > 0 && share < 0.01 ? `< ${percentOf.format(0.01)}` : percentOf.format(share);
}

/** Formats an interval of shares, in whole percent rounded outwards: "15–39%". */
export function percentRange(low: number, high: number): string {
  // 0.29 * 100 is a little less than 29
  const [from, to] = [Math.floor(low * 100 + 1e-9), Math.ceil(high * 100 - 1e-9)];
  return `${from === to ? '' : `${whole.format(from)}–`}${percentOf.format(to / 100)}`;
}

/** Formats a probability: "0.013", "< 0.001". */
export function probability(value: number): string {
  return value < 0.001
    ? `< ${new Intl.NumberFormat(locale, { minimumFractionDigits: 3 }).format(0.001)}`
    : fewDigits.format(value);
}

/** Formats US dollars. */
export function dollars(value: number): string {
  return money.format(value);
}

/** Formats a day. */
export function date(iso: string): string {
  return day.format(new Date(iso));
}

/** Formats a day and the time. */
export function dateTime(iso: string): string {
  return moment.format(new Date(iso));
}

/** Formats a time of day, to the second. */
export function timeOfDay(iso: string): string {
  return clock.format(new Date(iso));
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Formats how long ago a time was: "2 hours ago"; "just now" within a minute. */
export function since(iso: string, now = Date.now()): string {
  const past = now - new Date(iso).getTime();
  const [unit, ms] = units.find(([, length]) => past >= length) ?? (['second', 1_000] as const);
  return unit === 'second' ? 'just now' : ago.format(-Math.floor(past / ms), unit);
}

/** Formats the duration between two times: "4 s", "2 min 10 s". */
export function duration(fromIso: string, toIso: string): string {
  const seconds = Math.max(0, (new Date(toIso).getTime() - new Date(fromIso).getTime()) / 1000);
  if (seconds < 60) {
    return `${fewDigits.format(seconds < 1 ? Math.round(seconds * 10) / 10 : Math.round(seconds))} s`;
  }
  return `${whole.format(Math.floor(seconds / 60))} min ${whole.format(Math.round(seconds % 60))} s`;
}

/** Formats a list: "a, b, and c". */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return lists[joint].format(words);
}
