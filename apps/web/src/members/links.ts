/** The address of what a member gave as a link; undefined where it leads to anything but the web. */
export function webAddress(text: string): string | undefined {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(written)) {
    return undefined;
  }
  const { protocol, hostname, href } = new URL(written);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : undefined;
}
