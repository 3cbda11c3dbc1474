import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { ThemeDetail, ThemeList, requests } from '@warren/contracts';
import type { RequestInput, ReplyOf, ThemeDefinition } from '@warren/contracts';
import { accessibilityProblems } from '../browser/accessible.ts';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere } from '../browser/problems.ts';
import { plainRequest } from './plain-request.ts';

const grafting: ThemeDefinition = {
  label: 'Grafting',
  side: 'has',
  definition: 'Grafts fruit trees, or shows others how it is done.',
  excludes: 'Planting trees as such.',
};
const dark: ThemeDefinition = {
  label: 'Out after dark',
  side: 'is',
  definition: 'Works at night, or is outside when others sleep.',
  excludes: '',
};
const later: ThemeDefinition = {
  label: 'A hand at the harvest',
  side: 'needs',
  definition: 'Looks for somebody who helps in the weeks of the harvest.',
  excludes: '',
};
/** Words by which the test, in place of a model, finds a theme in a text. */
const words: Readonly<Record<string, RegExp>> = {
  [grafting.label]: /\bgraft|\bcuttings\b/i,
  [dark.label]: /\bnight\b|\bin the dark\b|\bdusk\b/i,
};

type Judgement = RequestInput<'themes.judge'>['judgements'][number];

describe('the themes', () => {
  let setup: BrowserSystem;
  let nats: NatsConnection;

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
    // member-profile may reply to the services that ask it, and to nobody else
    nats = await connect({ servers: setup.system.nats.url, inboxPrefix: '_INBOX.pattern-finder' });
  });

  afterAll(async () => {
    await nats.close();
    await setup.close();
  });

  const define = async (...themes: ThemeDefinition[]) =>
    plainRequest(nats, 'themes.define', { themes }, requests['themes.define'].reply);
  const list = async (query = ''): Promise<ThemeList> =>
    ThemeList.parse((await setup.system.call(`themes${query}`)).body);
  const idOf = async (label: string): Promise<number> =>
    (await list('?dismissed=true')).themes.find((theme) => theme.label === label)!.id;
  const read = async (label: string): Promise<ThemeDetail> =>
    ThemeDetail.parse((await setup.system.call(`themes/${await idOf(label)}`)).body);

  /** Judges everybody, as the analyst would, by the words of each theme. */
  async function judgeAll(): Promise<void> {
    for (;;) {
      const { themes, members } = await plainRequest(
        nats,
        'themes.to-judge',
        { limit: 25 },
        requests['themes.to-judge'].reply,
      );
      if (members.length === 0) {
        return;
      }
      const judgements = members.map((member): Judgement => ({
        member_id: member.member_id,
        text_hash: member.text_hash,
        theme_ids: themes.map(({ id }) => id),
        codes: themes.flatMap(({ id, label }) => codeOf(member, id, words[label])),
      }));
      const stored = await plainRequest(nats, 'themes.judge', { judgements }, requests['themes.judge'].reply);
      expect(stored).toMatchObject({
        stored: members.length,
        outdated: [],
      });
    }
  }

  it('say how they come about while there are none, without an accessibility problem', async () => {
    expect((await list()).themes).toEqual([]);
    expect(
      await problemsEverywhere(setup, '/app/themes', async (page) => {
        await page.getByRole('heading', { name: 'No themes yet' }).waitFor();
        await page.getByText(/takes a key for the model/).waitFor();
        await page.getByText(/Without a key there are no themes/).waitFor();
      }),
    ).toEqual([]);
  }, 240_000);

  describe('once members are judged', () => {
    beforeAll(async () => {
      await define(grafting, dark);
      await judgeAll();
      // nobody is judged for this one
      await define(grafting, dark, later);
    });

    it('are listed with how many carry them, and whether they are tested', async () => {
      const { themes, written } = await list();
      expect(themes.map(({ label }) => label).toSorted()).toEqual(
        [later, grafting, dark].map(({ label }) => label).toSorted(),
      );
      const known = themes.find(({ label }) => label === grafting.label)!;
      expect(known.members).toBeGreaterThan(1);
      expect(known).toMatchObject({ judged: written, untested: null });
      expect(
        await problemsEverywhere(setup, '/app/themes', async (page) => {
          const row = (label: string) =>
            page.getByRole('list', { name: 'Themes' }).getByRole('listitem').filter({ hasText: label });
          const first = row(grafting.definition);
          await first.getByText('Can give or do it').waitFor();
          await first
            .getByText(new RegExp(`^${known.members} of ${written} who were read, \\d+–\\d+%$`))
            .waitFor();
          await first.getByText('It takes part in tests beyond chance.').waitFor();
          await row(later.label).getByText('Nobody was read for it yet').waitFor();
          await row(later.label)
            .getByText(/It takes no part in tests yet/)
            .waitFor();
          await page.getByText(`3 themes. 0 of ${written} members`).waitFor();
        }),
      ).toEqual([]);
    }, 240_000);

    it('are shown with the words of members, who are named, and a member with the themes', async () => {
      const { id, codes } = await read(dark.label);
      const [{ member, quote }] = codes as [ThemeDetail['codes'][number]];
      const name = `${member.first_name} ${member.last_name}`;
      expect(
        await problemsEverywhere(setup, `/app/themes/${id}`, async (page) => {
          const said = page.getByRole('region', { name: 'In their own words' });
          await said.getByRole('figure').filter({ hasText: quote }).getByRole('link', { name }).waitFor();
          expect(await said.getByRole('figure').count()).toBe(codes.length);
          await page.getByRole('region', { name: 'What counts' }).getByText(dark.definition).waitFor();
        }),
      ).toEqual([]);
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/themes/${id}`);
      await page.getByRole('link', { name }).first().click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      const facets = page.getByRole('region', { name: 'Facets' });
      await facets.getByText('Themes', { exact: true }).waitFor();
      await facets.getByRole('figure').filter({ hasText: quote }).first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await facets.getByRole('link', { name: dark.label }).click();
      await page.waitForURL('**/themes?key=*');
      await page.getByText(/^1 theme\./).waitFor();
      await page.goto('/app/themes/99999');
      await page.getByText('There is no theme 99999.').waitFor();
      expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
      await close();
    }, 240_000);

    it('are merged into what members list and taken apart, by the keyboard alone', async () => {
      const { id, same_as, key } = await read(grafting.label);
      const [listed] = same_as as [(typeof same_as)[number]];
      expect(listed).toMatchObject({ key: 'skill:grafting' });
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/themes/${id}`);
      const merge = page.getByRole('button', { name: /^Means the same as Grafting \(skill\)$/i });
      await merge.focus();
      await page.keyboard.press('Enter');
      const same = page.getByRole('region', { name: 'Means the same as', exact: true });
      await same.getByText('grafting (skill)').waitFor();
      await page.locator('h2:focus').getByText('Means the same as', { exact: true }).waitFor();
      await page.getByText(/no part in tests of its own/).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await read(grafting.label)).toMatchObject({ merged_into: listed.key, key: listed.key });
      await same.getByRole('button', { name: 'Take back' }).press('Enter');
      await merge.waitFor();
      await page.locator('h2:focus').getByText('Means the same as …').waitFor();
      expect(await read(grafting.label)).toMatchObject({ merged_into: null, key });
      // the message of the last change takes it back too
      await page
        .getByRole('alertdialog')
        .filter({ hasText: 'A theme of its own again.' })
        .getByRole('button', { name: 'Undo' })
        .press('Enter');
      await same.waitFor();
      expect(await read(grafting.label)).toMatchObject({ merged_into: listed.key });
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('are called not useful, no longer listed, and brought back', async () => {
      const id = await idOf(later.label);
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/themes/${id}`);
      await page.getByRole('button', { name: 'Not useful' }).press('Enter');
      await page.getByRole('button', { name: 'Bring back' }).waitFor();
      expect((await list()).themes.map((theme) => theme.id)).not.toContain(id);
      await page.getByRole('link', { name: 'All themes' }).click();
      await page.getByText(/^2 themes\./).waitFor();
      await page.getByRole('combobox', { name: 'Show' }).selectOption('all');
      await page.waitForURL('**/themes?show=all');
      await page.getByText(/^3 themes\./).waitFor();
      await page
        .getByRole('listitem')
        .filter({ hasText: later.label })
        .getByText('Not useful', { exact: true })
        .waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('link', { name: later.label }).press('Enter');
      await page.getByRole('button', { name: 'Bring back' }).press('Enter');
      await page.getByRole('button', { name: 'Not useful' }).waitFor();
      expect((await list()).themes.map((theme) => theme.id)).toContain(id);
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);
  });
});

/** The first sentence of what a member wrote of himself or herself that has the words of a theme. */
function codeOf(
  { bio }: ReplyOf<'themes.to-judge'>['members'][number],
  theme_id: number,
  pattern: RegExp | undefined,
): Judgement['codes'] {
  const quote = bio
    .split(/(?<=[.!?])\s+/)
    .find((sentence) => sentence.length >= 12 && pattern?.test(sentence) === true);
  return quote === undefined ? [] : [{ theme_id, field: 'bio', quote }];
}
