/** Browser of somebody: keeps the cookies of each origin, and follows redirects one by one. */
export class Visitor {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Sends a request with the cookies of its origin, and keeps those of the answer; follows no redirect. */
  async request(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.jarOf(url);
    const headers = new Headers(init.headers);
    if (jar.size > 0) {
      headers.set('cookie', Array.from(jar, ([name, value]) => `${name}=${value}`).join('; '));
    }
    const answer = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0\b/i.test(line)) {
        jar.delete(name);
      } else {
        jar.set(name, value);
      }
    }
    return answer;
  }

  /** Follows redirects as long as `until` is not true of the next address; returns that, or of the last answer its own. */
  async follow(start: string | URL, until: (url: URL) => boolean): Promise<URL> {
    let url = new URL(start);
    for (let step = 0; step < 10 && !until(url); step += 1) {
      const answer = await this.request(url);
      await answer.body?.cancel();
      const next = answer.headers.get('location');
      if (next === null) {
        return url;
      }
      url = new URL(next, url);
    }
    return url;
  }

  cookie(url: string | URL, name: string): string | undefined {
    return this.jarOf(url).get(name);
  }

  setCookie(url: string | URL, name: string, value: string): void {
    this.jarOf(url).set(name, value);
  }

  private jarOf(url: string | URL): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}
