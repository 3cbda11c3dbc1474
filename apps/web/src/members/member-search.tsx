import { useEffect, useState } from 'react';
import { SearchField } from '../ui/form/search-field.tsx';

const pauseMs = 250;
/** Limit of the server. */
const longest = 200;

/** Search field; debounced, so that the server is not queried at each letter. */
export function MemberSearch({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  const [typed, setTyped] = useState({ text: query, from: query });
  // the search was cleared from outside
  if (typed.from !== query) {
    setTyped({ text: query, from: query });
  }
  useEffect(() => {
    if (typed.text.trim() === query) {
      return undefined;
    }
    const timer = setTimeout(() => onSearch(typed.text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed.text, query, onSearch]);
  return (
    <search aria-label="Search the members">
      <SearchField
        label="Search the members"
        placeholder="Name, role, skill or interest"
        maxLength={longest}
        autoComplete="off"
        value={typed.text}
        onChange={(text) => setTyped({ text, from: query })}
      />
    </search>
  );
}
