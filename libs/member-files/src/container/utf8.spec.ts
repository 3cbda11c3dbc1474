import { expect, it } from '@jest/globals';
import { readFile } from '../../test/members.ts';

const records = (...labels: string[]): string[] =>
  labels.map((label, at) => JSON.stringify({ id: `m${at}`, skills: [label] }));
const labels = ['Töpfern', 'Käserei', 'Schweißen', 'Töpfern'];

it.each<[string, string]>([
  ['NDJSON', records(...labels).join('\n')],
  ['JSON', `[${records(...labels).join(',')}]`],
  ['YAML', labels.map((label, at) => `- id: m${at}\n  skills: [${label}]`).join('\n')],
])('%s in another encoding than UTF-8 keeps its letters, and is told', async (format, text) => {
  const { members, report } = await readFile(Buffer.from(text, 'latin1'));
  expect(members.map(({ skills }) => skills)).toEqual(labels.map((label) => [label]));
  expect(report.format).toContain(format);
  expect(report.format).toContain('Windows-1252');
  expect(report.notes).toContain('The file is not UTF-8: read as Windows-1252.');
});

it('NDJSON in UTF-16 is read like any other', async () => {
  const text = `\ufeff${records(...labels).join('\n')}`;
  const { members } = await readFile(Buffer.from(text, 'utf16le'));
  expect(members.map(({ skills }) => skills)).toEqual(labels.map((label) => [label]));
});

it('cards that are not UTF-8 are told', async () => {
  const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jörg Müller\r\nTITLE:Töpfer\r\nEND:VCARD\r\n';
  const { members, report } = await readFile(Buffer.from(card, 'latin1'));
  expect(members).toMatchObject([{ first_name: 'Jörg', role: 'Töpfer' }]);
  expect(report.notes).toContain(
    'What is not UTF-8 is read as the card says, and as Windows-1252 where it says nothing.',
  );
});

it('letters that were lost before are told', async () => {
  const { report } = await readFile(records('T\ufffdpfern', 'Backen', 'K\ufffdserei').join('\n'));
  expect(report.notes).toContain(
    '2 letters are lost, shown as \ufffd: export the file again as UTF-8 if that matters.',
  );
});
