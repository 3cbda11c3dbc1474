/** Levels of lists and objects that a body may have; what Warren takes has three. */
export const maxDepth = 64;

const [quote, backslash] = ['"', '\\'];

/** Whether a JSON text nests deeper than `deepest`: what works on such a value level by level runs out of stack. */
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
