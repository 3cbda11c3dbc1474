/** Returns the code of a system or PostgreSQL error; not by class, which differs between Jest's realm and Node's. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) {
    return undefined;
  }
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Returns the message of an error with those of its causes: fetch says "fetch failed" and has the reason as cause. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return String(error);
  }
  const { message } = error;
  const cause = 'cause' in error && error.cause !== undefined ? `: ${reasonOf(error.cause)}` : '';
  return `${String(message)}${cause}`;
}
