import type { RefusalKind } from '@warren/contracts';
import { cleanText } from '../run-state/clean-text.ts';

/** A claim or a tool call that is refused; the message tells the analyst what to change. */
export class Rejection extends Error {
  override readonly name: string = 'Refused';
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    // What a model wrote may stand in it, and no database keeps a zero byte or half a character.
    super(cleanText(message.length > longest ? `${message.slice(0, longest)} …` : message));
    this.kind = kind;
  }
}

/** The claim is nearly a saved pattern: that one is to be updated, or left as it is. */
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

/** The refusal of a pattern that does not exist. */
export function unknownPattern(patternId: number): Rejection {
  return new Rejection(
    'unknown_pattern',
    `There is no pattern ${patternId}: leave pattern_id out to make a new one, or take an id from list_patterns.`,
  );
}

/** Characters of a reason: refusals are kept with the run and go into the conversation. */
const longest = 600;
