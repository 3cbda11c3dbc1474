import type { RejectionKind } from '@warren/contracts';
import { cleanText } from '../run-state/clean-text.ts';

/** Rejection of a claim or a tool call; the message says what the analyst has to change. */
export class Rejection extends Error {
  override readonly name: string = 'Rejection';
  readonly kind: RejectionKind;

  constructor(kind: RejectionKind, message: string) {
    // It may quote a model, and the database stores no zero byte and no lone surrogate.
    super(cleanText(message.length > longest ? `${message.slice(0, longest)} …` : message));
    this.kind = kind;
  }
}

/** Rejection of a near duplicate of a saved pattern, which is to be updated or left as it is. */
export class NearDuplicate extends Rejection {
  readonly patternId: number;

  constructor(patternId: number, name: string) {
    super(
      'near_duplicate',
      `This is nearly pattern ${patternId} ("${name}"), with at least four in five of the same members: ` +
        `give pattern_id ${patternId} to update that one, or leave it.`,
    );
    this.patternId = patternId;
  }
}

/** Rejection of the id of a pattern that does not exist. */
export function unknownPattern(patternId: number): Rejection {
  return new Rejection(
    'unknown_pattern',
    `There is no pattern ${patternId}: leave pattern_id out to make a new one, or take an id from list_patterns.`,
  );
}

/** Characters of a reason: rejections are stored with the run and sent to the model. */
const longest = 600;
