/** Node of a tree of options, by their pieces. */
interface Branch {
  next: Map<string, Branch>;
  isEnd: boolean;
}

/** Makes a reader that joins the pieces of known options again: the longest at each place. */
export function wholeOptions(options: Iterable<readonly string[]>): (pieces: readonly string[]) => string[] {
  const root: Branch = { next: new Map(), isEnd: false };
  for (const option of options) {
    let branch = root;
    for (const piece of option) {
      let next = branch.next.get(piece);
      if (next === undefined) {
        next = { next: new Map(), isEnd: false };
        branch.next.set(piece, next);
      }
      branch = next;
    }
    branch.isEnd = true;
  }
  return (pieces) => {
    const entries: string[] = [];
    for (let at = 0; at < pieces.length;) {
      const length = longestAt(root, pieces, at);
      entries.push(pieces.slice(at, at + length).join(', '));
      at += length;
    }
    return entries;
  };
}

function longestAt(root: Branch, pieces: readonly string[], from: number): number {
  let length = 1;
  let branch: Branch | undefined = root;
  for (let at = from; at < pieces.length; at += 1) {
    branch = branch.next.get(pieces[at] ?? '');
    if (branch === undefined) {
      break;
    }
    if (branch.isEnd) {
      length = at - from + 1;
    }
  }
  return length;
}
