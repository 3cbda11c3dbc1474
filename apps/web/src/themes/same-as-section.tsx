import { Merge, Undo2 } from 'lucide-react';
import type { Theme } from '@warren/contracts';
import { Button } from '../ui/button.tsx';
import { counted } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { listedText } from './text.ts';
import styles from './themes.module.css';
import { useThemeChange } from './use-theme-change.ts';

/** Listed facets that may mean the same as a theme: a person merges it into one, or takes that back. */
export function SameAsSection({ theme: { id, merged_into, same_as } }: { theme: Theme }) {
  const change = useThemeChange(id);
  if (merged_into !== null) {
    return (
      <Section title="Means the same as" takesFocus={change.isSuccess}>
        <p>
          <bdi>{listedText({ key: merged_into })}</bdi>: whose words carry the theme counts as one who lists
          it.
        </p>
        <p>
          <Button
            isDisabled={change.isPending}
            onPress={() =>
              change.mutate({
                patch: { merged_into: null },
                done: 'A theme of its own again.',
                undo: { merged_into },
              })
            }
          >
            <Undo2 size={16} aria-hidden />
            Take back
          </Button>
        </p>
      </Section>
    );
  }
  if (same_as.length === 0) {
    return null;
  }
  return (
    <Section
      title="Means the same as …"
      takesFocus={change.isSuccess}
      lead="Members list something near. Only you can say that it is the same: its members then count for both."
    >
      <ul className={styles.merges}>
        {same_as.map((facet) => (
          <li key={facet.key}>
            <Button
              isDisabled={change.isPending}
              aria-label={`Means the same as ${listedText(facet)}`}
              onPress={() =>
                change.mutate({
                  patch: { merged_into: facet.key },
                  done: `Means the same as ${listedText(facet)}.`,
                  undo: { merged_into: null },
                })
              }
            >
              <Merge size={16} aria-hidden />
              <bdi>{listedText(facet)}</bdi>
            </Button>
            <span className={styles.quiet}>
              {counted(facet.members, 'member')} {facet.members === 1 ? 'lists' : 'list'} it
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
