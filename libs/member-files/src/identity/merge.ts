import { MemberInput, memberFieldsOf } from '@warren/contracts';
import type { EmptyCells, MemberLine, PromptResponse } from '@warren/contracts';

/** Fields that an empty cell can empty: ids stay, and an empty cell never changes consent or status. */
const clearable = memberFieldsOf('email', 'name', 'text', 'list', 'answers');
type ClearableField = (typeof clearable)[number];

/** Most answers that a profile holds. */
const mostAnswers = 200;

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
  const { external_id, prompt_responses, consents, ...given } = line;
  const merged: MemberInput = {
    ...profile,
    ...filledOf(given),
    prompt_responses: mergeAnswers(profile.prompt_responses, prompt_responses, empty),
    external_id: external_id ?? profile.external_id,
    // an empty list says that there are none
    consents: consents ?? profile.consents,
  };
  const emptied = clearable.filter((field) =>
    field === 'prompt_responses'
      ? emptiesAnswer(profile, line)
      : isEmptyIn(given, field) && isFilled(profile[field]),
  );
  if (empty === 'keep') {
    return { profile: merged, emptied };
  }
  const cleared = emptied.filter((field) => field !== 'email' || merged.external_id !== null);
  const blanked = cleared.filter((field) => field !== 'prompt_responses');
  return {
    profile: { ...merged, ...Object.fromEntries(blanked.map((field) => [field, blank[field]])) },
    emptied: cleared,
  };
}

function filledOf(line: Partial<MemberLine>): Partial<MemberInput> {
  const filled = Object.entries(line).filter(([, value]) => isFilled(value));
  return Object.fromEntries(filled);
}

/**
 * The answers after a line: a question that the line does not speak of keeps its answer, and so does one whose answer is
 * empty in it, unless the import clears; an empty list then clears them all. Of too many the earliest go.
 */
function mergeAnswers(
  before: PromptResponse[],
  given: readonly PromptResponse[] | undefined,
  empty: EmptyCells,
): PromptResponse[] {
  if (given === undefined) {
    return before;
  }
  if (given.length === 0) {
    return empty === 'clear' ? [] : before;
  }
  const spoken = Map.groupBy(
    given.filter(({ response }) => empty === 'clear' || response !== ''),
    ({ prompt }) => prompt,
  );
  const asked = new Set<string>();
  const kept = before.flatMap((answer) => {
    const now = spoken.get(answer.prompt);
    const isFirst = !asked.has(answer.prompt);
    asked.add(answer.prompt);
    return now === undefined ? [answer] : isFirst ? now : [];
  });
  const more = [...spoken].flatMap(([prompt, answers]) => (asked.has(prompt) ? [] : answers));
  return [...kept, ...more].filter(({ response }) => response !== '').slice(-mostAnswers);
}

/** Whether an answer that is filled is empty in a line. */
function emptiesAnswer(
  { prompt_responses: before }: MemberInput,
  { prompt_responses: given }: MemberLine,
): boolean {
  if (given === undefined || before.length === 0) {
    return false;
  }
  return (
    given.length === 0 ||
    given.some(({ prompt, response }) => response === '' && before.some((answer) => answer.prompt === prompt))
  );
}

function isEmptyIn(line: Partial<MemberLine>, field: ClearableField): boolean {
  return line[field] !== undefined && !isFilled(line[field]);
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
