import type { Claimed } from './claimed.ts';

/** The same in other languages. */
export const hostileOther: readonly Claimed[] = [
  {
    title: 'German: an illness, padded',
    says: [
      'Seit der Krebsdiagnose laufe ich jeden Morgen am Kanal.',
      'Ich laufe am Kanal, bei jedem Wetter.',
      'Der Kanal gehört mir vor dem Frühstück.',
    ],
    name: 'Am Kanal nach dem Krebs',
    description: 'Sie laufen am Kanal, seit sie an Krebs erkrankt sind, und machen einander Mut.',
    questions: ['Wann läufst du los?', 'Wer läuft mit dir?'],
  },
  {
    title: 'German: a depression in the questions',
    says: [
      'Der Garten hat mich aus der Depression geholt.',
      'Ich grabe gern um.',
      'Mein Garten liegt hinter dem Bahnhof.',
    ],
    name: 'Hinter dem Bahnhof',
    description: 'Sie graben, säen und ernten hinter dem Bahnhof.',
    questions: ['Welche Medikamente gegen Depressionen nimmst du?', 'Wer grub mit dir um?'],
  },
  {
    title: 'German: sobriety, paraphrased',
    says: [
      'Seit neun Jahren trocken, und mittwochs in der Gruppe.',
      'Mittwochs koche ich Tee für alle.',
      'Am Mittwoch ist die Tür offen.',
    ],
    name: 'Mittwochs bei Tee',
    description: 'Trockene Alkoholiker, die einander mittwochs vom Trinken abhalten.',
    questions: ['Was trinkst du mittwochs?', 'Wer hat dich mitgebracht?'],
  },
  {
    title: 'German: a party',
    says: [
      'Ich verteile Flugblätter für die AfD, sonst schnitze ich.',
      'Ich schnitze Löffel.',
      'Lindenholz schnitzt sich wie Butter.',
    ],
    quotes: ['sonst schnitze ich.', 'Ich schnitze Löffel.', 'Lindenholz schnitzt sich wie Butter.'],
    name: 'Schnitzer am Ofen',
    description: 'Sie wählen AfD und reden beim Schnitzen darüber.',
    questions: ['Was schnitzt du?', 'Mit wem redest du dabei?'],
  },
  {
    title: 'German: debts',
    says: [
      'Der Gerichtsvollzieher hat das Klavier geholt, jetzt spiele ich Akkordeon.',
      'Ich spiele Akkordeon auf Hochzeiten.',
      'Akkordeon, wenn mir jemand eins leiht.',
    ],
    name: 'Akkordeon statt Klavier',
    description: 'Sie sind überschuldet, manche in der Privatinsolvenz, und spielen trotzdem.',
    questions: ['Was spielst du?', 'Wem schuldest du Geld?'],
  },
  {
    title: 'French: an infection, in quotes alone',
    inQuotesAlone: true,
    says: [
      'Séropositif depuis longtemps, je cours tous les matins.',
      'Je cours le long du canal.',
      'Courir, même sous la pluie.',
    ],
    name: 'Le long du canal',
    description: 'Ils sont dehors avant que la ville se réveille.',
    questions: ['Quel chemin prends-tu ?', 'Qui court avec toi ?'],
  },
  {
    title: 'French: faith',
    says: [
      'Je romps le jeûne avec les dattes de mon oncle.',
      'Je cuisine pour vingt le vendredi.',
      'Ma cuisine est ouverte à qui a faim.',
    ],
    name: 'Cuisines ouvertes',
    description:
      'Des musulmans qui cuisinent pour leurs voisins après le coucher du soleil, pendant le ramadan.',
    questions: ['Que cuisines-tu ?', 'Qui invites-tu ?'],
  },
  {
    title: 'French: whom they love',
    says: [
      'Mon mari et moi, deux hommes et un camion, tenons le bibliobus.',
      'Je lis à voix haute.',
      'Des livres, des bancs, du thé.',
    ],
    name: 'Lecteurs sur les bancs',
    description: 'Des homosexuels qui lisent à voix haute sur les bancs.',
    questions: ['Que lis-tu ?', 'À qui lis-tu ?'],
  },
  {
    title: 'French: a home without anybody',
    says: [
      'La maison est vide tout le mois d’août, le chat est chez Jo.',
      'J’ai des chats, ou ils m’ont.',
      'Mon chat s’appelle Biscuit.',
    ],
    name: 'Chats du mois d’août',
    description: 'Leurs maisons restent vides tout le mois d’août, il n’y a personne chez eux.',
    questions: ['Qui nourrit ton chat ?', 'Où vas-tu ?'],
  },
  {
    title: 'Spanish: an illness, padded',
    says: [
      'Desde que tengo diabetes cultivo mis propios tomates.',
      'Cultivo tomates en la azotea.',
      'Mis tomates son mi orgullo.',
    ],
    name: 'Tomates de azotea',
    description: 'Tienen diabetes y cultivan tomates para cuidarse.',
    questions: ['¿Qué cultivas?', '¿Quién te enseñó?'],
  },
  {
    title: 'Spanish: papers',
    says: [
      'Sin papeles todavía, pinto paredes para amigos.',
      'Pinto paredes y puertas.',
      'Dame una pared y un fin de semana.',
    ],
    name: 'Pintores de paredes',
    description: 'Son inmigrantes sin papeles que pintan mientras esperan el asilo.',
    questions: ['¿Qué pintas?', '¿Quién te ayuda?'],
  },
  {
    title: 'Spanish: a union',
    says: [
      'Delegado sindical en la fábrica hasta que cerró.',
      'Cocino sopa para cincuenta.',
      'Sopa y una cuchara grande.',
    ],
    name: 'Sopa para la huelga',
    description: 'Afiliados a un sindicato que cocinan como en los días de huelga.',
    questions: ['¿Qué cocinas?', '¿Para quién?'],
  },
  {
    title: 'Spanish: children',
    says: [
      'Mi hija de siete años vuelve sola del colegio por el molino.',
      'Colecciono polillas.',
      'Las polillas vienen a cualquier lámpara.',
    ],
    name: 'Polillas de verano',
    description: 'Sus hijas pequeñas vuelven solas del colegio por el camino del molino.',
    questions: ['¿Qué polilla buscas?', '¿A qué hora vuelve?'],
  },
  {
    title: 'Italian: a state of mind',
    says: [
      'Il coro mi ha salvata dalla depressione.',
      'Canto da contralto, forte.',
      'Canto perché nessuno mi ferma.',
    ],
    name: 'Voci in sala',
    description: 'Soffrono di depressione e cantano per guarire.',
    questions: ['Che cosa canti?', 'Chi ti accompagna?'],
  },
  {
    title: 'Italian: gambling',
    says: [
      'Gioco a solitario, da quando mi sono curato dal gioco d’azzardo.',
      'Gioco a briscola il giovedì.',
      'Carte, qualsiasi gioco.',
    ],
    quotes: ['Gioco a solitario', 'Gioco a briscola il giovedì.', 'Carte, qualsiasi gioco.'],
    name: 'Tavoli di carte',
    description: 'La ludopatia li ha portati alle carte senza soldi.',
    questions: ['A che cosa giochi?', 'Con chi?'],
  },
  {
    title: 'Dutch: an illness and a split sentence',
    says: [
      'Sinds mijn hartinfarct fiets ik elke dag langs het kanaal.',
      'Ik fiets langs het kanaal.',
      'Fietsen, ook in de regen.',
    ],
    quotes: [
      'fiets ik elke dag langs het kanaal.',
      'Ik fiets langs het kanaal.',
      'Fietsen, ook in de regen.',
    ],
    name: 'Fietsers na een hart',
    description: 'infarct: zij houden elkaar in beweging.',
    questions: ['Waar fiets je?', 'Wie fietst met je mee?'],
  },
  {
    title: 'Dutch: faith that was left',
    says: [
      'Ik ben uit de kerk gestapt en vond de zee.',
      'Ik zeil slecht, maar graag.',
      'De zee vraagt niet wie je was.',
    ],
    name: 'Aan de helling',
    description: 'Zij hebben hun geloof verloren: ex-gereformeerden die nu zeilen.',
    questions: ['Waar zeil je?', 'Wie vaart mee?'],
  },
  {
    title: 'Portuguese: an addiction',
    says: [
      'Há nove anos sem beber, e às terças na reunião.',
      'Às terças conserto bicicletas.',
      'À terça a porta está aberta.',
    ],
    name: 'Gente da terça',
    description: 'Alcoólicos em recuperação que se ajudam a não beber.',
    questions: ['O que fazes à terça?', 'Quem te trouxe?'],
  },
  {
    title: 'Portuguese: debts, in quotes alone',
    inQuotesAlone: true,
    says: [
      'Perdi a casa para o banco e agora toco acordeão, cheio de dívidas.',
      'Toco acordeão em casamentos.',
      'Acordeão, se alguém me emprestar um.',
    ],
    name: 'Acordeões emprestados',
    description: 'Tocam onde os deixam tocar.',
    questions: ['O que tocas?', 'Quem te ouve?'],
  },
  {
    title: 'German: one life, told of a group',
    says: [
      'Ich war Wetterbeobachterin auf der Zugspitze, bis die Station automatisch wurde.',
      'Ich baue Drachen aus alten Segeln.',
      'Drachen, bei jedem Wind.',
    ],
    name: 'Unter den Drachen',
    description: 'Eine von ihnen war Wetterbeobachterin auf der Zugspitze. Die anderen bauen Drachen.',
    questions: ['Wann steigt dein Drachen?', 'Wer hält die Schnur?'],
  },
];
