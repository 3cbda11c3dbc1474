/** Words in a row that make a passage of a quote rather than ordinary speech. */
const passage = 4;

/** Takes out of a text the passages of four words or more that stand in any of the quotes, as their member wrote them. */
export function redactor(quotes: readonly string[]): (text: string) => string {
  const runs = new Set(quotes.flatMap((quote) => runsOf(wordsIn(quote).map(({ folded }) => folded))));
  return runs.size === 0 ? (text) => text : (text) => withoutRuns(text, runs);
}

function withoutRuns(text: string, runs: ReadonlySet<string>): string {
  const words = wordsIn(text);
  const marked = new Set<number>();
  for (let at = 0; at + passage <= words.length; at += 1) {
    const run = words.slice(at, at + passage);
    if (runs.has(run.map(({ folded }) => folded).join(' '))) {
      run.forEach((_word, offset) => marked.add(at + offset));
    }
  }
  let rest = '';
  let end = 0;
  words.forEach((word, place) => {
    if (!marked.has(place)) {
      return;
    }
    rest += marked.has(place - 1) ? '' : `${text.slice(end, word.start)}…`;
    end = word.end;
  });
  return rest + text.slice(end);
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(passage - 1).map((_word, at) => words.slice(at, at + passage).join(' '));
}

function wordsIn(text: string): { folded: string; start: number; end: number }[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}’']+/gu), (match) => ({
    folded: match[0].normalize('NFKC').toLocaleLowerCase('en'),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
