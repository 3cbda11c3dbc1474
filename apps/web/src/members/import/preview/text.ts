import { MemberField } from '@warren/contracts';
import type {
  ColumnReport,
  IdentityKind,
  ImportPreview,
  LostFields,
  RejectionsByReason,
} from '@warren/contracts';
import { count, counted, listed } from '../../../ui/format.ts';
import { memberFieldNames } from '../../field-names.ts';
import { isCorrected } from './roles.ts';

/** Confidence below which a column is shown as a guess. */
const sure = 0.6;

const identities: Record<IdentityKind, string> = {
  external_id: 'member number or id',
  email: 'e-mail address',
  name: 'name',
  line: 'what their row says',
};

/** Says what the members of a file are told apart by. */
export function identityText(kinds: readonly IdentityKind[]): string {
  if (kinds.length === 0) {
    return 'Nothing in the file tells its members apart.';
  }
  const [first, ...others] = kinds.map((kind) => identities[kind]);
  const said = [first, ...others.map((kind) => `else by ${kind}`)].join(', ');
  return `Members are told apart by ${said}.`;
}

/** Says in which fields an import would lose what stands there; undefined if in none. */
export function lossText({ fields, members, by_field }: LostFields): string | undefined {
  if (fields === 0) {
    return undefined;
  }
  const parts = by_field
    .filter((entry) => entry.members > 0)
    .map((entry) => `${memberFieldNames[entry.field]} of ${counted(entry.members, 'member')}`);
  const where =
    parts.length > 0 ? listed(parts) : `${counted(fields, 'field')} of ${counted(members, 'member')}`;
  return `This import loses something that members have now: ${where}.`;
}

/** What a person should know before the import, a sentence each. */
export function warningsOf(preview: ImportPreview): string[] {
  const { reading, mapping, members, analysed, facets, lost, made_private, made_public, absent, absent_of } =
    preview;
  const { rejected, rejected_lines } = preview;
  const loss = lossText(lost);
  const guesses = reading.columns.filter((column) => isGuess(column) && !isCorrected(mapping, column)).length;
  return [
    ...(members === 0 ? ['No member was read from this file.'] : []),
    ...(loss === undefined ? [] : [loss]),
    ...(rejected_lines > 0
      ? [`${counted(rejected_lines, 'line is', 'lines are')} not taken: the reasons are below.`]
      : []),
    ...(rejected.some(({ taken }) => taken)
      ? ['Some values cannot be used, so that their members are taken without them: the reasons are below.']
      : []),
    ...(made_private > 0
      ? [`${counted(made_private, 'public member becomes', 'public members become')} private.`]
      : []),
    ...(made_public > 0
      ? [`${counted(made_public, 'private member becomes', 'private members become')} public.`]
      : []),
    ...(absent !== undefined && absent > 0
      ? [
          absent_of === undefined
            ? `${counted(absent, 'member')} who ${absent === 1 ? 'is' : 'are'} not in the file will be marked as gone.`
            : `The file lacks ${count(absent)} of ${counted(absent_of, 'member')}: whether to mark them as gone is asked first.`,
        ]
      : []),
    ...(members > 0 && analysed === 0
      ? ['None of these members is public and present: no analysis looks at any of them.']
      : []),
    ...(analysed > 0 && facets.length === 0
      ? ['Nothing was read that patterns can be found in: choose what these columns are.']
      : []),
    ...(guesses > 0
      ? [`${counted(guesses, 'column is', 'columns are')} read by a guess: please check.`]
      : []),
  ];
}

/** Whether Warren reads a column by a guess that a person should check. */
export function isGuess({ confidence, role }: Pick<ColumnReport, 'confidence' | 'role'>): boolean {
  return confidence < sure && role !== 'ignored';
}

/** Says how many members patterns can be found among, where these are not all; undefined if they are all, or none. */
export function analysedText({
  members,
  analysed,
}: Pick<ImportPreview, 'members' | 'analysed'>): string | undefined {
  return analysed === 0 || analysed === members
    ? undefined
    : `${count(analysed)} of these ${counted(members, 'member')} ${analysed === 1 ? 'is' : 'are'} public and present: patterns are found among them alone.`;
}

/** Says why something is rejected, with the field as people call it: "E-mail: ..." */
export function reasonText(reason: string): string {
  const [, field, rest] = /^([a-z_]+): (.*)$/s.exec(reason) ?? [];
  const known = MemberField.safeParse(field).data;
  return known === undefined || rest === undefined ? reason : `${memberFieldNames[known]}: ${rest}`;
}

/** Says which columns are not read; undefined if all are. */
export function ignoredText(columns: readonly ColumnReport[]): string | undefined {
  const names = columns.filter(({ role }) => role === 'ignored').map(({ name }) => `“${name}”`);
  return names.length === 0
    ? undefined
    : `${counted(names.length, 'column is', 'columns are')} not read: ${listed(names)}.`;
}

/** Lists the first lines of a rejection: "3, 4, 5 and 12 more". */
export function linesText({ first, lines }: Pick<RejectionsByReason, 'first' | 'lines'>): string {
  const more = lines - first.length;
  const named = first.map(count).join(', ');
  if (named === '') {
    return count(lines);
  }
  return more > 0 ? `${named} and ${count(more)} more` : named;
}

/** The button that imports. */
export function importLabel(members: number): string {
  return `Import ${counted(members, 'member')}`;
}
