const networks =
  'instagram|insta|ig|twitter|telegram|discord|snapchat|snap|tiktok|threads|signal|whatsapp|skype|wechat|weixin|' +
  'bluesky|bsky|mastodon|linkedin|facebook|fb|youtube|yt|twitch|pinterest|etsy|soundcloud|bandcamp|github|gitlab|' +
  'ravelry|strava|behance|dribbble|deviantart|kik|viber|matrix|icq|vk|reddit|tumblr|patreon|venmo|paypal|cash\\s?app|' +
  'keybase|steam|psn|xbox|messenger|letterboxd|goodreads|substack|medium|flickr|vimeo';
/** Words after a network's name that are not handles. */
const ordinary =
  'i|we|you|it|the|a|an|my|our|your|and|or|for|to|is|are|yes|no|none|never|not|only|also|please|see|link|in|on|of|by|' +
  'photos?|posts?|stories|reels|videos?|ads?|marketing|social|content|influencers?|groups?|pages?|channels?|shops?|' +
  'accounts?|followers|profile|here|there|well|soon|too|with|at|as|via|me|dms?|instead|this|that|if|live';
const name = String.raw`(?!(?:${ordinary}|${networks})(?![\p{L}\p{N}_.]))[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{1,63}`;
/** A name that is not an ordinary word: it contains a digit, an underscore or a dot. */
const odd = String.raw`(?=[\p{L}\p{N}_.-]*[\p{L}_](?:[\d_]|\.[\p{L}\p{N}]))${name}`;
const asked = String.raw`(?:handle|user\s?name|user|nick(?:\s?name)?|screen\s?name|gamer\s?tag|account|profile|id|name)`;
const before = String.raw`(?<![\p{L}\p{N}])`;

/** Patterns of handles and their replacements; every repetition is bounded, so that no text takes long. */
const patterns: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(?<![\p{L}\p{N}])live:\.?[\p{L}\p{N}_.-]{2,64}/giu, '[handle]'],
  // "@maya", not "@10am"
  [
    /(?<![\p{L}\p{N}._])@(?!\d{1,2}(?::?\d\d)?\s?(?:am|pm|h|uhr)?(?![\p{L}\p{N}_]))[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{0,63}/giu,
    '[handle]',
  ],
  [
    /(?<![\p{L}\p{N}._])@\s(?=[\p{L}\p{N}.-]*[\p{L}]\d|[\p{L}\p{N}.-]*_)[\p{L}_][\p{L}\p{N}_.-]{2,63}/gu,
    '[handle]',
  ],
  [/(?<![\p{L}\p{N}])u\/[\p{L}\p{N}_-]{3,64}/gu, '[handle]'],
  [/(?<![\p{L}\p{N}])in\/(?=[\p{L}\p{N}_-]*\d)[\p{L}\p{N}_-]{3,100}/gu, '[handle]'],
  [/(?<![\p{L}\p{N}._])[\p{L}\p{N}._]{2,32}#\d{4,6}(?!\d)/gu, '[handle]'],
  // "LinkedIn: in/maya-chen", "github/mayac", "IG: maya.paints", "Discord – maya", "my insta is @…"
  [
    new RegExp(String.raw`(${before}linkedin[^\n\p{L}/]{0,5})\/?in\/[\p{L}\p{N}_-]{3,100}`, 'giu'),
    '$1[handle]',
  ],
  [new RegExp(String.raw`(${before}(?:${networks})\/)${name}`, 'giu'), '$1[handle]'],
  [
    new RegExp(
      String.raw`(${before}(?:${networks})(?:\s${asked})?\s?(?:[:=：|→]|\s[-–—>]+)\s?["“'(]?)${name}`,
      'giu',
    ),
    '$1[handle]',
  ],
  // "my Instagram is maya_c", "insta maya_c", "on Telegram as mayac", "username: mayac", "maya_c on TikTok"
  [
    new RegExp(
      String.raw`(${before}(?:${networks})(?:\s${asked})?(?:\sis|\sas|\sunder)?\s["“'(]?)${odd}`,
      'giu',
    ),
    '$1[handle]',
  ],
  [new RegExp(String.raw`(${before}on\s(?:${networks})\s(?:as|under)\s["“'(]?)${name}`, 'giu'), '$1[handle]'],
  [
    new RegExp(
      String.raw`(${before}(?:handle|user\s?name|nick\s?name|screen\s?name|gamer\s?tag|call\s?sign)\s?(?::|=|is|–|—|-)\s?["“'(]?)${name}`,
      'giu',
    ),
    '$1[handle]',
  ],
  [
    new RegExp(String.raw`${before}${odd}(?=["”')]?\s(?:on|at)\s(?:${networks})(?![\p{L}\p{N}]))`, 'giu'),
    '[handle]',
  ],
];

/** Redacts "@maya@social.example" and "@maya:matrix.example"; must run before their second half matches as something else. */
export function withoutFediverse(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.=-]{1,64}[@:][\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
    '[handle]',
  );
}

/** Redacts account names that are marked as such. */
export function withoutHandles(text: string): string {
  return patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
