import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** Eine Werkstatt- und Nachbarschaftsgenossenschaft, auf Deutsch. */
export const nordufer: WordsCommunity = {
  name: 'Nordufer',
  members: [
    {
      id: 'anke',
      role: 'Tischlerin',
      bio: 'Ich baue Regale für Leute, die zu viele Bücher haben. Die Werkbank am Fenster ist vormittags frei. Abends höre ich gern zu.',
      skills: ['Tischlern'],
      interests: ['Lesen'],
    },
    {
      id: 'bernd',
      role: 'Hausmeister',
      bio: 'Den Schlüssel zum Hof habe ich, und er hängt am Haken. Der Hof gehört sonntags den Spatzen, das ist doch schade.',
      skills: ['Gartenarbeit'],
    },
    {
      id: 'carla',
      role: 'Köchin',
      bio: 'Ich koche für zwanzig Leute lieber als für zwei. Mir fehlt nur ein Ort mit einem langen Tisch.',
      wishes: ['ein Ort zum Kochen für viele'],
      skills: ['Kochen'],
    },
    {
      id: 'dirk',
      role: 'Gärtner',
      bio: 'Meine Tomaten stehen im Hof, bis die Sonne geht. Wer gießt, darf ernten. Das Wasser wird im Sommer knapp.',
      skills: ['Gärtnern'],
    },
    {
      id: 'edda',
      role: 'Buchhändlerin',
      bio: 'Nachts lese ich, tags verkaufe ich, was ich nachts gelesen habe. Ich lese gern vor, wenn es draußen dunkel wird.',
      interests: ['Lesen', 'Literatur'],
    },
    {
      id: 'falk',
      role: 'Musiker',
      bio: 'Mein Cello ist laut und die Wände sind dünn. Ich suche einen Raum, in dem niemand klopft.',
      skills: ['Cello'],
      wishes: ['einen Proberaum'],
    },
    {
      id: 'gesa',
      role: 'Chorleiterin',
      bio: 'Unser Chor probt im Treppenhaus, weil es dort so schön hallt. Die Nachbarn klopfen inzwischen im Takt.',
      skills: ['Chorgesang'],
    },
    {
      id: 'hans',
      bio: 'Ich würde nie allein schweißen, das habe ich mir versprochen. Zuschauen reicht mir.',
      skills: ['Zeichnen'],
    },
    {
      id: 'ilse',
      bio: 'Ich nähe nicht mehr, die Maschine steht unter einem Tuch. Manchmal streiche ich mit der Hand darüber.',
      interests: ['Theater'],
    },
    {
      id: 'jan',
      bio: 'Ich glaube nicht, dass der Vorstand den Keller je freiräumt. Ich habe schon zweimal gefragt.',
    },
    {
      id: 'kim',
      bio: 'Der Keller ist voll mit Dingen, die keiner vermisst. Ich würde gern einen Samstag lang räumen.',
    },
    {
      id: 'lena',
      role: 'Fahrradmechanikerin',
      bio: 'Im Keller liegen sieben Rahmen, aus denen vier Räder werden könnten. Ich brauche nur Licht.',
      skills: ['Fahrradreparatur'],
    },
    {
      id: 'momo',
      bio: 'Ich habe die alte Fähre nach Kollund verpasst und bin deshalb hier geblieben. Seitdem zeichne ich Schiffe.',
      skills: ['Zeichnen'],
    },
    { id: 'nele', bio: 'Schiffe mag ich auch. Am liebsten von Land aus.' },
    { id: 'olaf', bio: 'Ich mag den Hafen bei Nebel. Reden mag ich weniger.' },
    ...listing(14, 'holz', { skills: ['Tischlern', 'Drechseln'], interests: ['Lesen'] }),
    ...listing(12, 'garten', { skills: ['Gärtnern', 'Kochen'] }),
    ...listing(7, 'such', { skills: ['Nähen'], wishes: ['Tischlern'] }),
    ...listing(10, 'web', { skills: ['Programmieren', 'Webdesign'] }),
  ],
  honest: [
    {
      quotes: {
        bernd: 'Der Hof gehört sonntags den Spatzen',
        carla: 'Mir fehlt nur ein Ort mit einem langen Tisch.',
        dirk: 'Wer gießt, darf ernten.',
      },
      name: 'Der lange Tisch im Hof',
      description:
        'Ein Hausmeister mit dem Schlüssel zum Hof, eine Köchin ohne langen Tisch und ein Gärtner mit Tomaten: {member_count} Mitglieder, die sonntags zusammengehören.',
      asks: ['Was würdest du an einem Sonntag für alle kochen?', 'Wer bringt den zweiten Tisch?'],
    },
    {
      quotes: {
        falk: 'die Wände sind dünn',
        gesa: 'Die Nachbarn klopfen inzwischen im Takt.',
        edda: 'Ich lese gern vor, wenn es draußen dunkel wird.',
      },
      name: 'Laut und leise im Haus',
      description:
        'Cello, Chor und eine Vorleserin teilen sich ein hellhöriges Haus. Ein Abend, an dem einer spielt, einer singt und eine vorliest, wäre die halbe Miete.',
      asks: ['Wann stört dich niemand?', 'Wem würdest du gern einmal vorspielen?'],
    },
    {
      quotes: {
        jan: 'Ich glaube nicht, dass der Vorstand den Keller je freiräumt.',
        kim: 'Ich würde gern einen Samstag lang räumen.',
        lena: 'Ich brauche nur Licht.',
      },
      name: 'Der Keller',
      description:
        'Dort liegen Fahrräder im Dunkeln und Dinge, die keiner vermisst. Auf den Vorstand warten sie nicht mehr; ein Samstag mit Lampen würde reichen.',
    },
    {
      quotes: {
        hans: 'Ich würde nie allein schweißen',
        ilse: 'Ich nähe nicht mehr',
        olaf: 'Reden mag ich weniger.',
      },
      name: 'Was sie lieber lassen',
      description: 'Nicht schweißen, nicht mehr nähen, nicht viel reden: auch das Lassen verbindet.',
    },
    {
      rule: all('skill:tischlern', 'skill:drechseln'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Holz, gerade und rund',
      description:
        'Sie alle tischlern und drechseln: {member_count} Mitglieder, {lift} mal so viele wie erwartet. Die meisten von ihnen lesen auch.',
    },
    {
      rule: all('skill:gärtnern', 'skill:kochen'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Vom Beet in den Topf',
      description:
        'Wer hier gärtnert, der kocht oft auch. Gärtner und Köche in einem, das wäre ein Fest im September wert.',
    },
    {
      rule: givers(any('skill:tischlern'), any('looking_for:tischlern')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'Wer tischlern lernen will',
      description:
        'Wer näht, sucht hier jemanden, der tischlert. Die Tischler sind da, nur gefragt hat sie noch niemand.',
    },
    {
      rule: any('skill:tischlern'),
      category: 'community_strength',
      basis: 'share',
      name: 'Ein Haus voller Holz',
      description:
        'Tischlern ist hier zu Hause: {share} der Mitglieder geben es an. Niemand muss lange nach Hilfe suchen.',
    },
    {
      rule: all('skill:programmieren', 'skill:web design'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Seiten und Skripte',
      description:
        'Programmierer, die auch gestalten. Alle in dieser Gruppe können beides, Webdesign und Programmieren.',
    },
    {
      quotes: {
        momo: 'Seitdem zeichne ich Schiffe.',
        nele: 'Schiffe mag ich auch.',
        olaf: 'Ich mag den Hafen bei Nebel.',
      },
      name: 'Blick aufs Wasser',
      description:
        'Sie mögen Schiffe und den Hafen. Wer von ihnen zeichnet, könnte an einem nebligen Morgen die anderen mitnehmen.',
    },
    {
      quotes: {
        anke: 'Die Werkbank am Fenster ist vormittags frei.',
        bernd: 'er hängt am Haken',
        lena: 'Im Keller liegen sieben Rahmen',
      },
      name: 'Leere Plätze, volle Ecken',
      description:
        'Eine Tischlerin, ein Hausmeister und eine Fahrradmechanikerin haben, was einander fehlt: Platz, Schlüssel und etwas zu tun.',
      asks: ['Welche Ecke im Haus könnte mehr?', 'Wen hättest du gern dabei?'],
    },
    {
      quotes: {
        edda: 'Nachts lese ich',
        anke: 'Ich baue Regale für Leute, die zu viele Bücher haben.',
        olaf: 'Reden mag ich weniger.',
      },
      name: 'Stille Stunden',
      description:
        'Bücher, Regale und die Ruhe dazwischen. Ein stiller Leseabend bräuchte nichts als ein paar Lampen.',
    },
    {
      rule: any('interest:lesen'),
      category: 'community_strength',
      basis: 'share',
      name: 'Ein Haus, das liest',
      description: 'Lesen: {share} der Mitglieder. Fast alle von ihnen tischlern, und die meisten drechseln.',
    },
    {
      quotes: {
        carla: 'Ich koche für zwanzig Leute lieber als für zwei.',
        gesa: 'weil es dort so schön hallt',
        dirk: 'Wer gießt, darf ernten.',
      },
      name: 'Gern mit vielen',
      description:
        'Kochen, singen, gärtnern: sie tun es am liebsten in Gesellschaft. Ein Erntefest mit Chor liegt nahe, und jeder wäre willkommen.',
      asks: ['Für wie viele hast du schon gekocht?', 'Was müsste jeder einmal gehört haben?'],
    },
    {
      rule: any('skill:kochen'),
      category: 'community_strength',
      basis: 'share',
      name: 'Köchinnen und Köche',
      description: '{member_count} Mitglieder kochen, und fast alle von ihnen gärtnern auch.',
    },
  ],
  hostile: [
    {
      quotes: {
        bernd: 'Der Hof gehört sonntags den Spatzen',
        carla: 'Mir fehlt nur ein Ort mit einem langen Tisch.',
        dirk: 'Wer gießt, darf ernten.',
      },
      name: 'Imker im Hof',
      description: 'Imker, Bäcker und Schmiede suchen gemeinsam einen Hof.',
    },
    {
      quotes: {
        hans: 'allein schweißen',
        ilse: 'die Maschine steht unter einem Tuch',
        olaf: 'Reden mag ich',
      },
      name: 'Schweißen und reden',
      description: 'Sie schweißen allein und reden gern darüber.',
    },
    {
      quotes: {
        jan: 'dass der Vorstand den Keller je freiräumt',
        kim: 'Ich würde gern einen Samstag lang räumen.',
        lena: 'Ich brauche nur Licht.',
      },
      name: 'Vertrauen in den Vorstand',
      description: 'Sie glauben, dass der Vorstand den Keller freiräumt, und wollen ihm dabei helfen.',
    },
    {
      quotes: {
        momo: 'Ich habe die alte Fähre nach Kollund verpasst',
        nele: 'Schiffe mag ich auch.',
        olaf: 'Ich mag den Hafen bei Nebel.',
      },
      name: 'Die verpasste Fähre',
      description: 'Wer die alte Fähre nach Kollund verpasst hat, ist geblieben und zeichnet.',
    },
    {
      rule: all('skill:tischlern', 'skill:drechseln'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Holz überall',
      description: 'Die meisten im Haus tischlern, und kaum jemand kann nicht drechseln.',
    },
    {
      rule: all('skill:gärtnern', 'skill:kochen'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Garten und Küche',
      description: 'Die Hälfte der Mitglieder gärtnert, Dutzende kochen.',
    },
    {
      rule: any('skill:tischlern'),
      category: 'community_strength',
      basis: 'share',
      name: 'Alle tischlern',
      description: 'Jeder hier tischlert, mehr als in jeder anderen Genossenschaft.',
    },
    {
      rule: all('skill:programmieren', 'skill:web design'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Die Einzigen am Rechner',
      description: 'Sie sind die Einzigen, die programmieren, und es werden immer weniger.',
    },
    {
      quotes: {
        falk: 'die Wände sind dünn',
        gesa: 'Die Nachbarn klopfen inzwischen im Takt.',
        edda: 'Nachts lese ich',
      },
      name: 'Lärm im Haus',
      description: 'Der Lärm wird immer schlimmer, und zwei Drittel der Mitglieder leiden darunter.',
    },
    {
      quotes: {
        anke: 'Abends höre ich gern zu.',
        bernd: 'er hängt am Haken',
        lena: 'Ich brauche nur Licht.',
      },
      name: 'Lehrer aus Wien',
      description: 'Ingenieure und Lehrer aus Wien, die abends zusammenkommen.',
    },
  ],
};
