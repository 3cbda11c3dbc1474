import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import styles from './theme-choice.module.css';
import { chooseTheme, chosenTheme, themes } from './theme.ts';
import type { Theme } from './theme.ts';

const shown = {
  light: { Icon: Sun, name: 'Light' },
  system: { Icon: Monitor, name: 'As the system' },
  dark: { Icon: Moon, name: 'Dark' },
} as const;

/** Choice of theme: light, dark, or that of the system. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  return (
    <ToggleButtonGroup
      aria-label="Colours"
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={(keys) => {
        const chosen = themes.find((name) => keys.has(name)) ?? 'system';
        chooseTheme(chosen);
        setTheme(chosen);
      }}
    >
      {themes.map((name) => {
        const { Icon, name: label } = shown[name];
        return (
          <ToggleButton key={name} id={name} aria-label={label} className={styles.choice ?? ''}>
            <Icon size={15} strokeWidth={1.9} aria-hidden />
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
