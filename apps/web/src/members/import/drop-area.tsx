import { FileUp } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { memberEndingsInWords } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import styles from './import.module.css';

/** Accepts a file by drag and drop, by button, or by pasting with the keyboard. */
export function DropArea({ onFile }: { onFile: (file: File) => void }) {
  return (
    <DropZone
      className={styles.drop ?? ''}
      aria-label="Drop a file of members here"
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => {
        const dropped = items.find((item) => item.kind === 'file');
        if (dropped !== undefined) {
          void dropped.getFile().then(onFile);
        }
      }}
    >
      <FileUp size={32} strokeWidth={1.5} aria-hidden />
      <p>Drop a file of members here, or</p>
      <FileTrigger
        onSelect={(files) => {
          const file = files?.item(0);
          if (file !== null && file !== undefined) {
            onFile(file);
          }
        }}
      >
        <Button kind="first">Choose a file</Button>
      </FileTrigger>
      <p className={styles.quiet}>
        {memberEndingsInWords}. The columns may be called as you like, in any order. The file goes to your own
        Warren and nowhere else.
      </p>
    </DropZone>
  );
}
