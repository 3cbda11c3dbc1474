import { gzipSync } from 'node:zlib';

/** A small file as people and programs write one, and what it is to be read as. */
export interface FileKind {
  kind: string;
  content: string | Uint8Array;
  members: number;
  /** Members who are public and have not left; where it differs. */
  analysed?: number;
  /** Lines that are no members. */
  rejected?: number;
  /** All facets by kind, with their members. */
  facets: Record<string, Record<string, number>>;
}

const crafts = { skill: { Glazing: 2, Weaving: 2, Dyeing: 1 } };
const rows = (...lines: string[]): string => lines.join('\n');
const cards = (...people: string[][]): string =>
  people.map((lines) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')).join('');

/** The same three people, Ida, Bo and Una, as far as a kind can say it. */
export const fileKinds: FileKind[] = [
  {
    kind: 'a form in German, by semicolons, in quotes',
    content: rows(
      '"Zeitstempel";"E-Mail-Adresse";"Was können Sie besonders gut?";"Einwilligung ins Mitgliederverzeichnis"',
      '"03.02.2026 10:11:12";"ida@example.org";"Glazing, Weaving";"Ja"',
      '"03.02.2026 11:00:00";"bo@example.org";"Weaving, Dyeing";"Ja"',
      '"04.02.2026 09:30:00";"una@example.org";"Glazing";"Nein"',
    ),
    members: 3,
    analysed: 2,
    facets: { skill: { Weaving: 2, Glazing: 1, Dyeing: 1 } },
  },
  {
    kind: 'a form without any id, whose questions hold commas',
    content: rows(
      'Timestamp,"What is your name, please?","Which skills, if any, do you have?"',
      '2026/02/03 10:11:12 am GMT+1,Ida Moor,"Glazing, Weaving"',
      '2026/02/03 10:15:12 am GMT+1,Bo Fenn,"Weaving, Dyeing"',
      '2026/02/03 10:18:12 am GMT+1,Una Hall,Glazing',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'placeholders for nothing',
    content: rows(
      'id,skills,interests',
      '1,"Glazing, Weaving",N/A',
      '2,none,-',
      '3,"Weaving, Dyeing",keine',
      '4,n/a,Tea',
      '5,Glazing,(none)',
    ),
    members: 5,
    facets: { ...crafts, interest: { Tea: 1 } },
  },
  {
    kind: 'a column for each option',
    content: rows(
      'Member ID,Which skills do you have? [Glazing],Which skills do you have? [Weaving],Which skills do you have? [Dyeing]',
      '1,Yes,Yes,',
      '2,,Yes,Yes',
      '3,Yes,,',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'a column for each option that holds its label, below two header rows',
    content: rows(
      'Respondent ID,Which skills do you have?,,,What is your role?',
      ',Glazing,Weaving,Dyeing,Response',
      '11001,Glazing,Weaving,,Potter',
      '11002,,Weaving,Dyeing,Dyer',
      '11003,Glazing,,,Potter',
    ),
    members: 3,
    facets: { ...crafts, role: { Potter: 2, Dyer: 1 } },
  },
  {
    kind: 'a row for each skill',
    content: rows(
      'member_id,name,skill',
      '1,Ida Moor,Glazing',
      '1,Ida Moor,Weaving',
      '2,Bo Fenn,Weaving',
      '2,Bo Fenn,Dyeing',
      '3,Una Hall,Glazing',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'a sep= line, then tabs',
    content: 'sep=\t\r\nid\tskills\r\n1\tGlazing, Weaving\r\n2\tWeaving, Dyeing\r\n3\tGlazing\r\n',
    members: 3,
    facets: crafts,
  },
  {
    kind: 'line ends of an old Mac and Windows-1252',
    content: Buffer.from('id;Fähigkeiten\r1;Töpfern, Weben\r2;Weben, Färben\r3;Töpfern\r', 'latin1'),
    members: 3,
    facets: { skill: { Töpfern: 2, Weben: 2, Färben: 1 } },
  },
  {
    kind: 'UTF-16 with tabs, packed',
    content: gzipSync(
      Buffer.from(
        '\ufeffid\tskills\r\n1\tGlazing; Weaving\r\n2\tWeaving; Dyeing\r\n3\tGlazing\r\n',
        'utf16le',
      ),
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'a title above the header and a total below the rows',
    content: rows(
      'Members of the guild,,,',
      'as of 3 February 2026,,,',
      ',,,',
      'id,name,city,skills',
      '1,Ida Moor,Leeds,"Glazing, Weaving"',
      '2,Bo Fenn,Leeds,"Weaving, Dyeing"',
      '3,Una Hall,York,Glazing',
      ',,,',
      'Total: 3,,,',
    ),
    members: 3,
    facets: { ...crafts, location: { Leeds: 2, York: 1 } },
  },
  {
    kind: 'files put one behind the other, header and all',
    content: rows(
      'id,name,skills',
      '1,Ida Moor,"Glazing, Weaving"',
      'id,name,skills',
      '2,Bo Fenn,"Weaving, Dyeing"',
      '3,Una Hall,Glazing',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'skills as objects, in a list under a key',
    content: JSON.stringify({
      total: 3,
      data: [
        {
          id: 1,
          skills: [
            { name: 'Glazing', level: 3 },
            { name: 'Weaving', level: 1 },
          ],
        },
        {
          id: 2,
          skills: [
            { name: 'Weaving', level: 2 },
            { name: 'Dyeing', level: 2 },
          ],
        },
        { id: 3, skills: [{ name: 'Glazing', level: 5 }] },
      ],
    }),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'records a line, two of them broken',
    content: rows(
      '{"id":1,"skills":["Glazing","Weaving"]}',
      '{"id":2,"skills":["Weaving","Dyeing"]}',
      '{"id":9,"skills":["Gla',
      '[]',
      '{"id":3,"skills":["Glazing"]}',
    ),
    members: 3,
    rejected: 2,
    facets: crafts,
  },
  {
    kind: 'YAML',
    content: rows(
      '# the guild',
      '- id: 1',
      '  skills: [Glazing, Weaving]',
      '- id: 2',
      '  skills:',
      '    - Weaving',
      '    - Dyeing',
      '- id: 3',
      '  skills: Glazing',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'cards',
    content: cards(
      ['FN:Ida Moor', 'N:Moor;Ida;;;', 'EMAIL:ida@example.org', 'TITLE:Potter', 'ADR:;;Lane 1;Leeds;;;UK'],
      ['FN:Bo Fenn', 'N:Fenn;Bo;;;', 'EMAIL:bo@example.org', 'TITLE:Potter', 'ADR:;;Lane 2;Leeds;;;UK'],
    ),
    members: 2,
    facets: { role: { Potter: 2 }, location: { Leeds: 2 }, trait: { UK: 2 } },
  },
  {
    kind: 'lists as Python, PostgreSQL and PHP print them',
    content: rows(
      'id,skills',
      `1,"['Glazing', 'Weaving']"`,
      '2,"{Weaving,""Dyeing""}"',
      '3,"a:1:{i:0;s:7:""Glazing"";}"',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'levels behind the skills',
    content: rows(
      'id,skills',
      '1,Glazing (advanced); Weaving (beginner)',
      '2,Weaving: expert; Dyeing (advanced)',
      '3,Glazing (beginner)',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'one cell with semicolons among commas',
    content: rows(
      'id,skills',
      '1,"Glazing, Weaving"',
      '2,Weaving; Dyeing',
      '3,Glazing',
      '4,"Weaving, Glazing"',
    ),
    members: 4,
    facets: { skill: { Glazing: 3, Weaving: 3, Dyeing: 1 } },
  },
  {
    kind: 'rows that end early, and one that is too long',
    content: rows(
      'id,skills,interests',
      '1,"Glazing, Weaving"',
      '2,"Weaving, Dyeing",Tea',
      '3,Glazing,Tea,Chess,Go',
    ),
    members: 2,
    rejected: 1,
    facets: { skill: { Weaving: 2, Glazing: 1, Dyeing: 1 }, interest: { Tea: 1 } },
  },
  {
    kind: 'people who share an address, and an address that is none',
    content: rows(
      'First name,Last name,Email,Skills',
      'Ida,Moor,moor@example.org,"Glazing, Weaving"',
      'Bo,Moor,moor@example.org,"Weaving, Dyeing"',
      'Una,Hall,una at example,Glazing',
      'Eva,Lind,eva@example.org,',
    ),
    members: 4,
    facets: crafts,
  },
  {
    kind: 'members who have left, by status and by a mark',
    content: rows(
      'id,skills,status,deleted',
      '1,"Glazing, Weaving",Active,FALSE',
      '2,"Weaving, Dyeing",Lapsed,FALSE',
      '3,Glazing,Active,TRUE',
      '4,Glazing,Active,FALSE',
    ),
    members: 4,
    analysed: 2,
    facets: { skill: { Glazing: 2, Weaving: 1 } },
  },
  {
    kind: 'consent that only some gave',
    content: rows(
      'id,skills,Show me in the directory',
      '1,"Glazing, Weaving",x',
      '2,"Weaving, Dyeing",',
      '3,Glazing,x',
    ),
    members: 3,
    analysed: 2,
    facets: { skill: { Glazing: 2, Weaving: 1 } },
  },
  {
    kind: 'an answer about consent that is neither yes nor no',
    content: rows(
      'id,skills,Profile visibility',
      '1,"Glazing, Weaving",friends',
      '2,"Weaving, Dyeing",colleagues',
      '3,Glazing,friends',
    ),
    members: 3,
    analysed: 0,
    facets: {},
  },
  {
    kind: 'ids that a spreadsheet rounded',
    content: rows(
      'id,name,skills',
      '1.23457E+11,Ida Moor,"Glazing, Weaving"',
      '1.23457E+11,Bo Fenn,"Weaving, Dyeing"',
      '1.23457E+11,Una Hall,Glazing',
    ),
    members: 3,
    facets: crafts,
  },
  {
    kind: 'rows that name nobody, two of them equal',
    content: rows(
      'Skills;Interests',
      'Glazing, Weaving;Tea',
      'Weaving, Dyeing;Chess',
      'Glazing;Tea',
      'Glazing;Tea',
    ),
    members: 4,
    facets: { skill: { Glazing: 3, Weaving: 2, Dyeing: 1 }, interest: { Tea: 3, Chess: 1 } },
  },
  {
    kind: 'programs among the people of a chat',
    content: JSON.stringify([
      { id: 'U1', real_name: 'Ida Moor', is_bot: false, deleted: false, profile: { title: 'Potter' } },
      { id: 'U2', real_name: 'Bo Fenn', is_bot: false, deleted: true, profile: { title: 'Potter' } },
      { id: 'U3', real_name: 'Una Hall', is_bot: false, deleted: false, profile: { title: 'Potter' } },
      { id: 'B1', real_name: 'Reminder', is_bot: true, deleted: false, profile: { title: '' } },
    ]),
    members: 3,
    analysed: 2,
    facets: { role: { Potter: 2 } },
  },
];
