/** What a small member file must be read as. */
export interface ExpectedReading {
  /** File name without its ending. */
  file: string;
  members: number;
  /** Members who are public and have not left; where it differs. */
  analysed?: number;
  /** Facets by kind, each with its members: all of the kind. */
  facets: Partial<
    Record<'skill' | 'interest' | 'looking_for' | 'trait' | 'role' | 'location', Record<string, number>>
  >;
  /** Labels that must not be facets of any kind. */
  never?: string[];
}

const fourLists = { Welding: 2, Baking: 2, Sewing: 1 };

/** The files of the folder of cases beside the checkout, and what is right for each. */
export const expectedReadings: ExpectedReading[] = [
  { file: 'c01-semicolon-all-quoted', members: 2, facets: { skill: { Baking: 2, Welding: 1 } } },
  { file: 'c03-form-header-quoted-no-id', members: 2, facets: { skill: { Baking: 2, Welding: 1 } } },
  { file: 'c04-names-only', members: 6, facets: { skill: { Baking: 3, Sewing: 3, Welding: 2 } } },
  { file: 'c05-linkedin-connections', members: 4, facets: { role: { Carpenter: 2, Potter: 2 } } },
  {
    file: 'c07-google-contacts',
    members: 2,
    facets: { role: { Carpenter: 1 }, interest: { Choir: 2, Chess: 1 } },
    never: ['myContacts', '* myContacts'],
  },
  {
    file: 'c08-no-facet-column',
    members: 8,
    facets: { role: { Host: 4, Cook: 4 }, interest: { Chess: 4, Choir: 4 } },
  },
  {
    file: 'c09-question-headings',
    members: 2,
    facets: {
      skill: { Welding: 1, Baking: 1, Sewing: 1 },
      interest: { Chess: 2, Choir: 1 },
      looking_for: { Sewing: 1, Welding: 1 },
      location: { Leeds: 2 },
      role: { Carpenter: 1, Potter: 1 },
    },
  },
  {
    file: 'c11-german-headings',
    members: 2,
    facets: {
      skill: { Backen: 2, Schweißen: 1 },
      interest: { Schach: 2 },
      looking_for: { Buchhaltung: 1 },
      location: { Kassel: 2 },
      role: { Tischlerin: 1, Töpfer: 1 },
    },
  },
  { file: 'c13-unusable-email-beside-id', members: 6, facets: { skill: { Welding: 3, Baking: 3 } } },
  { file: 'c14-attendees-share-email', members: 4, facets: { skill: { Baking: 2, Welding: 1, Sewing: 1 } } },
  { file: 'c15-slack-member-list', members: 4, analysed: 3, facets: {} },
  { file: 'c17-crm-status', members: 6, analysed: 4, facets: { skill: { Welding: 2, Baking: 2 } } },
  {
    file: 'c18-options-with-commas',
    members: 60,
    facets: {
      skill: {
        'Event planning': 29,
        'Cooking, baking, or catering': 20,
        'Marketing, PR & communications': 19,
        Fundraising: 18,
        'IT support': 17,
        'Legal advice': 14,
      },
    },
  },
  {
    file: 'c20-one-semicolon-cell',
    members: 8,
    facets: { interest: { Chess: 5, Choir: 5, Tea: 5, Film: 3 } },
  },
  { file: 'c22-one-column-per-option', members: 3, facets: { skill: fourLists }, never: ['Yes', 'No'] },
  {
    file: 'c24-kobo-select-multiple',
    members: 3,
    facets: { skill: { welding: 2, baking: 2, bee_keeping: 1 } },
    never: ['1', '0'],
  },
  { file: 'c25-two-header-rows', members: 3, facets: { skill: { ...fourLists, Falconry: 1 } } },
  { file: 'c27-row-per-skill', members: 3, facets: { skill: { Welding: 2, Baking: 2, Sewing: 2 } } },
  { file: 'c28-sep-line', members: 1, facets: { skill: { Welding: 1, Baking: 1 } } },
  { file: 'c30-old-mac-line-ends', members: 2, facets: { skill: { Baking: 2, Welding: 1 } } },
  {
    file: 'c31-windows-1252',
    members: 3,
    facets: { interest: { Café: 1, Cafè: 1, Käse: 2, Kéfir: 1 } },
  },
  { file: 'c32-slack-users', members: 3, analysed: 2, facets: { role: { Smith: 1, Baker: 1 } } },
  { file: 'c33-list-under-another-key', members: 2, facets: {} },
  {
    file: 'c35-skills-as-objects',
    members: 2,
    facets: { skill: { Baking: 2, Welding: 1 }, interest: { Chess: 1 } },
  },
  { file: 'c37-ndjson-named-json', members: 2, facets: { skill: { Welding: 2 } } },
  {
    file: 'c38-placeholders',
    members: 40,
    facets: {
      skill: { Bookkeeping: 13, Baking: 12, Painting: 8, Sewing: 7, Welding: 6, Guitar: 6 },
      interest: { Tea: 19, Hiking: 12, Choir: 11, Film: 10, Chess: 8 },
      looking_for: { Welding: 9, Bookkeeping: 5, Sewing: 5, Guitar: 3, Painting: 3, Baking: 2 },
    },
    never: ['N/A', 'None'],
  },
  { file: 'c40-lists-in-brackets', members: 4, facets: { skill: { Welding: 4, Baking: 2, 'Arc & gas': 2 } } },
  {
    file: 'c42-mailchimp-tags',
    members: 2,
    facets: { interest: { Volunteer: 2, 'Book club, evenings': 1 } },
  },
  {
    file: 'c43-outlook-title',
    members: 3,
    facets: { role: { Chemist: 2, Smith: 1 } },
    never: ['Dr.', 'Ms.'],
  },
  {
    file: 'c44-short-rows',
    members: 3,
    facets: { skill: { Welding: 2, Baking: 1 }, interest: { Chess: 2 } },
  },
  { file: 'c45-contacts', members: 1, facets: { role: { Smith: 1 }, interest: { Choir: 1, Chess: 1 } } },
  { file: 'c47-levels-in-labels', members: 4, facets: { skill: { Welding: 4, Baking: 3 } } },
  {
    file: 'c50-one-finding-told-twice',
    members: 60,
    facets: { location: { Kassel: 18, Osaka: 17, Lima: 13, Leeds: 12 } },
  },
];
