/** Page for somebody whose login failed. It has no style: the content security policy allows none in a page. */
export function loginFailedPage(reason: string): string {
  const text = reason.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not logged in</title></head>
<body><main><h1>Not logged in</h1><p>${text}</p><p><a href="/auth/login">Log in again</a></p></main></body>
</html>
`;
}
