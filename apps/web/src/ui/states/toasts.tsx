import { X } from 'lucide-react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Text } from 'react-aria-components/Text';
import { Button } from '../button.tsx';
import styles from './toasts.module.css';

/** A short message, with a way back where there is one. */
export interface Said {
  message: string;
  undo?: () => void;
}

const queue = new ToastQueue<Said>({ maxVisibleToasts: 3 });
const shownMs = 8_000;

/** Tells what was done, or why it was not. */
export function say(said: Said): void {
  queue.add(said, { timeout: shownMs });
}

/** Where messages appear: a landmark of its own, reached with F6. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className={styles.region ?? ''} aria-label="Messages">
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ''}>
          <ToastContent className={styles.words ?? ''}>
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.undo !== undefined && (
            <Button
              kind="plain"
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
            >
              Undo
            </Button>
          )}
          <Button slot="close" kind="bare" aria-label="Close">
            <X size={16} aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
