import { describe, expect, it } from '@jest/globals';
import { holdsContact, withoutContacts } from './contacts.ts';
import { stripInvisible } from './strip-invisible.ts';

const terms = new Set(['ASP.NET', 'draw.io', 'Socket.IO']);
const scrub = (text: string) => withoutContacts(stripInvisible(text), (word) => terms.has(word));

describe('withoutContacts', () => {
  it.each([
    ["o'neil+art@example.org", '[email]'],
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
    'mäya@bücher.example',
    'maya＠example.org',
    'maya@exa\u200bmple.org',
    'm\u00adaya@\u2060example.org',
    'MAYA@EXAMPLE.CO.UK',
    'maya&#64;example.org',
    'maya@[192.0.2.7]',
    'maya [at] example.org',
    'maya[at]example[dot]org',
    'maya <at> mail <dot> example <dot> org',
    'maya (at) example.org',
    'maya_at_example_dot_org',
    'maya AT example DOT org',
    'maya @ example.org',
    'maya @example.org',
    'maya dot chen at example dot org',
    'maya underscore c at mail dot example dot org',
    'maya arroba example punto org',
    'maya.c at example.org',
    'mayac at gmail.com',
    'maya.c at gmail',
    'maya(at)gmail',
    'maya@home',
    '𝓶𝓪𝔂𝓪@example.org',
  ])('redacts the e-mail address in: %s', (address) => {
    expect(scrub(`write to (${address}), or come by`)).toBe('write to ([email]), or come by');
  });

  it.each([
    'http://example.org/~maya',
    'HTTPS://EXAMPLE.ORG',
    'hxxps://example.org/maya',
    'ftp://files.example.org',
    'www.maya-knits.example/shop?x=1',
    'mayaknits.com',
    'mayaknits.pottery.shop/new',
    'maya.rocks',
    'xn--my-hia.com',
    'bücher.example',
    'пример.рф',
    'xn--e1afmkfd.xn--p1ai',
    'http://203.0.113.7:8080/maya',
    '203.0.113.7:8080/maya',
    'http://[2001:db8::1]/maya',
    '2001:db8::1:7',
    'mayaknits[.]com',
    'mayaknits dot com',
    'mayaknits dot com slash shop',
    'mayaknits . com',
    't.me/maya',
    'instagram.com/maya.c',
    'linkedin.com/in/maya-chen-77',
    'maya.bsky.social',
  ])('redacts the URL in: %s', (url) => {
    expect(scrub(`look at ${url}, please`)).toBe('look at [url], please');
    expect(scrub(`[here](${url})`)).toBe(`[here]([url])`);
  });

  it.each([
    ['@maya_c.paints', '[handle]'],
    ['＠maya_c', '[handle]'],
    ['@maya:matrix.example', '[handle]'],
    ['u/maya_c', '[handle]'],
    ['/in/maya-chen-1a2b3c', '/[handle]'],
    ['maya#12345', '[handle]'],
    ['IG: mayac', 'IG: [handle]'],
    ['insta = mayac', 'insta = [handle]'],
    ['Discord – mayac', 'Discord – [handle]'],
    ['my Instagram is maya_c', 'my Instagram is [handle]'],
    ['find me on Telegram as mayac', 'find me on Telegram as [handle]'],
    ['username: mayac', 'username: [handle]'],
    ['my handle is mayac', 'my handle is [handle]'],
    ['maya_c on TikTok', '[handle] on TikTok'],
    ['linkedin in/mayachen', 'linkedin [handle]'],
    ['LinkedIn: /in/mayachen', 'LinkedIn: [handle]'],
    ['github/mayac', 'github/[handle]'],
    ['skype: live:.cid.77aa', 'skype: [handle]'],
  ])('redacts the handle in: %s', (text, expected) => {
    expect(scrub(`${text}, see you`)).toBe(`${expected}, see you`);
  });

  it.each([
    '+1 541 555 0123',
    '(541) 555-0123',
    '541.555.0123',
    '1-541-555-0123 ext. 77',
    '(541) 555-0123 x77',
    '0049 30 901820',
    '0049 30 901820 12345',
    '+49\u00a030\u00a0901\u00a0820',
    '+４９ ３０ ９０１８２０',
    '٠٥٥ ١٢٣ ٤٥٦٧',
    '541 – 555 – 0123',
    '541·555·0123',
    '06 12 34 56 78',
    '+44 (0)20 7946 0018',
    '555-0123',
    '5415550123',
    '541-555-CLAY',
    '1-800-POTTERY',
    'five four one, five five five, oh one two three',
  ])('redacts the number in: %s', (number) => {
    expect(scrub(`ring me (${number}) at night`)).toBe('ring me ([phone]) at night');
    expect(scrub(`tel:${number}`)).toBe('tel:[phone]');
    expect(scrub(`Tel.${number}, ask`)).toBe('Tel.[phone], ask');
  });

  it.each([
    '412 Siskiyou Blvd, Apt 3',
    '412 SISKIYOU BLVD #3',
    '412 North 5th St.',
    '412½ Oak Lane',
    '17 elm street',
    '17 old mill avenue',
    '412 siskiyou road',
    '412 Siskiyou Blvd, Ashland, OR 97520',
    '412 Siskiyou Blvd, Apt 3, Ashland, Oregon 97520-1234',
    '24601 Highway 99',
    '14 rue des Lilas',
    '14 bis, rue des lilas',
    "3 place de l'Église, 75011 Paris",
    '7 AVENUE DE LA RÉPUBLIQUE',
    'Hauptstraße 12',
    'HAUPTSTRASSE 12',
    'Lange Str. 5a, 10115 Berlin',
    'Am Markt 3, 10115 Berlin',
    'Prinsengracht 263',
    'Altstadtring 9',
    'Calle Mayor, 12',
    'C/ Mayor 12',
    'Via Roma 8',
    'Rua das Flores, 15',
    'ul. Długa 5',
    'PO Box 88',
    'P. O. Box 88',
    'Postfach 12 34 56',
    'RR 2 Box 15',
    'OR 97520',
    'zip 97520',
    'SW1A 1AA',
    '42.19462, -122.70947',
    '///filled.count.soap',
  ])('redacts the address in: %s', (address) => {
    expect(scrub(`come to ${address}; the kettle is on`)).toBe('come to [address]; the kettle is on');
  });

  it.each([
    'From 2010-2020 I made 1,000,000 things.',
    'On 2024-11-22 and 22.11.2024 we met; 2024-11-22 10:30 it was, or 11/22/24.',
    'ASP.NET, draw.io and Socket.IO, kepler.gl, node.js, Vue.js, main.py and README.md',
    'I rate it 4.5/5, at 10:30 on 3 days.',
    '3 bikes down the road, 12 drums in one place',
    'C#, F# and A# minor; e.g. this.And that, i.e. clay.In summer I fire.It works.',
    'I charge $1500 for 25 hours, 1 000 000 steps, 2 000 000 €, 12360.51 a year',
    'A 4x4, C++ 17, 3D printing, 9 to 5, a 1200 Baud modem and/or 2 lane roads',
    'Meet me @ the makerspace, @ 9pm or @10am; gin @ home',
    'Rose gardens, 24 hour drives, 100 year floods, 50 mile road races',
    'The dot com boom, polka dot art, a point in time',
    'Instagram/Facebook marketing, Instagram: photos and reels, I am active on Instagram',
    'On YouTube: videos; Signal: I never use it. Telegram is fun. Reddit, r/pottery',
    'I looked at it, worked at home, at one. Two of us dot our i, cross our t.',
    'Spring 2024, Engineering 4, Section 12, Route 66, a Via Ferrata, Place des Vosges',
    'ISBN 978-3-16-148410-0 is my book, version 2.0, 1999 2000 2001, 16 bit, 35mm',
    'Between 5 and 10 people, 3 Place settings, 12 Angry Men, 101 Dalmatians',
    'One, two, three, four: we dance. Three or four times, 24/7, 50/50, 1:1, 10k',
    'an in/out board, w/ kids, he/him, A/B tests, #1 fan, #knitting, "so" & "so" 100%',
    'AT&T, R&B, B&B at Lake Tahoe; music.I love it. U.S. at night, Ph.D. in art',
  ])('does not change: %s', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('detects whether a label contains a contact', () => {
    expect(holdsContact('call me: 541 555 0142', () => false)).toBe(true);
    expect(holdsContact('Discord – mayac', () => false)).toBe(true);
    expect(holdsContact('2D animation', () => false)).toBe(false);
    expect(holdsContact('Node.js', () => false)).toBe(false);
  });

  it('terminates on long texts without spaces', () => {
    for (const piece of [
      'a',
      '1 ',
      'a.',
      'a-',
      '1.',
      '@',
      'a@',
      'at ',
      'a dot ',
      'A 1 ',
      'one ',
      '12 Aa ',
      'x:',
      '::',
      '(',
      'instagram ',
      'Rue de ',
    ]) {
      expect(scrub(`${piece.repeat(8_000 / piece.length)} ; b@c.org`)).toContain('[email]');
    }
  });
});
