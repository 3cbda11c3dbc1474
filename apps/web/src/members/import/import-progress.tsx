import { X } from 'lucide-react';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { ImportProgress as Progress } from '../../api/import-members.ts';
import { Button } from '../../ui/button.tsx';
import { percent } from '../../ui/format.ts';
import { formatSize } from './file-size.ts';
import styles from './import.module.css';

/** Progress of an import: uploading, then being read by the server. */
export function ImportProgress({
  file,
  progress,
  isPreview,
  onStop,
}: {
  file: File;
  progress: Progress | undefined;
  isPreview: boolean;
  onStop: () => void;
}) {
  const { sent, total } = progress ?? { sent: 0, total: file.size };
  const isSent = total > 0 && sent >= total;
  const part = total === 0 ? 0 : sent / total;
  return (
    <div className={styles.progress}>
      <ProgressBar
        className={styles.bar ?? ''}
        {...(isSent ? { isIndeterminate: true } : { value: part, maxValue: 1 })}
      >
        {({ percentage }) => (
          <>
            <Label className={styles.stage ?? ''}>
              {isSent
                ? isPreview
                  ? 'Reading the members'
                  : 'Reading and storing the members'
                : `Sending ${formatSize(total)}`}
              {!isSent && <span>{percent(part)}</span>}
            </Label>
            <svg className={styles.meter} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
              <rect width="100" height="4" className={styles.track} />
              <rect
                width={isSent ? 30 : (percentage ?? 0)}
                height="4"
                className={`${styles.done ?? ''} ${isSent ? (styles.moving ?? '') : ''}`}
              />
            </svg>
          </>
        )}
      </ProgressBar>
      <div className={styles.foot}>
        <bdi className={styles.quiet}>{file.name}</bdi>
        {(!isSent || isPreview) && (
          <Button kind="bare" onPress={onStop}>
            <X size={15} aria-hidden />
            Stop
          </Button>
        )}
      </div>
    </div>
  );
}
