import { MemberInput, memberFieldsOf } from '@warren/contracts';
import type { EmptyCells, MemberLine } from '@warren/contracts';

/** Fields that an empty cell can empty: ids stay, and an empty cell never changes consent or status. */
const clearable = memberFieldsOf('email', 'name', 'text', 'list', 'answers');
type ClearableField = (typeof clearable)[number];

/** A profile after a line, and the fields that were filled and are empty in the line. */
interface Merged {
  profile: MemberInput;
  emptied: ClearableField[];
}

const defaults = MemberInput.parse({ external_id: 'x' });
const blank: MemberInput = { ...defaults, external_id: null };

/** A new member with the defaults of every field. */
export function newMember(isPublic = true): MemberInput {
  return { ...blank, is_public: isPublic };
}

/**
 * Merges a line into a profile: fields that the line lacks stay, and so do its empty ones, unless the import clears. An
 * e-mail address that is the member's only identifier always stays.
 */
export function mergeLine(profile: MemberInput, line: MemberLine, empty: EmptyCells): Merged {
  const { external_id, ...given } = line;
  const merged: MemberInput = {
    ...profile,
    ...filledOf(given),
    external_id: external_id ?? profile.external_id,
  };
  const emptied = clearable.filter((field) => isEmptyIn(given, field) && isFilled(profile[field]));
  if (empty === 'keep') {
    return { profile: merged, emptied };
  }
  const cleared = emptied.filter((field) => field !== 'email' || merged.external_id !== null);
  return {
    profile: { ...merged, ...Object.fromEntries(cleared.map((field) => [field, blank[field]])) },
    emptied: cleared,
  };
}

function filledOf(line: Partial<MemberLine>): Partial<MemberInput> {
  const filled = Object.entries(line).filter(([, value]) => isFilled(value));
  return Object.fromEntries(filled);
}

function isEmptyIn(line: Partial<MemberLine>, field: ClearableField): boolean {
  return line[field] !== undefined && !isFilled(line[field]);
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
