import type { Rejection } from '../source/source.ts';

/** The identifiers of a member. */
export interface Identity {
  external_id: string | null;
  email: string | null;
}

/** The identifiers of a line; an absent e-mail address stays as it is. */
interface GivenIdentity {
  external_id?: string | null | undefined;
  email?: string | null | undefined;
}

/** The member of a line, undefined for a new one, and the rejection of its e-mail address, if any. */
interface Owner<Known> {
  member: Known | undefined;
  withoutEmail: Rejection | undefined;
}

/**
 * Resolves lines to members as an import does, line after line: by external_id, else by e-mail. A line with the e-mail
 * address of a member without external_id updates that member.
 */
export class Identities<Known extends Identity> {
  private readonly byExternalId = new Map<string, Known>();
  private readonly byEmail = new Map<string, Known>();

  constructor(known: Iterable<Known> = []) {
    for (const member of known) {
      this.index(member);
    }
  }

  /**
   * Finds the member of a line. If its e-mail address belongs to another member, only the address is rejected: the line is
   * identified by its external_id.
   */
  ownerOf({ external_id = null, email = null }: GivenIdentity): Owner<Known> {
    const own = external_id === null ? undefined : this.byExternalId.get(external_id);
    const mailed = email === null ? undefined : this.byEmail.get(email);
    const isOther =
      mailed !== undefined &&
      mailed !== own &&
      (own !== undefined || (external_id !== null && mailed.external_id !== null));
    return isOther
      ? { member: own, withoutEmail: { field: 'email', reason: belongsTo(mailed) } }
      : { member: own ?? mailed, withoutEmail: undefined };
  }

  /** Assigns a known or new member its identifiers. */
  take(member: Known, { external_id, email }: Identity): void {
    if (member.email !== null && member.email !== email) {
      this.byEmail.delete(member.email);
    }
    member.external_id = external_id;
    member.email = email;
    this.index(member);
  }

  private index(member: Known): void {
    if (member.external_id !== null) {
      this.byExternalId.set(member.external_id, member);
    }
    if (member.email !== null) {
      this.byEmail.set(member.email, member);
    }
  }
}

function belongsTo({ external_id }: Identity): string {
  const whose = external_id === null ? 'imported without external_id' : `external_id ${external_id}`;
  return `belongs to another member (${whose}): correct it or leave it out`;
}
