/** URL of a link in a profile; undefined if it is not a web address. */
export function webAddress(text: string): string | undefined {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(written)) {
    return undefined;
  }
  const { protocol, hostname, href } = new URL(written);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : undefined;
}
