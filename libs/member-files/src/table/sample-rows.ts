import { RecordSplitter } from './record-splitter.ts';
import type { Marks, TextRow } from './record-splitter.ts';

/** Characters of a sample that are read at once until there are rows enough. */
const stepSize = 32_768;

/** The first records of a text, and how many lines cannot be read, or only loosely. */
export interface SampleRows {
  rows: TextRow[];
  broken: number;
  loose: number;
}

/** The first records of a sample, which is not the whole file where `isWhole` is false. */
export function sampleRows(text: string, marks: Marks, isWhole: boolean, most: number): SampleRows {
  const splitter = new RecordSplitter(marks);
  const rows: TextRow[] = [];
  let broken = 0;
  for (let at = 0; at < text.length && rows.length < most; at += stepSize) {
    const isEnd = isWhole && at + stepSize >= text.length;
    for (const row of splitter.push(text.slice(at, at + stepSize), isEnd)) {
      if ('cells' in row) {
        rows.push(row);
      } else {
        broken += 1;
      }
    }
  }
  // A quote that does not close within the sample holds back all that is behind it.
  if (!isWhole && rows.length < 20) {
    return sampleRows(text, marks, true, most);
  }
  return { rows, broken, loose: Math.max(0, splitter.irregular - broken) };
}
