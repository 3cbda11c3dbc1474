import { X } from 'lucide-react';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Button } from '../button.tsx';
import styles from './toasts.module.css';

/** Short message, with an undo action if it has one. */
interface Message {
  message: string;
  undo?: () => void;
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 });
const shownMs = 8_000;

/** Shows a short message. */
export function showToast(message: Message): void {
  queue.add(message, { timeout: shownMs });
}

/** Region of the messages: a landmark of its own, reached with F6. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className={styles.region ?? ''} aria-label="Messages">
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ''}>
          <ToastContent className={styles.text ?? ''}>
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
