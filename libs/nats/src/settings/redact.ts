/**
 * Removes user, password and token from every address in a text, so that it can be logged or printed; also where the
 * password has characters that an address does not allow.
 */
export function withoutCredentials(text: string): string {
  return text.replace(/([a-z][a-z\d+.-]*:\/\/)(?:(?!:\/\/)[^\s"'<>])*@/gi, '$1');
}
