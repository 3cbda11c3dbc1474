import { describe, expect, it } from '@jest/globals';
import { holdsContact, withoutContacts } from './contacts.ts';

const terms = new Set(['ASP.NET', 'draw.io', 'Socket.IO']);
const scrub = (text: string) => withoutContacts(text, (word) => terms.has(word));

describe('withoutContacts', () => {
  it.each([
    ['write to maya.chen+art@mail.example.org now', 'write to [email] now'],
    ['mailto:a@b.co', '[email]'],
    ['maya (at) example (dot) org', '[email]'],
    ['maya at example dot org', '[email]'],
    ['see https://example.org/~maya?x=1#me.', 'see [url].'],
    ['see www.example.org, please', 'see [url], please'],
    ['my shop is mayaknits.com/shop today', 'my shop is [url] today'],
    ['I am @maya_c on most sites', 'I am [handle] on most sites'],
    ['@maya@social.example is me', '[handle] is me'],
    ['discord maya#1234', 'discord [handle]'],
    ['IG: maya.paints', 'IG: [handle]'],
    ['call +49 (0)30 1234-567', 'call [phone]'],
    ['541-555-0142 or 555.0142', '[phone] or [phone]'],
    ['at 412 N. Oak Street, Apt 3', 'at [address]'],
    ['living at 17 elm street', 'living at [address]'],
    ['Lindenstraße 12', '[address]'],
    ['P.O. Box 77', '[address]'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  it.each([
    'From 2010-2020 I made 1,000,000 things.',
    'On 2024-11-22 and 22.11.2024 we met.',
    'ASP.NET, draw.io and Socket.IO',
    'I rate it 4.5/5, at 10:30 on 3 days.',
    '3 bikes down the road, 12 drums in one place',
    'C#, F# and A# minor; e.g. this.And that',
    'I charge $1500 for 25 hours',
  ])('leaves alone: %s', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('says whether a label holds a contact', () => {
    expect(holdsContact('call me: 541 555 0142', () => false)).toBe(true);
    expect(holdsContact('2D animation', () => false)).toBe(false);
    expect(holdsContact('Node.js', () => false)).toBe(false);
  });

  it('comes to an end on long texts without spaces', () => {
    for (const text of ['a'.repeat(8_000), '1 '.repeat(4_000), 'a.'.repeat(4_000), 'a-'.repeat(4_000)]) {
      expect(scrub(`${text} b@c.org`)).toContain('[email]');
    }
  });
});
