import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberLine, RejectedLine } from '@warren/contracts';
import { ErasedIdentities } from './erased-identities.ts';

const option = { email: '--email ADDRESS', external_id: '--external-id ID' };

/** Splits a batch into lines that may be imported and rejections of the lines of erased people. */
export async function rejectErased<L extends { line: number; member: MemberLine }>(
  em: EntityManager,
  erased: ErasedIdentities,
  lines: readonly L[],
): Promise<{ lines: L[]; rejected: RejectedLine[] }> {
  const found = await erased.erasedAmong(
    em,
    lines.map(({ member: { external_id = null, email = null } }) => ({ external_id, email })),
  );
  const rejected = [...found].map(([at, field]) => ({
    line: lines[at]?.line ?? 0,
    field,
    taken: false,
    erased: true as const,
    reason: `This person was erased on request and is not taken in again. Take the line out of the file; where they wish to come back themselves, say so first: npm run erasures -- allow ${option[field]}`,
  }));
  return { lines: lines.filter((_line, at) => !found.has(at)), rejected };
}
