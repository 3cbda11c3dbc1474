import { useEffect, useState } from 'react';
import { SearchField } from '../ui/form/search-field.tsx';

const pauseMs = 250;
/** The server takes no more. */
const longest = 200;

/** Words to look for; told on after a pause, so that the server is not asked at each letter. */
export function MemberSearch({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const [typed, setTyped] = useState({ text: words, from: words });
  // the search was cleared from outside
  if (typed.from !== words) {
    setTyped({ text: words, from: words });
  }
  useEffect(() => {
    if (typed.text.trim() === words) {
      return undefined;
    }
    const timer = setTimeout(() => onSearch(typed.text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed.text, words, onSearch]);
  return (
    <search aria-label="Search the members">
      <SearchField
        label="Search the members"
        placeholder="Name, role, skill or interest"
        maxLength={longest}
        autoComplete="off"
        value={typed.text}
        onChange={(text) => setTyped({ text, from: words })}
      />
    </search>
  );
}
