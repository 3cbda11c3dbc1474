import type { ColumnRole } from '@warren/contracts';
import type { Cell } from '../table/table.ts';

/** How one column is read. */
export interface Column {
  /** Name of its heading. */
  name: string;
  role: ColumnRole;
  /** How sure the reader is, 0 to 1; 1 where a mapping says so. */
  confidence: number;
  /** Why it has this role, within a sentence: 'heading "Fähigkeiten"', "every value is an e-mail address". */
  reason: string;
  /** Label that a tick in this column means; the role is then the field it goes to. */
  option?: string;
  /** What a yes says of the membership, for `membership_status`: no says the opposite. */
  yes?: 'active' | 'cancelled';
  /** Wording of the question, for `prompt_responses`. */
  prompt?: string;
}

/** Values of one column in the sampled rows, in their order; empty ones included. */
export type ColumnSample = readonly Cell[];
