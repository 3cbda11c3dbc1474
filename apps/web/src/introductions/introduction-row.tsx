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
import { holdText, messageTo, needOf, reasonOf, states } from './text.ts';
import { useIntroductionChange } from './use-introduction-change.ts';

/** An introduction: who, why, what came of it, and what to do with it. */
export function IntroductionRow({ introduction }: { introduction: Introduction }) {
  const [isOpen, setOpen] = useState(false);
  const { seeker, giver, why, mutual, state, reason, holds, held } = introduction;
  const release = useIntroductionChange(introduction, () => undefined);
  const isWaiting = held !== null && state === 'proposed';
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
          {isWaiting && <Tag tone="caution">Held</Tag>}
          {!holds && <Tag tone="caution">No longer true</Tag>}
        </p>
        <p dir="auto">{why}</p>
        <OwnReasons introduction={introduction} />
        <p className={styles.quiet}>{needOf(introduction)}</p>
        {isWaiting &&
          held.reasons.map((each) => (
            <p key={holdText(each)} className={styles.quiet} dir="auto">
              {holdText(each)}
            </p>
          ))}
        {reason !== null && (
          <p className={styles.quiet} dir="auto">
            Reason: {reason}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {isWaiting && holds && (
          <Button
            aria-label={`Release ${pair}`}
            isDisabled={release.isPending}
            onPress={() => release.mutate({ held: false })}
          >
            Release
          </Button>
        )}
        {held === null && <CopyButton text={messageTo(introduction)} label={`Copy a message to ${pair}`} />}
        <Button aria-label={`Change what came of ${pair}`} onPress={() => setOpen(true)}>
          Change
        </Button>
      </div>
      {isOpen && <StateDialog introduction={introduction} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** What the two say or list, of an introduction of the analyst. */
function OwnReasons({ introduction }: { introduction: Introduction }) {
  const { proposed_by, seeker, need, need_words, giver, offer, offer_words } = introduction;
  const reasons = [
    { person: seeker, reason: reasonOf(need, need_words) },
    { person: giver, reason: reasonOf(offer, offer_words) },
  ];
  return proposed_by === 'analyst'
    ? reasons.map(({ person, reason }) =>
        reason === undefined ? null : (
          <p key={person.id}>
            <bdi>{nameOf(person)}</bdi>, {reason.name}: <q dir="auto">{reason.text}</q>
          </p>
        ),
      )
    : null;
}
