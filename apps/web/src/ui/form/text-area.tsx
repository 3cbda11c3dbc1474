import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps } from 'react-aria-components/TextField';
import styles from './field.module.css';

/** Text field of several lines, with a hint and its error message below. */
export function TextArea({
  label,
  hint,
  problem,
  rows,
  ...rest
}: Omit<TextFieldProps, 'className' | 'style' | 'children'> & {
  label: string;
  hint?: string;
  problem?: string | undefined;
  rows: number;
}) {
  return (
    <AriaTextField {...rest} isInvalid={problem !== undefined} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <AriaTextArea className={`${styles.input ?? ''} ${styles.area ?? ''}`} rows={rows} dir="auto" />
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.problem ?? ''}>{problem}</FieldError>
    </AriaTextField>
  );
}
