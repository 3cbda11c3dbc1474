import { useEffect, useState } from 'react';
import { SearchField } from '../../ui/form/search-field.tsx';

const pauseMs = 250;

/** Words to look for; told on after a pause, so that the server is not asked at each letter. */
export function PatternSearchField({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState({ text: value, from: value });
  // another link, or the way back, changed what is looked for
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
