/** Maximum nesting of a body; those of the API have three levels. */
export const maxDepth = 64;

const [quote, backslash] = ['"', '\\'];

/** Checks whether a JSON text nests deeper than `maxDepth`: recursive code would overflow the stack on it. */
export function isNestedTooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const mark = json[at];
    if (inText) {
      if (mark === backslash) {
        at += 1;
      } else if (mark === quote) {
        inText = false;
      }
    } else if (mark === quote) {
      inText = true;
    } else if (mark === '[' || mark === '{') {
      depth += 1;
      if (depth > maxDepth) {
        return true;
      }
    } else if (mark === ']' || mark === '}') {
      depth -= 1;
    }
  }
  return false;
}
