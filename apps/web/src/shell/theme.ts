/** Themes in the order they are shown. */
export const themes = ['light', 'system', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Also read by public/early.js, before the first paint. */
const key = 'warren.theme';

/** Theme chosen on this machine. */
export function chosenTheme(): Theme {
  const stored = localStorage.getItem(key);
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** Stores and applies a theme. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(key);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(key, theme);
    document.documentElement.dataset['theme'] = theme;
  }
}
