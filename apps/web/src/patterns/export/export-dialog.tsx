import { FileBraces, FileSpreadsheet, FileText } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Pattern } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { counted } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import styles from './export-dialog.module.css';
import { patternsAsCsv, patternsAsJson } from './export.ts';
import { patternsAsReport } from './report.ts';

const kinds: {
  name: string;
  about: string;
  Icon: LucideIcon;
  file: string;
  type: string;
  write: (patterns: readonly Pattern[]) => string;
}[] = [
  {
    name: 'CSV',
    about: 'One line a pattern, for a spreadsheet',
    Icon: FileSpreadsheet,
    file: 'patterns.csv',
    type: 'text/csv',
    write: patternsAsCsv,
  },
  {
    name: 'JSON',
    about: 'Everything, as the API tells it',
    Icon: FileBraces,
    file: 'patterns.json',
    type: 'application/json',
    write: patternsAsJson,
  },
  {
    name: 'Report',
    about: 'Markdown to hand round; it names no member',
    Icon: FileText,
    file: 'patterns.md',
    type: 'text/markdown',
    write: (patterns) => patternsAsReport(patterns, new Date()),
  },
];

/** Export formats. */
export function ExportDialog({ patterns, onClose }: { patterns: readonly Pattern[]; onClose: () => void }) {
  return (
    <Dialog title={`Export ${counted(patterns.length, 'pattern')}`} isOpen onClose={onClose}>
      <ul className={styles.kinds}>
        {kinds.map(({ name, about, Icon, file, type, write }) => (
          <li key={name}>
            <Icon size={22} strokeWidth={1.6} aria-hidden />
            <div>
              <strong>{name}</strong>
              <p>{about}</p>
            </div>
            <Button
              aria-label={`Save as ${name}`}
              onPress={() => {
                saveFile(file, type, write(patterns));
                onClose();
              }}
            >
              Save
            </Button>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button kind="bare" onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
