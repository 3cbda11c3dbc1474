import { CloudOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { RequestFailed, messageOf } from '../../api/failure.ts';
import { Button } from '../button.tsx';
import styles from './states.module.css';

/** Error state: message, errors of single fields, and next action. */
export function ErrorState({
  error,
  onRetry,
  action,
}: {
  error: unknown;
  onRetry?: () => void;
  action?: ReactNode;
}) {
  const isUnreachable = error instanceof RequestFailed && error.kind === 'unreachable';
  const Icon = isUnreachable ? CloudOff : TriangleAlert;
  return (
    <section className={styles.state} role="alert">
      <Icon size={32} strokeWidth={1.5} aria-hidden className={styles.trouble} />
      <h2>{titleOf(error)}</h2>
      <div className={styles.text}>
        <p>{messageOf(error)}</p>
        <FieldErrors error={error} />
      </div>
      {(action !== undefined || onRetry !== undefined) && (
        <div className={styles.action}>{action ?? <Button onPress={onRetry}>Try again</Button>}</div>
      )}
    </section>
  );
}

/** Error messages of the server for single fields. */
function FieldErrors({ error }: { error: unknown }) {
  if (!(error instanceof RequestFailed) || error.fields.length === 0) {
    return null;
  }
  return (
    <ul className={styles.fields}>
      {error.fields.map(({ field, message }, index) => (
        <li key={index}>
          {field !== '' && <code>{field}</code>} {message}
        </li>
      ))}
    </ul>
  );
}

function titleOf(error: unknown): string {
  if (!(error instanceof RequestFailed)) {
    return 'Something broke in this page';
  }
  if (error.kind === 'unreachable') {
    return 'Warren does not answer';
  }
  if (error.kind === 'contract') {
    return 'This page and the server differ';
  }
  return error.status === 404 ? 'There is no such thing' : 'That did not work';
}
