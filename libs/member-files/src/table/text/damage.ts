import type { RejectedRow, Row } from '../table.ts';

const lost = '\ufffd';

/** What remains of a letter whose UTF-8 was read as Windows-1252: "Ã¤", "Â·", "â€™". */
const doubled = /[ÃÂ][\u0080-\u00bf\u0152-\u0192\u2018-\u2122]|â€/;

/** Counts the cells of a file whose letters were lost before or while it was decoded. */
export class Damage {
  private lost = 0;
  private doubled = 0;
  private wasSuspect = false;

  /** Counts in the records that end in a piece of text; most pieces are cleared by a look at the whole. */
  count(piece: string, rows: readonly (Row | RejectedRow)[]): void {
    const isSuspect =
      piece.includes(lost) || piece.includes('Ã') || piece.includes('Â') || piece.includes('â€');
    if (isSuspect || this.wasSuspect) {
      for (const row of rows) {
        for (const cell of 'cells' in row ? row.cells : []) {
          if (typeof cell === 'string') {
            this.lost += Number(cell.includes(lost));
            this.doubled += Number(doubled.test(cell));
          }
        }
      }
    }
    this.wasSuspect = isSuspect;
  }

  /** What a person should know. */
  notes(): string[] {
    const notes: string[] = [];
    if (this.lost > 0) {
      notes.push(
        `${cells(this.lost)} letters that are lost, shown as ${lost}: export the file again as UTF-8 if they matter.`,
      );
    }
    if (this.doubled > 0) {
      notes.push(
        `${cells(this.doubled)} letters that were decoded wrongly before, like "Ã¤" for "ä": export the file again as UTF-8.`,
      );
    }
    return notes;
  }
}

function cells(count: number): string {
  return count === 1 ? 'One cell has' : `${count} cells have`;
}
