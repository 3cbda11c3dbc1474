import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from './button.tsx';
import { count } from './format.ts';
import styles from './pager.module.css';

/** Pagination of a list. */
export function Pager({
  page,
  perPage,
  total,
  label,
  onPage,
}: {
  page: number;
  perPage: number;
  total: number;
  label: string;
  onPage: (page: number) => void;
}) {
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (pages === 1) {
    return null;
  }
  const from = Math.min(total, (page - 1) * perPage + 1);
  return (
    <nav aria-label={label} className={styles.pager}>
      {pages > 2 && (
        <Button kind="plain" aria-label="First page" isDisabled={page <= 1} onPress={() => onPage(1)}>
          <ChevronFirst size={16} aria-hidden />
        </Button>
      )}
      <Button kind="plain" aria-label="Page before" isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
        <ChevronLeft size={16} aria-hidden />
      </Button>
      <span aria-live="polite">
        {count(from)}–{count(Math.min(total, page * perPage))} of {count(total)}
      </span>
      <Button kind="plain" aria-label="Next page" isDisabled={page >= pages} onPress={() => onPage(page + 1)}>
        <ChevronRight size={16} aria-hidden />
      </Button>
      {pages > 2 && (
        <Button kind="plain" aria-label="Last page" isDisabled={page >= pages} onPress={() => onPage(pages)}>
          <ChevronLast size={16} aria-hidden />
        </Button>
      )}
    </nav>
  );
}
