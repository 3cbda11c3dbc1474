import type { Common, Relation } from './relation.ts';

/** Relations of German communities. */
export const germanRelations: readonly Relation[] = [
  {
    label: 'Restwärme vom Ofen',
    language: 'de',
    has: {
      definition: 'Hat einen Ofen, der nach Gebrauch noch lange heiß bleibt',
      sentences: [
        'Nach dem Backen bleibt der Steinofen bis mittags heiß, einfach so.',
        'Um neun sind die Brote draußen, und die Glut hält noch ewig.',
        'Mein Lehmofen braucht zwei Tage zum Auskühlen.',
        'Bei uns im Hof strahlt der Brennofen der Töpferei bis {day} weiter.',
        'Die Öfen sind ab zehn nur noch lau, und keiner nutzt das.',
      ],
    },
    needs: {
      definition: 'Sucht etwas, wo Dinge sanft und lange trocknen oder garen',
      sentences: [
        'Meine Apfelringe müssten gemächlich trocknen, und hier geht das nicht.',
        'Ich suche einen Platz, an dem sechzig Bleche Minze dörren dürfen.',
        'Filzhüte schimmeln auf meinem Balkon, weil dort alles klamm ist.',
        'Joghurt will acht Stunden in Ruhe stehen, und meine Küche kann das nicht.',
        'Wer kann einen Topf Bohnen über Nacht knapp unter dem Sieden halten?',
      ],
    },
    distractors: {
      denied: 'Einen Ofen habe ich nicht, nur zwei Platten.',
      past: 'Früher hatten wir eine Backstube mit Holzofen.',
      others: 'Der Bäcker in {place} hat einen Ofen, der nie kalt wird.',
    },
  },
  {
    label: 'freie Ladefläche',
    language: 'de',
    has: {
      definition: 'Hat ein Fahrzeug mit Platz, den andere nutzen könnten',
      sentences: [
        'Mein Transporter steht unter der Woche nur herum.',
        'Jeden {day} fahre ich mit leerer Pritsche nach {place}.',
        'Das Lastenrad vom Laden ist ab achtzehn Uhr frei.',
        'Drei Kubikmeter hinter mir, und meistens fährt nur Luft mit.',
        'Ich habe einen Hänger mit Plane, der auf Arbeit wartet.',
      ],
    },
    needs: {
      definition: 'Hat etwas Sperriges, das woandershin muss',
      sentences: [
        'Ein Webstuhl muss vom Dachboden herunter, und ich besitze eine Monatskarte.',
        'Wie bekommt man ein Klavier über den Fluss?',
        'Meine Bienenkästen sollen im Juni in die Heide.',
        'Ich kaufe ständig Schränke, die ich dann nicht wegkriege.',
        'Vierzig Gerüstbretter liegen noch am falschen Ende der Stadt.',
      ],
    },
    distractors: {
      denied: 'Ein Auto besitze ich nicht und will auch keins.',
      past: 'Früher fuhr ich einen Möbelwagen.',
      others: 'Mein Schwager hat einen Transporter, den er keinem leiht.',
    },
  },
  {
    label: 'eine ruhige Hand',
    language: 'de',
    has: {
      definition: 'Arbeitet gern an sehr kleinen Dingen',
      sentences: [
        'Schrauben, die man nur mit der Lupe sieht, sind mir die liebsten.',
        'Ich baue Schiffe in Flaschen, Mast für Mast.',
        'Uhrwerke zerlege ich zur Entspannung.',
        'Pinzette und Geduld, mehr brauche ich abends nicht.',
        'Ich löte Drähte, dünner als ein Haar.',
      ],
    },
    needs: {
      definition: 'Hat etwas Kleines, das entzwei ist',
      sentences: [
        'Der Bügel meiner Lesebrille hängt seit Ostern am Klebeband.',
        'Unsere Spieldose klemmt beim dritten Ton.',
        'An der Puppenstube fehlen sämtliche Türgriffe.',
        'Die Kette vom Medaillon ist gerissen, und kein Juwelier nimmt sie an.',
        'Mein Taschenmesser lässt sich nicht mehr aufklappen.',
      ],
    },
    distractors: {
      denied: 'Für Kleinkram habe ich keine Hände, nur Pranken.',
      past: 'In der Lehre habe ich Uhren gebaut, das ist lange vorbei.',
      others: 'Mein Nachbar bastelt Eisenbahnen unter dem Mikroskop.',
    },
  },
  {
    label: 'Amtsdeutsch übersetzen',
    language: 'de',
    has: {
      definition: 'Kommt mit Formularen und Behördensprache gut zurecht',
      sentences: [
        'Amtsdeutsch lese ich wie andere den Wetterbericht.',
        'Ich weiß im Bauamt, welches Feld man leer lassen darf.',
        'Ich formuliere Widersprüche, bei denen keiner böse sein kann.',
        'Paragrafen und Fristen machen mir gute Laune.',
        'Vereinssatzungen schreibe ich an einem Nachmittag.',
      ],
    },
    needs: {
      definition: 'Braucht jemanden für Schriftliches mit der Verwaltung',
      sentences: [
        'Der Antrag fürs Straßenfest liegt hier seit drei Wochen, und ich verstehe nur Bahnhof.',
        'Wir möchten das Grundstück am Bach pachten und kommen am Fragebogen nicht vorbei.',
        'Unser Chor will gemeinnützig werden, aber niemand traut sich an die Unterlagen.',
        'Vier Seiten von der Stadt, und mir ist unklar, was sie von uns wollen.',
        'Für die Bude am Markt braucht es eine Genehmigung, und da hört es bei mir auf.',
      ],
    },
    distractors: {
      denied: 'Formulare fülle ich nicht aus, grundsätzlich nicht.',
      past: 'Ich war einmal im Rathaus angestellt, zum Glück ist das vorbei.',
      others: 'Die Schwester meines Chefs sitzt im Ordnungsamt.',
    },
  },
  {
    label: 'wach vor allen anderen',
    language: 'de',
    has: {
      definition: 'Ist früh auf und hat dann Zeit',
      sentences: [
        'Um halb fünf sitze ich beim zweiten Kaffee, und die Straße gehört mir.',
        'Mit den Amseln bin ich munter und habe drei Stunden, bevor etwas anfängt.',
        'Meine Schicht endet, wenn ihr aufsteht, und müde bin ich dann nie.',
        'Licht aus um neun, Stiefel an um fünf.',
        'Das Beste vom Tag ist für mich um sieben vorbei.',
      ],
    },
    needs: {
      definition: 'Sucht jemanden für etwas in aller Frühe',
      sentences: [
        'Der Teig muss vor Sonnenaufgang gefaltet werden, und ich schlafe wie ein Stein.',
        'Standplätze werden im Morgengrauen vergeben, und ich komme immer zuletzt.',
        'Für die Nebelbilder am See bräuchte ich jemanden, der das Boot hält, wenn es hell wird.',
        'Die Falterkästen wollen geleert sein, ehe die Sonne kommt; das schaffe ich nie.',
        'Wer lässt die Hühner raus, solange ich noch träume?',
      ],
    },
    distractors: {
      denied: 'Vor zehn bin ich für keinen zu sprechen.',
      past: 'Als Zusteller stand ich früher um drei auf, nie wieder.',
      others: 'Der Bauer gegenüber ist vor den Hähnen auf.',
    },
  },
];

/** What members of German communities have in common without a word for it. */
export const germanCommon: readonly Common[] = [
  {
    name: 'Angefangenes',
    description: 'Bei ihnen steht etwas halb Fertiges, bei jedem etwas anderes.',
    language: 'de',
    sentences: [
      'In meinem Schuppen steht ein Kanu mit einer Seite.',
      'Mein Roman ist seit Jahren im dritten Kapitel.',
      'Ich stricke Vorderteile; Rücken sind etwas anderes.',
      'Vier Wecker liegen offen auf dem Tisch, und das bleibt so.',
      'Mein Dänisch hört bei Lektion neun auf.',
    ],
  },
];
