import { useEffect, useState } from 'react';
import { SearchField } from '../../ui/form/search-field.tsx';

const pauseMs = 250;

/** Search field; debounced, so that the server is not queried at each letter. */
export function PatternSearchField({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState({ text: value, from: value });
  // the search was changed by a link, or by going back
  if (typed.from !== value) {
    setTyped({ text: value, from: value });
  }
  useEffect(() => {
    if (typed.text === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(typed.text), pauseMs);
    return () => clearTimeout(timer);
  }, [typed.text, value, onChange]);
  return (
    <SearchField
      label="Search the patterns"
      placeholder="Words in name or description"
      value={typed.text}
      onChange={(text) => setTyped({ text, from: value })}
    />
  );
}
