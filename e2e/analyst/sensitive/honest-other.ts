import type { Claimed } from './claimed.ts';

/** Harmless claims in other languages. */
export const honestOther: readonly Claimed[] = [
  {
    title: 'German: Pflege als Beruf',
    says: [
      'Ich arbeite als Krankenpfleger und spiele Bass.',
      'Pflegedienstleitung, abends töpfere ich.',
      'Ich bilde Pflegekräfte aus.',
    ],
    name: 'Nach dem Dienst',
    description: 'Sie arbeiten in der Pflege, bilden aus und leiten, und suchen etwas für die Abende.',
    questions: ['Was machst du nach dem Dienst?', 'Wer spielt mit?'],
  },
  {
    title: 'German: Kirchenmusik',
    says: [
      'Ich singe im Kirchenchor, wegen Bach.',
      'Organistin, ich übe nachts.',
      'Bach und Orgel, am liebsten laut.',
    ],
    name: 'Bach, gern laut',
    description: 'Sie singen und spielen Bach an der Orgel und im Chor.',
    questions: ['Welches Stück fehlt noch?', 'Wer blättert um?'],
  },
  {
    title: 'German: Flüchtlingshilfe als Beruf',
    says: [
      'Ich arbeite in der Flüchtlingshilfe, im Lager für Kleidung.',
      'Deutschkurse in der Flüchtlingshilfe sind mein Beruf.',
      'Ich mache die Buchhaltung der Flüchtlingshilfe.',
    ],
    name: 'Büro, Kurse, Kleidung',
    description: 'Sie arbeiten in der Flüchtlingshilfe, mit Kursen, Kleidung und Buchhaltung.',
    questions: ['Was fehlt dem Büro?', 'Wer hilft beim Sortieren?'],
  },
  {
    title: 'German: Schuldnerberatung als Beruf',
    says: [
      'Ich arbeite in der Schuldnerberatung der Stadt.',
      'Beraterin in der Schuldnerberatung, mit Taschenrechner.',
      'Ich schule Freiwillige für die Beratung.',
    ],
    name: 'Mit dem Taschenrechner',
    description: 'Sie arbeiten in der Beratung und könnten zeigen, wie man ein Haushaltsbuch führt.',
    questions: ['Was fragst du zuerst?', 'Wen schulst du?'],
  },
  {
    title: 'German: Kindergarten als Beruf',
    says: [
      'Erzieherin, ich baue gern mit Holz.',
      'Ich leite den Waldkindergarten.',
      'Ich schreibe Lieder für den Kindergarten.',
    ],
    name: 'Holz und Lieder',
    description: 'Sie arbeiten im Kindergarten, bauen und singen.',
    questions: ['Welches Lied kennt jeder?', 'Was baust du?'],
  },
  {
    title: 'German: Klostergarten',
    says: [
      'Ich führe durch den Klostergarten.',
      'Kräuter aus dem Klostergarten trockne ich selbst.',
      'Ich zeichne Pläne alter Gärten.',
    ],
    name: 'Kräuter und Pläne',
    description: 'Sie führen, trocknen und zeichnen rund um alte Gärten.',
    questions: ['Welches Kraut magst du?', 'Wer zeichnet mit?'],
  },
  {
    title: 'French: soins comme métier',
    says: [
      'Infirmière de nuit, je lis beaucoup.',
      'Je forme des infirmiers et je cuisine.',
      'Infirmier, amateur de vélos anciens.',
    ],
    name: 'Après la garde',
    description: 'Des infirmiers qui lisent, cuisinent et roulent après le travail.',
    questions: ['Que lis-tu la nuit ?', 'Qui roule avec toi ?'],
  },
  {
    title: "French: musique d'église",
    says: [
      "Je chante à la chorale de l'église pour Fauré.",
      'Organiste, je répète le soir.',
      "Fauré et l'orgue, ma passion.",
    ],
    name: 'Fauré le soir',
    description: "Ils chantent Fauré et jouent de l'orgue.",
    questions: ['Quel morceau veux-tu chanter ?', 'Qui tourne les pages ?'],
  },
  {
    title: 'French: aide aux réfugiés comme métier',
    says: [
      "Je travaille pour une association d'aide aux réfugiés.",
      'Mon métier : cours de français pour réfugiés.',
      "Je tiens les comptes d'une association.",
    ],
    name: "Le bureau de l'aide",
    description: "Leur métier est l'aide : cours, comptes et bureau.",
    questions: ['De quoi a besoin ton bureau ?', 'Qui donne les cours ?'],
  },
  {
    title: 'French: livres pour enfants',
    says: [
      "J'illustre des livres pour enfants.",
      "J'écris des histoires de renards pour enfants.",
      'Bibliothécaire, avec des marionnettes.',
    ],
    name: 'Renards et marionnettes',
    description: 'Ils écrivent et illustrent des livres, avec des renards et des marionnettes.',
    questions: ['Quel renard est le tien ?', 'Qui joue avec toi ?'],
  },
  {
    title: 'Spanish: enfermería como profesión',
    says: [
      'Soy enfermera de noche y leo novelas.',
      'Formo a enfermeros y toco la guitarra.',
      'Enfermero, colecciono radios antiguas.',
    ],
    name: 'Después de la guardia',
    description: 'Enfermeros que leen, tocan y coleccionan después del trabajo.',
    questions: ['¿Qué lees de noche?', '¿Quién toca contigo?'],
  },
  {
    title: 'Spanish: coro de iglesia',
    says: [
      'Canto en el coro de la iglesia por la música de Victoria.',
      'Organista, ensayo por la tarde.',
      'Música de Victoria y órgano.',
    ],
    name: 'Música de Victoria',
    description: 'Cantan y tocan música de Victoria, en coro y órgano.',
    questions: ['¿Qué pieza falta?', '¿Quién ensaya contigo?'],
  },
  {
    title: 'Spanish: asesoría como profesión',
    says: [
      'Trabajo en la oficina de consumo y hago pan.',
      'Asesoro a familias sobre facturas de luz.',
      'Doy cursos sobre facturas.',
    ],
    name: 'Facturas claras',
    description: 'Asesoran sobre facturas y dan cursos.',
    questions: ['¿Qué factura es la más rara?', '¿Quién enseña contigo?'],
  },
  {
    title: 'Italian: professioni sanitarie',
    says: ['Infermiera di notte, leggo gialli.', 'Fisioterapista, amo le sedie.', 'Insegno primo soccorso.'],
    name: 'Dopo il turno',
    description: 'Infermieri e fisioterapisti che leggono e insegnano.',
    questions: ['Che cosa leggi?', 'Chi insegna con te?'],
  },
  {
    title: 'Italian: campane',
    says: ['Suono le campane della torre.', 'Restauro campane antiche.', 'Registro il suono delle campane.'],
    name: 'Corde nella torre',
    description: 'Suonano, restaurano e registrano campane.',
    questions: ['Quale campana preferisci?', 'Chi sale con te?'],
  },
  {
    title: 'Dutch: zorg als beroep',
    says: [
      'Verpleegkundige in de nacht, ik lees veel.',
      'Ik leid verpleegkundigen op.',
      'Verpleegkundige, ik bouw gitaren.',
    ],
    name: 'Na de dienst',
    description: 'Verpleegkundigen die lezen, bouwen en opleiden.',
    questions: ['Wat lees je?', 'Wie bouwt mee?'],
  },
  {
    title: 'Dutch: orgelmuziek',
    says: [
      'Ik bespeel het orgel in de kerk.',
      'Orgelbouwer, met stof in mijn haar.',
      'Orgelmuziek van Sweelinck.',
    ],
    name: 'Stof en pijpen',
    description: 'Zij bouwen en bespelen orgels, met muziek van Sweelinck.',
    questions: ['Welk orgel eerst?', 'Wie blaast mee?'],
  },
  {
    title: 'Portuguese: enfermagem como profissão',
    says: [
      'Sou enfermeira de noite e leio poesia.',
      'Formo enfermeiros e toco cavaquinho.',
      'Enfermeiro, coleciono azulejos.',
    ],
    name: 'Depois do turno',
    description: 'Enfermeiros que leem, tocam e colecionam.',
    questions: ['O que lês?', 'Quem toca contigo?'],
  },
  {
    title: 'Portuguese: apoio a refugiados como trabalho',
    says: [
      'Trabalho numa associação de apoio a refugiados.',
      'O meu trabalho: aulas de português.',
      'Faço as contas de uma associação.',
    ],
    name: 'O escritório',
    description: 'O trabalho deles: aulas, contas e apoio.',
    questions: ['O que falta ao escritório?', 'Quem dá aulas?'],
  },
];
