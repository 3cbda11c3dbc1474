import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  DiscoverReply,
  ImportAnswer,
  MemberPage,
  Pattern,
  Run,
  contentTypeOfFileName,
} from '@warren/contracts';

/** Client of the gateway's REST API, as far as the start script needs it. */
export class Api {
  private readonly url: string;
  private readonly token: string | undefined;

  /** @param token that the gateway asks for, if it does */
  constructor(url: string, token?: string) {
    this.url = url;
    this.token = token;
  }

  async memberCount(): Promise<number> {
    return MemberPage.parse(await this.json('members?per_page=1')).total;
  }

  /** Sends a file of members with its name; of which format it is, its content says. */
  async importMembers(file: string): Promise<ImportAnswer> {
    const type = contentTypeOfFileName(file) ?? 'application/octet-stream';
    const body = Readable.toWeb(createReadStream(file));
    return ImportAnswer.parse(
      await this.json(`members/import?${new URLSearchParams({ file_name: basename(file) }).toString()}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
        duplex: 'half',
      }),
    );
  }

  async discover(): Promise<DiscoverReply> {
    return DiscoverReply.parse(await this.json('patterns/discover', { method: 'POST' }));
  }

  async run(id: number): Promise<Run> {
    return Run.parse(await this.json(`discovery-runs/${id}`));
  }

  async patterns(): Promise<Pattern[]> {
    return z.array(Pattern).parse(await this.json('patterns'));
  }

  /** Makes a link that logs in whoever opens it first. @returns its path */
  async loginLink(): Promise<string> {
    const response = await this.send(`${this.url}/auth/links`, { method: 'POST' });
    return z.object({ path: z.string() }).parse(await response.json()).path;
  }

  async get(path: string): Promise<Response> {
    return this.send(`${this.url}/api/v1/${path}`, {});
  }

  private async send(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.token !== undefined) {
      headers.set('authorization', `Bearer ${this.token}`);
    }
    return fetch(url, { ...init, headers });
  }

  private async json(path: string, init: RequestInit = {}): Promise<unknown> {
    const response = await this.send(`${this.url}/api/v1/${path}`, init);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text}`);
    }
    return JSON.parse(text);
  }
}
