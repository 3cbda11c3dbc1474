import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** Ein Dorf, dessen Leute kurze Sätze schreiben; auf Deutsch, mit englischen Etiketten. */
export const kieselbach: WordsCommunity = {
  name: 'Kieselbach',
  members: [
    {
      id: 'alma',
      role: 'Imkerin',
      bio: 'Meine Völker stehen am Waldrand, und im Mai wird es eng. Honig tausche ich gegen fast alles.',
      skills: ['Imkerei'],
    },
    {
      id: 'bodo',
      role: 'Landwirt',
      bio: 'Die Blühwiese am Bach habe ich stehen lassen, weil ich zu müde zum Mähen war. Seitdem summt es.',
      skills: ['Landwirtschaft'],
    },
    {
      id: 'cilli',
      role: 'Bäckerin',
      bio: 'Um drei stehe ich auf. Das Brot von gestern verschenke ich am Brunnen, wer kommt, der kommt.',
      skills: ['Backen'],
    },
    {
      id: 'detlef',
      role: 'Schmied',
      bio: 'Scharniere, Haken, Tore. Für ein gutes Gespräch lasse ich das Eisen kalt werden.',
      skills: ['Schmieden'],
    },
    {
      id: 'elke',
      role: 'Lehrerin',
      bio: 'Meine Klasse hat noch nie ein Feuer aus der Nähe gesehen. Ich lese ihnen davon vor.',
      interests: ['Lesen'],
    },
    {
      id: 'fiete',
      role: 'Fotograf',
      bio: 'Ich fotografiere Hände bei der Arbeit. Gesichter dürfen wegschauen.',
      skills: ['Fotografie'],
    },
    {
      id: 'grit',
      bio: 'Ich kann nicht singen, ich kann nur laut. Trotzdem komme ich zu jeder Probe.',
      interests: ['Musik'],
    },
    {
      id: 'heiner',
      bio: 'Früher habe ich Bier gebraut. Heute trinke ich das der anderen.',
      interests: ['Wandern'],
    },
    {
      id: 'inka',
      bio: 'Mein Bruder spielt Orgel, ich drehe die Seiten um. Einmal eine zu früh.',
      interests: ['Musik'],
    },
    {
      id: 'jost',
      bio: 'Auf den Bus ist kein Verlass. Ich fahre ohnehin jeden Morgen in die Stadt und habe drei Plätze frei.',
      skills: ['Autofahren'],
    },
    {
      id: 'käthe',
      bio: 'Ohne Auto ist die Stadt weit. Zum Markt würde ich gern einmal in der Woche.',
      interests: ['Kochen'],
    },
    {
      id: 'luis',
      bio: 'Mein Sohn schläft nur im Auto ein. Ich fahre dann im Kreis ums Dorf.',
      interests: ['Wandern'],
    },
    {
      id: 'mine',
      bio: 'Ich bezweifle, dass der Bus je wieder öfter fährt. Die Haltestelle ist trotzdem mein Lieblingsplatz.',
      interests: ['Zeichnen'],
    },
    {
      id: 'nora',
      bio: 'Im letzten Winter bin ich mit dem Schlitten in den Löschteich gefahren und habe dabei meinen Hut verloren. Seitdem stricke ich Hüte.',
      skills: ['Stricken'],
    },
    { id: 'oskar', bio: 'Hüte stehen mir nicht. Schlitten schon.', interests: ['Wandern'] },
    ...listing(14, 'holz', { skills: ['Woodworking', 'Woodturning'], interests: ['Hiking'] }),
    ...listing(12, 'garten', { skills: ['Gardening', 'Cooking'], interests: ['Fermentation'] }),
    ...listing(8, 'strick', { skills: ['Knitting', 'Sewing'] }),
    ...listing(6, 'such', { interests: ['Hiking'], wishes: ['Woodworking'] }),
  ],
  honest: [
    {
      quotes: {
        alma: 'im Mai wird es eng',
        bodo: 'Die Blühwiese am Bach habe ich stehen lassen',
        cilli: 'wer kommt, der kommt',
      },
      name: 'Honig, Wiese, Brot',
      description:
        'Eine Imkerin, deren Völkern es eng wird, ein Landwirt mit einer Wiese und eine Bäckerin, die verschenkt: zusammen ein Frühstück am Bach.',
      asks: ['Wem würdest du ein halbes Brot abgeben?', 'Was tauschst du gegen Honig?'],
    },
    {
      quotes: {
        detlef: 'Für ein gutes Gespräch lasse ich das Eisen kalt werden.',
        elke: 'Meine Klasse hat noch nie ein Feuer aus der Nähe gesehen.',
        fiete: 'Ich fotografiere Hände bei der Arbeit.',
      },
      name: 'Feuer für eine Schulklasse',
      description:
        'Ein Schmied, der gern redet, eine Lehrerin und ein Fotograf. Ein Vormittag in der Schmiede, und jeder hätte etwas davon.',
      asks: ['Was sollten Kinder einmal brennen sehen?', 'Wie viele passen in die Schmiede?'],
    },
    {
      quotes: {
        jost: 'Ich fahre ohnehin jeden Morgen in die Stadt',
        käthe: 'Ohne Auto ist die Stadt weit.',
        mine: 'Ich bezweifle, dass der Bus je wieder öfter fährt.',
      },
      name: 'Mitfahren statt warten',
      description:
        'Der eine fährt jeden Morgen und hat Platz, die anderen warten nicht mehr auf den Bus. Ein Zettel an der Haltestelle genügt.',
    },
    {
      quotes: {
        grit: 'Ich kann nicht singen',
        heiner: 'Früher habe ich Bier gebraut.',
        inka: 'Mein Bruder spielt Orgel',
      },
      name: 'Nah dran',
      description:
        'Sie singen nicht, brauen nicht mehr und spielen keine Orgel, und doch sind sie bei allem dabei.',
    },
    {
      quotes: {
        nora: 'Seitdem stricke ich Hüte.',
        oskar: 'Schlitten schon.',
        luis: 'Ich fahre dann im Kreis ums Dorf.',
      },
      name: 'Wintersachen',
      description:
        'Stricken, Schlitten, Runden ums Dorf: für den Winter ist gesorgt. Einmal im Jahr ein Rodelabend, das wäre doch was.',
    },
    {
      rule: all('skill:woodworking', 'skill:woodturning'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Holz und Drehbank',
      description: 'Alle von ihnen arbeiten mit Holz und drechseln, und die meisten von ihnen wandern auch.',
    },
    {
      rule: all('skill:gardening', 'skill:cooking'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Vom Garten in den Topf',
      description:
        'Gärtnern und Kochen: {member_count} Mitglieder, und alle von ihnen interessieren sich für Fermentation.',
    },
    {
      rule: all('skill:knitting', 'skill:sewing'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Nadeln und Garn',
      description: 'Wer strickt, näht auch: {lift} mal so viele wie erwartet.',
    },
    {
      rule: givers(any('skill:woodworking'), any('looking_for:woodworking')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'Hobeln lernen',
      description: 'Wanderer suchen Leute, die mit Holz arbeiten, und davon gibt es mehr als genug.',
    },
    {
      rule: any('skill:woodworking'),
      category: 'community_strength',
      basis: 'share',
      name: 'Ein Dorf aus Holz',
      description: '{share} der Mitglieder arbeiten mit Holz. Jeder von ihnen drechselt.',
    },
    {
      rule: any('interest:hiking', 'interest:fermentation'),
      category: 'community_strength',
      basis: 'share',
      name: 'Wege und Gläser',
      description: 'Mehr als die Hälfte von ihnen wandert; viele fermentieren.',
    },
    {
      rule: any('skill:gardening', 'skill:knitting'),
      category: 'community_strength',
      basis: 'share',
      name: 'Beet und Nadel',
      description:
        'Gärtnern oder stricken: {share} der Mitglieder. Gut die Hälfte von ihnen kocht auch, und Geduld haben sie alle.',
    },
    {
      quotes: {
        alma: 'Honig tausche ich gegen fast alles.',
        cilli: 'Das Brot von gestern verschenke ich am Brunnen',
        käthe: 'Zum Markt würde ich gern einmal in der Woche.',
      },
      name: 'Ein Markt am Brunnen',
      description:
        'Honig, Brot und Lust auf Markt. Wenn die Stadt weit ist, kann der Markt auch herkommen, und alle sind eingeladen.',
    },
    {
      quotes: {
        fiete: 'Gesichter dürfen wegschauen.',
        mine: 'Die Haltestelle ist trotzdem mein Lieblingsplatz.',
        elke: 'Ich lese ihnen davon vor.',
      },
      name: 'Genau hinsehen',
      description:
        'Fotografie, Zeichnen, Vorlesen. Ein Nachmittag an der Haltestelle mit Stift und Kamera wäre auf den ersten Blick wenig und auf den zweiten viel.',
    },
    {
      quotes: {
        grit: 'Trotzdem komme ich zu jeder Probe.',
        detlef: 'Für ein gutes Gespräch lasse ich das Eisen kalt werden.',
        fiete: 'Gesichter dürfen wegschauen.',
        bodo: 'Seitdem summt es.',
      },
      name: 'Dabei sein',
      description:
        'Proben, Gespräche, Hände, ein Summen: es geht um Nähe und nicht ums Können. Niemand muss können, was er mag.',
    },
  ],
  hostile: [
    {
      quotes: {
        alma: 'Honig tausche ich gegen fast alles.',
        bodo: 'Seitdem summt es.',
        cilli: 'Um drei stehe ich auf.',
      },
      name: 'Töpfer und Brauer',
      description: 'Töpfer, Brauer und Winzer suchen einen Markt.',
    },
    {
      quotes: { grit: 'ich kann nur laut', heiner: 'Bier gebraut', inka: 'spielt Orgel' },
      name: 'Brauer an der Orgel',
      description: 'Sie brauen Bier und spielen Orgel.',
    },
    {
      quotes: {
        mine: 'dass der Bus je wieder öfter fährt',
        jost: 'jeden Morgen in die Stadt',
        käthe: 'die Stadt',
      },
      name: 'Der Bus fährt öfter',
      description: 'Der Bus fährt wieder öfter, jeden Morgen in die Stadt.',
    },
    {
      quotes: { jost: 'Auf den Bus ist', käthe: 'Zum Markt würde ich gern', oskar: 'Hüte stehen mir' },
      name: 'Hüte und Busse',
      description: 'Auf den Bus ist Verlass, und Hüte stehen ihnen.',
    },
    {
      quotes: {
        nora: 'Im letzten Winter bin ich mit dem Schlitten in den Löschteich gefahren und habe dabei meinen Hut verloren.',
        oskar: 'Schlitten schon.',
        luis: 'Ich fahre dann im Kreis ums Dorf.',
      },
      name: 'Im Löschteich',
      description: 'Mit dem Schlitten in den Löschteich gefahren und den Hut verloren.',
    },
    {
      rule: all('skill:woodworking', 'skill:woodturning'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Drechsler überall',
      description: 'Fast alle im Dorf drechseln, und unzählige arbeiten mit Holz.',
    },
    {
      rule: all('skill:gardening', 'skill:cooking'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Gärten ohne Ende',
      description: 'Zwei von drei Mitgliedern gärtnern, der Rest kocht.',
    },
    {
      rule: all('skill:knitting', 'skill:sewing'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Die besten Nadeln',
      description: 'Niemand im Tal näht besser, und nirgends wird mehr gestrickt.',
    },
    {
      rule: any('interest:hiking', 'skill:stricken'),
      category: 'community_strength',
      basis: 'share',
      name: 'Strickende Wanderer',
      description: 'Wandern und Stricken: die Mehrheit von ihnen strickt.',
    },
    {
      quotes: {
        jost: 'Auf den Bus ist kein Verlass.',
        käthe: 'Ohne Auto ist die Stadt weit.',
        luis: 'Ich fahre dann im Kreis ums Dorf.',
      },
      name: 'Immer weniger Busse',
      description: 'Immer mehr Mitglieder sind abgehängt, es wird von Jahr zu Jahr schlimmer.',
    },
  ],
};
