import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Introduction } from '@warren/contracts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { nameOf } from '../ui/name-of.ts';
import { Person } from '../ui/person.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './introductions.module.css';
import { StateDialog } from './state-dialog.tsx';
import { messageTo, needOf, states } from './text.ts';

/** An introduction: who, why, what came of it, and what to do with it. */
export function IntroductionRow({ introduction }: { introduction: Introduction }) {
  const [isOpen, setOpen] = useState(false);
  const { seeker, giver, why, mutual, state, reason, holds } = introduction;
  const { name, tone } = states[state];
  const pair = `${nameOf(seeker)} and ${nameOf(giver)}`;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.pair}>
          <Person member={seeker} />
          <ArrowLeft size={15} aria-label="can be helped by" />
          <Person member={giver} />
          <Tag tone={tone}>{name}</Tag>
          {mutual && <Tag>Swap</Tag>}
          {!holds && <Tag tone="caution">No longer true</Tag>}
        </p>
        <p dir="auto">{why}</p>
        <p className={styles.quiet}>{needOf(introduction)}</p>
        {reason !== null && (
          <p className={styles.quiet} dir="auto">
            Reason: {reason}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <CopyButton text={messageTo(introduction)} label={`Copy a message to ${pair}`} />
        <Button aria-label={`Change what came of ${pair}`} onPress={() => setOpen(true)}>
          Change
        </Button>
      </div>
      {isOpen && <StateDialog introduction={introduction} onClose={() => setOpen(false)} />}
    </li>
  );
}
