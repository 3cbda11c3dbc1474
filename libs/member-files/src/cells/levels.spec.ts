import { describe, expect, it } from '@jest/globals';
import { hasScale, withoutLevel } from './levels.ts';

describe('withoutLevel', () => {
  it.each([
    ['Python - expert', 'Python', 'expert'],
    ['Python – Fortgeschritten', 'Python', 'Fortgeschritten'],
    ['Welding (advanced)', 'Welding', 'advanced'],
    ['German (C1)', 'German', 'C1'],
    ['German: B2', 'German', 'B2'],
    ['Python 4/5', 'Python', '4/5'],
    ['Python (4/5)', 'Python', '4/5'],
    ['Python ★★★', 'Python', '★★★'],
    ['Python★★☆', 'Python', '★★☆'],
    ['Python (3 years)', 'Python', '3 years'],
    ['Python (3+ yrs of experience)', 'Python', '3+ yrs of experience'],
    ['Python (2 Jahre)', 'Python', '2 Jahre'],
    ['Schweißen (Anfänger)', 'Schweißen', 'Anfänger'],
    ['Soudure : débutant', 'Soudure', 'débutant'],
    ['Cocina (principiante)', 'Cocina', 'principiante'],
    ['Inglés - avanzado', 'Inglés', 'avanzado'],
    ['Lassen (gevorderd)', 'Lassen', 'gevorderd'],
    ['Inglese: madrelingua', 'Inglese', 'madrelingua'],
    ['Inglês (fluente)', 'Inglês', 'fluente'],
    ['English (Native or bilingual proficiency)', 'English', 'Native or bilingual proficiency'],
    ['Python [intermediate/advanced]', 'Python', 'intermediate/advanced'],
    ['C (programming) - expert', 'C (programming)', 'expert'],
    ['Vue 3 (advanced)', 'Vue 3', 'advanced'],
    ['Excel 80 %', 'Excel', '80 %'],
  ])('takes the level from %s', (label, base, level) => {
    expect(withoutLevel(label)).toEqual({ label: base, level });
  });

  it.each([
    ...['C (programming)', 'Vue 3', 'Python 3', 'HTML 5', 'Catia V5', 'Level design', 'Web 2.0', 'Formula 1'],
    ...[
      'Yoga (beginner class)',
      'Design (UI, UX)',
      'Good cooking',
      'Visual Basic',
      'Expert witness',
      'Vue (3)',
    ],
    ...[
      '24/7 support',
      'Support 24/7',
      'Welding: MIG',
      'Advanced',
      '(advanced)',
      'Tea - green',
      'F#',
      'A/B testing',
    ],
  ])('leaves %s as it is', (label) => {
    expect(withoutLevel(label)).toEqual({ label });
  });

  it('takes numbers if the column has a scale', () => {
    expect(withoutLevel('Welding (5)', true)).toEqual({ label: 'Welding', level: '5' });
    expect(withoutLevel('Welding: 4', true)).toEqual({ label: 'Welding', level: '4' });
    expect(withoutLevel('Vue 3', true)).toEqual({ label: 'Vue 3' });
  });
});

describe('hasScale', () => {
  it.each([
    [['Welding (5)', 'Baking (2)', 'Welding (4)', 'Baking (1)'], true],
    [['Welding: 5', 'Baking: 2', 'Tea: 3'], true],
    [['Vue (3)', 'Vue (3)', 'Baking'], false],
    [['Vue (3)', 'Angular (2)', 'Vue (3)', 'Angular (2)', 'Vue', 'Baking'], false],
    [['Windows (95)', 'Windows (98)', 'Fortran (77)', 'Fortran (90)'], false],
    [['Welding', 'Baking'], false],
    [[], false],
  ])('says of %j: %s', (labels, expected) => {
    expect(hasScale(labels)).toBe(expected);
  });
});
