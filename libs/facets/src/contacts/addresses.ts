/** Spellings of words on street signs: `Street` or `STREET`; with `small` in lower case too. */
function onSigns(words: string, small = false): string {
  return words
    .split(' ')
    .flatMap((word) => [word, word.toUpperCase(), ...(small ? [word.toLowerCase()] : [])])
    .join('|');
}

const types = onSigns(
  'Street St Avenue Ave Av Road Rd Lane Ln Drive Dr Boulevard Blvd Court Ct Way Place Pl Terrace Ter Circle Cir Highway ' +
    'Hwy Square Sq Parkway Pkwy Crescent Cres Mews Close Trail Trl Loop Alley Row Gardens Grove Gate Quay Embankment',
);
const frenchTypes = onSigns(
  'Rue Avenue Av\\. Boulevard Bd Place Chemin Allée Allee Impasse Quai Route Cours Square Passage Sentier Montée',
  true,
);
const lowerTypes = 'street|avenue|boulevard|blvd|ave';
const flat = String.raw`(?:,?\s*(?:[Aa]pt|APT|[Aa]partment|[Uu]nit|UNIT|[Ss]uite|SUITE|[Ss]te|[Ff]lat|[Ff]loor|[Rr]oom|#)\.?\s*[\p{L}\p{N}-]{1,6})?`;
const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*`;
const capital = String.raw`(?:\p{Lu}|\d)[\p{L}\p{M}\p{N}'’.-]*`;
const house = String.raw`\d{1,4}(?:\s?[-–/]\s?\d{1,4})?\s?(?:[a-zA-Z](?![\p{L}\p{N}]))?`;
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;

const streets: readonly RegExp[] = [
  // 412 N. Oak Street, Apt 3
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.])\d{1,5}(?:[A-Za-z]|\s?½|\s?1\/2)?,?\s+(?:(?:[NSEW]{1,2}|North|South|East|West)\.?\s+)?(?:${capital}\s+){1,4}(?:${types})${end}\.?(?:\s(?:[NSEW]{1,2}|North|South|East|West)${end})?${flat}`,
    'gu',
  ),
  // 17 elm street
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.])\d{1,5}\s+(?:[nsew]\.?\s+)?(?:${word}\s+){1,2}(?:${lowerTypes})${end}${flat}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.])\d{2,5}\s+(?!(?:mile|minute|min|lane|hour|foot|year|day|way|page|one|km|m)\s)\p{Ll}{3,}\s+(?:road|lane|rd|ln)${end}${flat}`,
    'gu',
  ),
  // 24601 Highway 99
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.])\d{1,5}\s+(?:Highway|Hwy|Route|Rte|(?:County|State)\s(?:Road|Route)|CR|SR)\.?\s+\d{1,4}${end}`,
    'giu',
  ),
  // 14 bis, rue des Lilas
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.])\d{1,4}(?:\s?(?:bis|ter|quater|[A-D]))?,?\s+(?:${frenchTypes})\.?\s+(?:(?:de|du|des|la|le|les|aux?|DE|DU|DES|LA|LE|LES|[Ss]ainte?)[\s-]+|[dlDL]['’]\s?){0,3}(?:\p{Lu}|(?<=\s(?:de|du|des|la|le|les)\s)\p{Ll})[\p{L}\p{M}'’-]*(?:[\s-]\p{Lu}[\p{L}\p{M}'’-]*){0,3}`,
    'gu',
  ),
  // Calle Mayor, 12; Via Roma 8; ul. Długa 5
  new RegExp(
    String.raw`(?<!\p{L})(?:[Cc]alle|C\/|[Aa]venida|[Aa]v(?:d?a)?\.|[Pp]aseo|[Pp]laza|[Cc]arrera|Via|Viale|Piazza|Corso|[Rr]ua|[Tt]ravessa|[Pp]raça|[Uu]lica|[Uu]l\.)\s?(?:(?:de|del|della|dei|da|das|do|dos|la|las|los|el)\s+){0,2}(?:\p{Lu}[\p{L}\p{M}.'’-]*[\s,]+(?:(?:de|del|da|do|y|e)\s+)?){1,4}(?:n[º°o]?\.?\s?|#\s?)?\d{1,5}${end}`,
    'gu',
  ),
  // Hauptstraße 12, Lange Str. 5a, Prinsengracht 263, Storgatan 4
  new RegExp(
    String.raw`(?<!\p{L})(?:\p{Lu}[\p{L}\p{M}-]*[\s-])?(?:\p{Lu}[\p{L}\p{M}-]*(?:stra(?:ß|ss)e|str\.?|weg|gasse|platz|allee|ufer|damm|chaussee|graben|markt|stieg|pfad|straat|gracht|laan|plein|kade|dijk|gatan|gata|vägen|gade|vej|veien|katu|(?<![aeiou]|[Ss]p|[Ss]t|[Bb]|[Ww])ring)|Stra(?:ß|ss)e|STRA(?:ß|SS)E|Str\.|Platz|Allee|Weg|Gasse|\p{Lu}+STRA(?:ß|SS)E)\s+(?!(?:19|20)\d\d${end})${house}`,
    'gu',
  ),
  // Am Markt 3, 10115 Berlin
  new RegExp(
    String.raw`(?<!\p{L})(?:Am|An|Auf|Im|Zum|Zur|In|Unter|Hinter|Vor)(?:\s(?:der|dem|den))?\s\p{Lu}[\p{L}\p{M}-]+\s${house},?\s+(?:D-)?\d{5}\s\p{Lu}[\p{L}\p{M}-]+`,
    'gu',
  ),
  /(?<![\p{L}\p{N}])(?:p\.?\s?o\.?\s?box|post office\s+box|p\.?m\.?b\.?|private bag|postfach|boîte postale|b\.?p\.?|apartado(?:\s(?:de correos|postal))?|casilla|caixa postal|postbus)\s*(?:n[º°o]\.?|#)?\s*\d[\d\s]{0,9}(?!\p{L})/giu,
  /(?<![\p{L}\p{N}])(?:RR|HC|Rural Route)\s*#?\d+,?\s+Box\s+#?\d+/giu,
];

const states =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR';
const codes: readonly RegExp[] = [
  // The rest after a street: "[address], Ashland, OR 97520", "[address], 75011 Paris"
  /\[address\](?:,?\s+\p{Lu}[\p{L}\p{M}.'’-]*){0,3},?\s+(?:[A-Z]{2,3},?\s+)?(?:[A-Z]-)?\d{4,5}(?:-\d{4})?(?!\d|\s*[-–]\s*\d)(?:\s[A-Z]{2}(?!\p{L}))?(?:\s\p{Lu}[\p{L}\p{M}-]+)?/gu,
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${states})\.?,?\s+\d{5}(?:-\d{4})?(?!\d)`, 'gu'),
  /(?<![\p{L}\p{N}])zip(?:\s?code)?:?\s+\d{5}(?:-\d{4})?(?!\d)/giu,
  // SW1A 1AA, K1A 0B6
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]\d[A-Z][\s-]\d[A-Z]\d)(?![\p{L}\p{N}])/gu,
  // 42.19462, -122.70947 and ///filled.count.soap
  /(?<![\d.])[-−]?\d{1,3}\.\d{3,}°?\s?[NS]?,?\s+[-−]?\d{1,3}\.\d{3,}°?\s?[EW]?(?![\d.])/gu,
  /\/\/\/\p{Ll}{2,}\.\p{Ll}{2,}\.\p{Ll}{2,}/gu,
];

/** Redacts street addresses, post boxes and coordinates; the name of a town alone stays. */
export function withoutAddresses(text: string): string {
  if (!/\d|\/\/\//.test(text)) {
    return text;
  }
  return [...streets, ...codes].reduce((result, pattern) => result.replace(pattern, '[address]'), text);
}
