import { Link } from '@tanstack/react-router';
import type { RunThemes } from '@warren/contracts';
import { Section } from '../ui/section.tsx';
import { themesText } from './reading-text.ts';

/** What a run did with themes. */
export function ThemesSection({ themes }: { themes: RunThemes }) {
  return (
    <Section title="Themes">
      {themesText(themes).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <Link to="/themes">See the themes</Link>
      </p>
    </Section>
  );
}
