import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberLine, RejectedLine } from '@warren/contracts';
import { ErasedIdentities } from './erased-identities.ts';

const option = { email: '--email ADDRESS', external_id: '--external-id ID' };

/** Splits a batch into lines that may be imported and rejections of the lines of erased people. */
export async function rejectErased<
  L extends { line: number; member: MemberLine; other_emails?: readonly string[] | undefined },
>(
  em: EntityManager,
  erased: ErasedIdentities,
  lines: readonly L[],
): Promise<{ lines: L[]; rejected: RejectedLine[] }> {
  const asked = lines.flatMap(({ member: { external_id = null, email = null }, other_emails = [] }, at) => [
    { at, external_id, email },
    ...other_emails.map((other) => ({ at, external_id: null, email: other.toLowerCase() })),
  ]);
  const foundAsked = await erased.erasedAmong(em, asked);
  const found = new Map<number, 'email' | 'external_id'>();
  for (const [place, field] of foundAsked) {
    const at = asked[place]?.at ?? 0;
    found.set(at, found.get(at) ?? field);
  }
  const rejected = [...found].map(([at, field]) => ({
    line: lines[at]?.line ?? 0,
    field,
    taken: false,
    erased: true as const,
    reason: `This person was erased on request and is not taken in again. Take the line out of the file; where they wish to come back themselves, say so first: npm run erasures -- allow ${option[field]}`,
  }));
  return { lines: lines.filter((_line, at) => !found.has(at)), rejected };
}
