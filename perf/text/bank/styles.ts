import type { Language } from './relation.ts';

/** How somebody writes: what stands around a sentence that matters, and how sentences are joined. */
export interface Style {
  readonly name: string;
  readonly joinedBy: string;
  /** Before each sentence. */
  readonly bullet: string;
  /** Number of filler sentences. */
  readonly fillers: number;
  readonly bank: Readonly<Record<Language, readonly string[]>>;
}

/** The styles that authors of made-up texts have. */
export const styles: readonly Style[] = [
  {
    name: 'terse',
    joinedBy: ' ',
    bullet: '',
    fillers: 1,
    bank: {
      en: ['New here.', 'Ask.', 'Not much to add.', 'Mostly around.', 'That is all.'],
      de: ['Neu hier.', 'Einfach fragen.', 'Mehr gibt es nicht zu sagen.', 'Meist da.', 'Das war es.'],
    },
  },
  {
    name: 'chatty',
    joinedBy: ' ',
    bullet: '',
    fillers: 4,
    bank: {
      en: [
        'So, hello everyone, I never know how to begin these things!',
        'A friend told me about this place, and here I am, which is typical of me.',
        'You will recognise me by the yellow umbrella, rain or no rain.',
        'I could go on about this for ages, so stop me.',
        'Anyway, where was I?',
        'Do come and say hello, I do not bite, whatever they say.',
      ],
      de: [
        'Also hallo zusammen, ich weiß bei so etwas nie, wie man anfängt!',
        'Eine Freundin hat mir von euch erzählt, und da bin ich nun.',
        'Ihr erkennt mich am gelben Schirm, ob es regnet oder nicht.',
        'Darüber könnte ich ewig reden, also bremst mich.',
        'Wo war ich stehen geblieben?',
        'Sprecht mich ruhig an, ich beiße nicht.',
      ],
    },
  },
  {
    name: 'formal',
    joinedBy: ' ',
    bullet: '',
    fillers: 2,
    bank: {
      en: [
        'I have been a member since the spring.',
        'I look forward to a fruitful exchange.',
        'Please allow me to introduce myself briefly.',
        'I would be obliged for any suggestion.',
      ],
      de: [
        'Ich bin seit dem Frühjahr Mitglied.',
        'Einem Austausch sehe ich mit Freude entgegen.',
        'Gestatten Sie mir einige Worte zu meiner Person.',
        'Für Hinweise bin ich dankbar.',
      ],
    },
  },
  {
    name: 'ironic',
    joinedBy: ' ',
    bullet: '',
    fillers: 2,
    bank: {
      en: [
        'My autobiography, volume one.',
        'I was told that honesty is welcome here, so you have been warned.',
        'Naturally this interests nobody.',
        'Please hold your applause.',
      ],
      de: [
        'Meine Memoiren, erster Band.',
        'Man sagte mir, Ehrlichkeit sei erwünscht, ihr seid also gewarnt.',
        'Das interessiert natürlich keinen.',
        'Bitte noch keinen Applaus.',
      ],
    },
  },
  {
    name: 'list-like',
    joinedBy: '\n',
    bullet: '- ',
    fillers: 2,
    bank: {
      en: ['Tea, never coffee.', 'Left-handed.', 'Two bicycles, one working.', 'Bad at names.'],
      de: ['Tee, nie Kaffee.', 'Linkshänderin.', 'Zwei Fahrräder, eins fährt.', 'Schlecht im Namenmerken.'],
    },
  },
];

/** Prompts that members answer. */
export const prompts: Readonly<Record<Language, readonly string[]>> = {
  en: ['What is on your mind at the moment?', 'What should we know about you?'],
  de: ['Was beschäftigt Sie gerade?', 'Was sollten wir über Sie wissen?'],
};

/** What the slots of a sentence stand for. */
export const slots: Readonly<Record<Language, Readonly<Record<'day' | 'place', readonly string[]>>>> = {
  en: {
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    place: ['Thornhill', 'Saltmarsh', 'Coldbrook', 'Fenwick'],
  },
  de: {
    day: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
    place: ['Altenried', 'Moorbach', 'Kirchweiler', 'Seefelde'],
  },
};
