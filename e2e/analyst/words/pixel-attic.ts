import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** People who make games in their spare time, some of whom write in German. */
export const pixelAttic: WordsCommunity = {
  name: 'Pixel Attic',
  members: [
    {
      id: 'ash',
      role: 'Composer',
      bio: 'I have forty loops and no game. Loops about rain, mainly.',
      skills: ['Music composition'],
    },
    {
      id: 'birk',
      role: 'Programmierer',
      bio: 'Mein Spiel hat Physik, aber keinen Ton. Man hört nur den Lüfter.',
      skills: ['C++', 'Spieleentwicklung'],
    },
    {
      id: 'cleo',
      role: 'Writer',
      bio: 'I write dialogue for people who never meet. Endings I leave to others.',
      skills: ['Creative writing'],
      interests: ['Role-playing games'],
    },
    {
      id: 'dex',
      role: 'Animator',
      bio: 'I animate tails. If it has a tail, send it to me, otherwise I get bored.',
      skills: ['Animation'],
      answers: [['What do you need?', 'A deadline that is not mine.']],
    },
    {
      id: 'emil',
      bio: 'Ich teste alles kaputt, was man mir gibt. Programmieren kann ich nicht.',
      interests: ['Brettspiele'],
    },
    {
      id: 'fox',
      bio: 'I used to stream, then I bought a plant. The plant is doing better.',
      interests: ['Gardening'],
    },
    {
      id: 'gwen',
      bio: 'My brother codes in Rust, I code in pencil. Graph paper is an engine.',
      skills: ['Level design'],
    },
    {
      id: 'hux',
      bio: 'I hardly ever finish a game. I do finish other people’s, with pleasure.',
      skills: ['Game development'],
    },
    {
      id: 'ike',
      bio: 'Finishing is my thing, starting is not. Give me your last ten percent.',
      skills: ['Software testing'],
    },
    {
      id: 'jo',
      bio: 'Seventeen beginnings on one hard disk. I call it a museum.',
      skills: ['Game development'],
    },
    {
      id: 'kai',
      bio: 'I proposed to my partner by way of a cave level and the collision failed. We fell through the floor and laughed.',
      skills: ['Level design'],
    },
    { id: 'lux', bio: 'Floors I can fix. Caves too.', skills: ['Level design'] },
    {
      id: 'min',
      bio: 'I do not think jams make better games. They make better friends.',
      interests: ['Game jams'],
    },
    { id: 'nox', bio: 'A jam without sleep is a bad jam. I bring blankets.', interests: ['Game jams'] },
    ...listing(14, 'dev', { skills: ['C#', 'Unity', 'Game development'] }),
    ...listing(12, 'art', { skills: ['Illustration', 'Animation'], interests: ['Comics and cartoons'] }),
    ...listing(9, 'pen', { skills: ['Creative writing'], interests: ['Role-playing games'] }),
    ...listing(7, 'seek', { skills: ['Creative writing'], wishes: ['Animation'] }),
    ...listing(2, 'snd', { skills: ['Music composition', 'Game development'] }),
  ],
  honest: [
    {
      quotes: {
        ash: 'I have forty loops and no game.',
        birk: 'Mein Spiel hat Physik, aber keinen Ton.',
        dex: 'A deadline that is not mine.',
      },
      name: 'Rain for a silent game',
      description:
        'A composer with loops and no game, a programmer with a game and no sound, an animator in need of a deadline. One weekend, and the fan would not be the only thing you hear.',
      asks: ['What should rain sound like?', 'What would you do in half a day?'],
    },
    {
      quotes: {
        hux: 'I do finish other people’s, with pleasure.',
        ike: 'Finishing is my thing',
        jo: 'Seventeen beginnings on one hard disk.',
      },
      name: 'Beginners and finishers',
      description:
        'A museum of beginnings meets a love of finishing. A swap of unfinished games is overdue, first come, first served.',
    },
    {
      quotes: {
        min: 'They make better friends.',
        nox: 'A jam without sleep is a bad jam.',
        fox: 'The plant is doing better.',
      },
      name: 'Jams with blankets',
      description:
        'Game jams for friendship rather than glory: blankets, sleep, perhaps a plant. For once, everybody could go to bed.',
    },
    {
      quotes: { emil: 'Programmieren kann ich nicht.', gwen: 'I code in pencil', fox: 'I used to stream' },
      name: 'Making games without an engine',
      corrected: { name: 'Without an engine' },
      description:
        'No programming, no Rust, no more streams: graph paper, board games and a habit of breaking things will do.',
    },
    {
      quotes: {
        cleo: 'Endings I leave to others.',
        ike: 'Give me your last ten percent.',
        lux: 'Caves too.',
      },
      name: 'Endings wanted',
      description:
        'Endings left to others meet a love of the last stretch. Level design could give a writer and a tester a cave to do it in.',
    },
    {
      rule: all('skill:c#', 'skill:unity', 'skill:game development'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'The engine room',
      description:
        'Game developers who write C# in Unity. All of them could take a prototype from nothing to something.',
    },
    {
      rule: all('skill:illustration', 'skill:animation'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Drawings that move',
      description: 'Illustrators who animate: {member_count} members, all of whom like comics and cartoons.',
    },
    {
      rule: all('skill:writing', 'interest:tabletop role playing games'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Writers at the table',
      description: 'Everyone here writes and plays role-playing games, {lift} times what chance would give.',
      corrected: {
        description:
          'Every one of them writes and plays role-playing games, {lift} times what chance would give.',
      },
    },
    {
      rule: givers(any('skill:animation'), any('looking_for:animation')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'Scenes that want to move',
      description: 'Writers look for animation, and the animators who could help mostly illustrate as well.',
    },
    {
      rule: any('skill:writing'),
      category: 'community_strength',
      basis: 'share',
      name: 'A house of writers',
      description:
        '{share} of the members write. Hardly any of the writers animate, which is why some of them look for it.',
      corrected: {
        description:
          '{share} of the members write. Hardly any of the writers list animation, which is why some of them look for it.',
      },
    },
    {
      rule: any('skill:game development'),
      category: 'community_strength',
      basis: 'share',
      name: 'Game developers',
      description:
        'Game development is shared by {member_count} members. Most of them know Unity, a few compose.',
    },
    {
      rule: any('skill:illustration', 'skill:animation'),
      category: 'community_strength',
      basis: 'share',
      name: 'Pencil and tail',
      description: 'Animation or illustration: {share} of the attic. Nearly all of these members do both.',
      corrected: {
        description:
          'Animation or illustration: {share} of the attic. Nearly all of these members list illustration.',
      },
    },
    {
      quotes: {
        emil: 'Ich teste alles kaputt, was man mir gibt.',
        jo: 'I call it a museum.',
        birk: 'Man hört nur den Lüfter.',
      },
      name: 'Things to break',
      description:
        'Someone who breaks whatever he is given, and two who have plenty to break. Testers are worth their weight in gold.',
      corrected: {
        description:
          'Someone who breaks whatever he is given, and others who have plenty to break. Testing is worth its weight in gold.',
      },
    },
    {
      quotes: {
        gwen: 'Graph paper is an engine.',
        lux: 'Floors I can fix.',
        cleo: 'I write dialogue for people who never meet.',
      },
      name: 'Levels and lines',
      description:
        'Level designers and a writer who could meet over graph paper, for want of a better engine.',
    },
    {
      quotes: { ash: 'Loops about rain, mainly.', nox: 'I bring blankets.', dex: 'I animate tails.' },
      name: 'A small warm game',
      description:
        'Rain, blankets, tails. Once it is put like that, everybody can see the game; it only wants a programmer.',
      corrected: {
        description:
          'Rain, blankets, tails. Once it is put like that, everybody can see the game; it only wants someone to start it.',
      },
    },
  ],
  hostile: [
    {
      quotes: {
        ash: 'I have forty loops and no game.',
        birk: 'Man hört nur den Lüfter.',
        dex: 'I animate tails.',
      },
      name: 'Filmmakers in the attic',
      description: 'Filmmakers, lawyers and a violinist who are making a documentary.',
    },
    {
      quotes: { emil: 'Programmieren kann ich', gwen: 'codes in Rust', fox: 'then I bought a plant' },
      name: 'Rust programmers',
      description: 'They program in Rust.',
    },
    {
      quotes: {
        min: 'jams make better games',
        nox: 'A jam without sleep',
        fox: 'The plant is doing better.',
      },
      name: 'Better games',
      description: 'Jams make better games, and sleep can wait.',
    },
    {
      quotes: {
        hux: 'finish a game',
        ike: 'Finishing is my thing, starting',
        jo: 'Seventeen beginnings on one hard disk.',
      },
      name: 'They finish',
      description: 'They start games and finish a game.',
    },
    {
      quotes: {
        kai: 'I proposed to my partner by way of a cave level and the collision failed.',
        lux: 'Floors I can fix.',
        gwen: 'Graph paper is an engine.',
      },
      name: 'A proposal in a cave',
      description: 'A proposal by way of a cave level, and the collision failed.',
    },
    {
      rule: all('skill:c#', 'skill:unity'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Unity rules',
      description: 'The whole attic uses Unity, and almost none of the members code in anything but C#.',
    },
    {
      rule: any('skill:game development', 'skill:music composition'),
      category: 'community_strength',
      basis: 'share',
      name: 'Composers of the attic',
      description: 'Composers, first and foremost.',
    },
    {
      rule: all('skill:illustration', 'skill:animation'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'More animators than anywhere',
      description: 'No other community has as many animators, and their number is growing.',
    },
    {
      rule: all('skill:writing', 'interest:tabletop role playing games'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Rollen für alle',
      description: 'Die Hälfte aller Mitglieder schreibt, und jeder spielt Rollenspiele.',
    },
    {
      quotes: {
        hux: 'I do finish other people’s, with pleasure.',
        ike: 'Give me your last ten percent.',
        jo: 'I call it a museum.',
      },
      name: 'Unfinished business',
      description:
        'Several hundred games lie unfinished; a handful at most are ever played, and tens of members have quit.',
    },
  ],
};
