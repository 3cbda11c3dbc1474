import { TextDecoder } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { readDelimited } from '../../../test/delimited-tables.ts';
import { decodeBytes } from './decode.ts';

/** Encodes by trying which bytes decode to each character. */
function encode(text: string, encoding: string): Buffer {
  const codes = new Map<string, number[]>();
  for (let byte = 0; byte < 256; byte += 1) {
    codes.set(decodeBytes(Buffer.from([byte]), encoding), [byte]);
  }
  if (/shift|euc|gb|big/.test(encoding)) {
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead < 0xff; lead += 1) {
      for (let trail = 0x40; trail < 0xff; trail += 1) {
        const character = decoder.decode(Buffer.from([lead, trail]));
        if (character.length === 1 && !codes.has(character)) {
          codes.set(character, [lead, trail]);
        }
      }
    }
  }
  return Buffer.from([...text].flatMap((character) => codes.get(character) ?? [0x3f]));
}

const german = 'Name;Fähigkeiten;Ort\nJürgen Größe;Schweißen, Töpfern;Köln\nÄnne Übel;Käse;Zürich\n';
const french =
  'Nom;Compétences;Ville\nZoé Lefèvre;Boulangerie, pâtisserie;Besançon\nÉmile Noël;Forêt;Nîmes\n';

const texts: [string, string, string][] = [
  ['windows-1252', 'Windows-1252', german],
  ['windows-1252', 'Windows-1252', french],
  ['windows-1252', 'Windows-1252', 'name,skills\nAnn,Café\nBen,Cafè\nCem,Käse\n'],
  ['windows-1252', 'Windows-1252', 'name,note\nAnn,the “best” one – it’s 5 €\n'],
  [
    'windows-1252',
    'Windows-1252',
    'name;city\nPeña;Åre\nSøren;Malmö\nJoão;Łeeds\nŽelka;Liège\n'.replace('Ł', 'L'),
  ],
  ['windows-1252', 'Windows-1252', 'name,city\nAnn,São Paulo\n'],
  ['macintosh', 'Mac Roman', german],
  ['macintosh', 'Mac Roman', french],
  ['macintosh', 'Mac Roman', 'name,skills\nAnn,Café\nBen,Käse\n'],
  ['ibm850', 'DOS code page 850', german],
  ['ibm850', 'DOS code page 850', french],
  [
    'windows-1250',
    'Windows-1250',
    'jméno;město\nJiří Dvořák;Plzeň\nŽofie Nováková;Český Těšín\nVěra Růžičková;Ústí\n',
  ],
  [
    'windows-1250',
    'Windows-1250',
    'imię;miasto\nŁukasz Wójcik;Łódź\nMałgorzata Dąbrowska;Gdańsk\nStanisław Żak;Poznań\n',
  ],
  [
    'windows-1250',
    'Windows-1250',
    'név;város\nErdős Pál;Győr\nSzűcs Ágnes;Székesfehérvár\nKovács Ödön;Pécs\nTőzsér Ű;Makó\n',
  ],
  [
    'windows-1254',
    'Windows-1254',
    'ad;şehir\nAyşe Yılmaz;Eskişehir\nÇağrı Öztürk;İzmir\nGülşen Işık;Muğla\n',
  ],
  [
    'windows-1251',
    'Windows-1251',
    'имя;город;навыки\nИван Петров;Москва;сварка и выпечка\nАнна Смирнова;Казань;шитьё, рисование и музыка\nПётр Иванов;Санкт-Петербург;выпечка\n',
  ],
  [
    'koi8-r',
    'KOI8-R',
    'имя;город;навыки\nИван Петров;Москва;сварка и выпечка\nАнна Смирнова;Казань;шитьё, рисование и музыка\nПётр Иванов;Санкт-Петербург;выпечка\n',
  ],
  [
    'shift_jis',
    'Shift JIS',
    '名前,技能,都市\n山田太郎,プログラミングと料理,東京\n佐藤花子,デザイン、写真,大阪\n鈴木一郎,これは長い文章です。,京都\n',
  ],
  [
    'gb18030',
    'GB 18030',
    '姓名,技能,城市\n王小明,编程和烹饪,北京\n李华,设计、摄影,上海\n张伟,这是一个比较长的句子。,广州\n',
  ],
  [
    'euc-kr',
    'EUC-KR',
    '이름,기술,도시\n김철수,프로그래밍과 요리,서울\n이영희,디자인 사진,부산\n박민수,이것은 조금 긴 문장입니다,대구\n',
  ],
  [
    'big5',
    'Big5',
    '姓名,技能,城市\n王小明,程式設計和烹飪,台北\n李華,設計與攝影,高雄\n張偉,這是一個比較長的句子。,台中\n',
  ],
];

describe('the encoding of a file', () => {
  it.each(texts)('is %s (%s) where its letters say so: %j', async (encoding, title, text) => {
    const { format, names, rows, notes } = await readDelimited(encode(text, encoding), 1000);
    expect(format).toContain(title);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.split(/[;,](?! )/));
    expect([names, ...rows.map(([, cells]) => cells)]).toEqual(lines);
    expect(notes).toContain(`The file is not UTF-8: read as ${title}.`);
  });

  it('is found where the first letter outside ASCII comes after megabytes', async () => {
    const text = `id,name\n${Array.from({ length: 200_000 }, (_, index) => `${index},member ${index}`).join('\n')}\nx,Käse\n`;
    const latin = await readDelimited(Buffer.from(text, 'latin1'), 60_000);
    expect(latin.rows.at(-1)).toEqual([200_002, ['x', 'Käse']]);
    expect(latin.format).toBe('CSV separated by commas, Windows-1252');
    const utf8 = await readDelimited(text, 60_000);
    expect(utf8.rows.at(-1)).toEqual([200_002, ['x', 'Käse']]);
    expect(utf8.notes).toEqual([]);
  });

  it.each([1, 3, 1000])('is UTF-16 with or without a byte-order mark, in pieces of %i', async (size) => {
    for (const [swap, mark] of [
      [false, ''],
      [true, ''],
      [false, '\ufeff'],
      [true, '\ufeff'],
    ] as const) {
      const bytes = Buffer.from(`${mark}id;bio\n1;Zoë, 東京\n`, 'utf16le');
      const { names, rows } = await readDelimited(swap ? bytes.swap16() : bytes, size);
      expect(names).toEqual(['id', 'bio']);
      expect(rows).toEqual([[2, ['1', 'Zoë, 東京']]]);
    }
    const first = await readDelimited(Buffer.from('Überschrift\tid\nx\t1\n', 'utf16le'), size);
    expect(first.names).toEqual(['Überschrift', 'id']);
  });

  it('may differ from line to line, where exports were put together', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,name\n1,Käse\n2,東京\n'),
      Buffer.from('3,Köln\n4,Café\n', 'latin1'),
    ]);
    const { rows, notes } = await readDelimited(bytes);
    expect(rows.map(([, cells]) => cells[1])).toEqual(['Käse', '東京', 'Köln', 'Café']);
    expect(notes).toEqual([expect.stringContaining('read as Windows-1252')]);
  });

  it('tells letters that are lost, and letters decoded wrongly before', async () => {
    const lost = await readDelimited(
      'id,name,city\n1,Ka\ufffdse,K\ufffdln\n2,Ann,Leeds\n3,Ka\ufffdse,Leeds\n',
    );
    expect(lost.notes).toEqual([expect.stringMatching(/^3 cells have letters that are lost/)]);
    const doubled = await readDelimited('id,name,city\n1,KÃ¤se,Leeds\n2,Itâ€™s,Köln\n3,São,SÃO\n');
    expect(doubled.notes).toEqual([expect.stringMatching(/^2 cells have letters that were decoded wrongly/)]);
    const cut = await readDelimited(
      Buffer.concat([Buffer.from('id,name\n1,Käse und Kä'), Buffer.from([0xc3]), Buffer.from('\n2,Köln\n')]),
    );
    expect(cut.rows.map(([, cells]) => cells[1])).toEqual(['Käse und Kä\ufffd', 'Köln']);
    expect(cut.notes.at(-1)).toMatch(/^One cell has letters that are lost/);
  });
});
