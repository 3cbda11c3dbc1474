import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import type { SearchFieldProps } from 'react-aria-components/SearchField';
import styles from './field.module.css';

/** Search field. */
export function SearchField({
  label,
  placeholder,
  ...rest
}: Omit<SearchFieldProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  label: string;
  placeholder?: string;
}) {
  return (
    <AriaSearchField {...rest} aria-label={label} className={styles.search ?? ''}>
      <Search size={16} aria-hidden className={styles.glass} />
      <Input className={styles.input ?? ''} placeholder={placeholder} />
      <Button className={styles.clear ?? ''} aria-label="Clear the search">
        <X size={15} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
