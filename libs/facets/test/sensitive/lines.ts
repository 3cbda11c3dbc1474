/** The lines of examples. */
export function linesOf(examples: string): string[] {
  return examples.split('\n').filter((line) => line !== '');
}

/** The lines of examples, each with its kind. */
export function kindsAndLinesOf(examples: string): { kind: string; text: string }[] {
  return linesOf(examples).map((line) => {
    const at = line.indexOf(': ');
    return { kind: line.slice(0, at), text: line.slice(at + 2) };
  });
}
