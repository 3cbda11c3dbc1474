import { expect, it } from '@jest/globals';
import { nameOfFile } from './name-of-file.ts';

it.each([
  ['members-2026-11.csv', 'Members'],
  ['members_2026_11_30.csv', 'Members'],
  ['members 30.11.2026 (1).xlsx', 'Members'],
  ['Members-11-30-2026.csv', 'Members'],
  ['members20261130.csv', 'Members'],
  ['20261130T101500Z_members.ndjson', 'Members'],
  ['members 2026-11-30 at 10.15.22.csv', 'Members'],
  ['members_20261130_101522.csv', 'Members'],
  ['Brindlewick Makers – members (3).csv', 'Brindlewick Makers members'],
  ['brindlewick-makers-export.csv.gz', 'Brindlewick makers'],
  ['BrindlewickMakersExport2026.xlsx', 'Brindlewick Makers'],
  ['Copy of Brindlewick Makers FINAL v2.1.xlsx', 'Brindlewick Makers'],
  ['brindlewick_final2.json', 'Brindlewick'],
  ['brindlewick copy 2.csv', 'Brindlewick'],
  ['Mitglieder März 2026.csv', 'Mitglieder'],
  ['adhérents-30-novembre-2026.csv', 'Adhérents'],
  ['Members 30th Nov 2026.csv', 'Members'],
  ['members_2026_nov.csv', 'Members'],
  ['members 2026-Q4.csv', 'Members'],
  ['members-7f3a9c1e-1b2c-4d5e-8f90-a1b2c3d4e5f6.csv', 'Members'],
  ["Mother's Mill & Friends.csv", "Mother's Mill & Friends"],
  ['会员名单2026年11月.csv', '会员名单'],
  ['Членове.csv', 'Членове'],
])('%s is named %s', (file, name) => {
  expect(nameOfFile(`/some/where/${file}`)).toBe(name);
});

it.each([
  ['Mars Society.csv', 'Mars Society'],
  ['May Day Committee.csv', 'May Day Committee'],
  ['Troop 7.csv', 'Troop 7'],
  ['Studio 54.csv', 'Studio 54'],
  ['Exporters Club.csv', 'Exporters Club'],
  ['Finalists.csv', 'Finalists'],
  ['Copyeditors.csv', 'Copyeditors'],
  ['Vera.csv', 'Vera'],
])('the words of %s are left as they are', (file, name) => {
  expect(nameOfFile(file)).toBe(name);
});

it.each(['2026-11.csv', 'export.csv', 'export (2).xlsx', 'final.csv', '.csv', '1.csv'])(
  'a file that has no name but %s leaves one to choose',
  (file) => {
    expect(nameOfFile(file)).toBe('My community');
  },
);
