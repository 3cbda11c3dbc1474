import type { Common, Relation } from './relation.ts';

/** Relations of English communities. */
export const englishRelations: readonly Relation[] = [
  {
    label: 'leftover oven heat',
    language: 'en',
    has: {
      definition: 'Has an oven or a kiln that stays warm after its use',
      sentences: [
        'Once the loaves are out, my brick oven sits there glowing and nobody uses it.',
        'We bake at four; by nine the chamber is still hot enough to burn a finger.',
        'My pizza dome takes two days to go cold, which is a shame for all that firewood.',
        'The kiln behind our yard gives off warmth the whole {day}, for nothing.',
        'Ovens here are only warm by noon, and then stand about.',
        'Embers from the smithy glow on until {day} evening.',
      ],
    },
    needs: {
      definition: 'Looks for somewhere to dry or keep things gently for hours',
      sentences: [
        'My plum slices would want a gentle drying that the kitchen is not up to.',
        'I am looking for somewhere to dehydrate sixty trays of mint at low temperature.',
        'Who can keep a pot of beans at a bare simmer until breakfast?',
        'Felt hats mildew on my balcony before they are ever dry.',
        'Yoghurt asks for eight patient hours that my flat cannot offer.',
        'For the herbs of {place} I would need slow heat, and a lot of it.',
      ],
    },
    distractors: {
      denied: 'I have no oven at all, just a ring on the windowsill.',
      past: 'Years ago I ran a bakery with an oven that stayed hot until supper.',
      others: 'The baker in {place} has an oven that never seems to cool.',
    },
  },
  {
    label: 'spare room in a van',
    language: 'en',
    has: {
      definition: 'Has a vehicle or trailer that others could load',
      sentences: [
        'My transporter does nothing after {day} but collect leaves.',
        'I own a long Sprinter for the market; the rest of the week it sits at the kerb.',
        'The delivery vehicle of our shop is free after six.',
        'Three tonnes of load space, a tail lift, and mostly parked.',
        'I drive to {place} every {day} with an empty trailer behind me.',
        'Behind my seats there is room for a cow, and I carry a lunch box.',
      ],
    },
    needs: {
      definition: 'Has something bulky that must get somewhere',
      sentences: [
        'A loom two metres wide has to get down from the attic somehow.',
        'I keep buying wardrobes that I then cannot get across town.',
        'My beehives must be up on the heath by June, and a bicycle will not do.',
        'If only I knew how to bring a piano from one end of the valley to the other.',
        'Scaffolding boards, forty of them, and I have a tram pass.',
        'The stage set of our play is too tall for any bus.',
      ],
    },
    distractors: {
      denied: 'I do not own a van and never want to drive one.',
      past: 'I used to run a removal firm with two lorries.',
      others: 'My brother has a van that he lends to nobody.',
    },
  },
  {
    label: 'reading old handwriting',
    language: 'en',
    has: {
      definition: 'Can read old handwriting',
      sentences: [
        'Parish registers from 1780 read like the morning paper to me.',
        'Kurrent and secretary hand: after the archive they are no harder than print.',
        'Give me faded ink and a magnifier and I am content until midnight.',
        'I transcribe ships’ logs for fun.',
        'Scribbles by long-dead clerks are my crossword puzzle.',
        'Quill strokes that others call scrawl I simply read aloud.',
      ],
    },
    needs: {
      definition: 'Has something written that nobody there can read',
      sentences: [
        'A diary came down to us, and not one of us can decipher a page.',
        'There are deeds to our cottage that look like spider legs.',
        'A cookbook came along with the flat, in loops and hooks I cannot follow.',
        'Somebody should tell me what stands on the back of these postcards.',
        'I inherited a bundle of correspondence that stays shut to me.',
        'The minutes of our orchard club before 1900 might as well be Chinese to me.',
      ],
    },
    distractors: {
      denied: 'Nobody can read my handwriting, and I cannot read anybody else’s.',
      past: 'At university I once read old manuscripts, and forgot it all.',
      others: 'A colleague in {place} reads old letters as if they were print.',
    },
  },
  {
    label: 'a room where noise is fine',
    language: 'en',
    has: {
      definition: 'Has a room where noise bothers nobody',
      sentences: [
        'Underneath our workshop is a vault with walls a metre thick.',
        'The old bowling alley below my bar waits for somebody to use it.',
        'I rent a unit on the trading estate, and the forklifts are louder than any band.',
        'Our boathouse stands at the end of the pier, dry and far from any bedroom.',
        'My barn has a concrete floor, a socket and sheep who do not complain.',
        'Between the goods line and the sawmill I have two bays, and nothing is too loud there.',
      ],
    },
    needs: {
      definition: 'Makes sounds for which there is no place',
      sentences: [
        'I play tuba, and the people upstairs have begun to write notes.',
        'Our brass quintet rehearses in a car at the moment.',
        'Where can one hit a drum kit in the afternoon without a feud?',
        'My saxophone has lived in its case since we got paper partitions.',
        'Four of us shout Shakespeare at each other, and the library has asked us to leave.',
        'Bagpipes and a terraced row: guess how popular I am.',
      ],
    },
    distractors: {
      denied: 'We have no cellar, and the walls are thin as biscuits.',
      past: 'We had a rehearsal room once, before the bridge was built.',
      others: 'My cousin in {place} has a barn where bands play.',
    },
  },
  {
    label: 'awake before dawn',
    language: 'en',
    has: {
      definition: 'Is up early and has time then',
      sentences: [
        'By half past four I am on my second coffee and the street is mine.',
        'I wake with the blackbirds and have three hours before anything starts.',
        'My shift ends when others get up, and I am never tired then.',
        'Nobody I know keeps my hours: lights out at nine, boots on at five.',
        'The best part of the day is over by seven, as far as I am concerned.',
        'I have read two newspapers before the first tram leaves.',
      ],
    },
    needs: {
      definition: 'Looks for somebody to do a thing very early',
      sentences: [
        'The dough has to be knocked back at 4:45, and I sleep like a stone.',
        'My moth traps need emptying before the sun reaches them; I never manage it.',
        'Market stalls are handed out at sunrise, and I always come last.',
        'The heron pictures I want exist only in the mist, with a partner to steady the boat.',
        'Our ewes lamb at absurd times and I could do with relief.',
        'Somebody would have to open the greenhouse flaps while I still dream.',
      ],
    },
    distractors: {
      denied: 'I am no early riser; please do not ring before ten.',
      past: 'I used to get up at four for the post, and do not miss it.',
      others: 'The man across the road is up before the birds.',
    },
  },
  {
    label: 'sewing what is thick',
    language: 'en',
    has: {
      definition: 'Sews leather, canvas or other heavy stuff',
      sentences: [
        'My walking-foot machine eats eight layers of anything.',
        'I stitch harness for a living, waxed thread and all.',
        'A Juki stands in my hall and longs for work.',
        'Canvas, hide, webbing: I sew what others give back.',
        'I put zips into things that were never meant to open.',
        'Upholstery needles are the only jewellery I own.',
      ],
    },
    needs: {
      definition: 'Has something of heavy cloth that is torn',
      sentences: [
        'Our dinghy’s mainsail tore along the leech in April.',
        'The awning over my stall is in ribbons again.',
        'My rucksack lost its strap, and the maker has gone out of business.',
        'A tent of 1962, lovely, with a gash down one side.',
        'Half of the cushions on the ferry are split and I am the one to sort it.',
        'The bellows of our accordion leak at every fold.',
      ],
    },
    distractors: {
      denied: 'I have never sewn anything thicker than a handkerchief.',
      past: 'I once had a saddlery, which is a café now.',
      others: 'A saddler in {place} sews anything, they say.',
    },
  },
  {
    label: 'more fruit than one can eat',
    language: 'en',
    has: {
      definition: 'Has more fruit than can be used',
      sentences: [
        'Every September I wade through windfalls ankle-deep.',
        'Two quince trees, one small household: you can imagine.',
        'I beg everybody to come with ladders; the crowns are full.',
        'Courgettes the size of canoes, to whoever carries them.',
        'The medlars rot on my lawn each autumn because there are simply too many.',
        'My hedge drops sloes on the path by the bucket.',
      ],
    },
    needs: {
      definition: 'Looks for fruit to use',
      sentences: [
        'My cider press is idle for want of anything to put in it.',
        'I would pickle what you bring me; the crocks are bare.',
        'For my chutney I still go to a supermarket, which is absurd.',
        'The drying racks stood full last summer and hold nothing now.',
        'Our pigs would take anything sweet and bruised.',
        'Two hundred clean jars look at me, and I look back.',
      ],
    },
    distractors: {
      denied: 'We have no garden, not even a pot with chives.',
      past: 'There was an orchard behind the house until the road came.',
      others: 'The people on the hill let their pears rot.',
    },
  },
  {
    label: 'mending what hums',
    language: 'en',
    has: {
      definition: 'Repairs electronic devices',
      sentences: [
        'Valves, transformers, the smell of solder: that is my {day} night.',
        'I own three oscilloscopes and no good reason for the third.',
        'If it hums when it should not, I usually find the capacitor.',
        'Circuit diagrams relax me.',
        'I bring dead amplifiers round, one resistor at a time.',
        'My multimeter goes wherever I go.',
      ],
    },
    needs: {
      definition: 'Has a device that makes no sound or a wrong one',
      sentences: [
        'Our choir’s loudspeaker crackles as soon as anybody sings.',
        'The jukebox has been silent since the move.',
        'A wireless of 1954 lights up here and says nothing.',
        'A keyboard of 1979, bought unheard, turns out to be exactly that.',
        'The microphone of the village hall cuts out in every rain.',
        'Our record player turns everything into Wagner.',
      ],
    },
    distractors: {
      denied: 'I cannot solder, and I am not going to learn it.',
      past: 'In my youth I mended radios, with more smoke than success.',
      others: 'My neighbour fixes amplifiers in his garage.',
    },
  },
  {
    label: 'a head for heights',
    language: 'en',
    has: {
      definition: 'Is at ease high up and goes there',
      sentences: [
        'Hanging off a rope twenty metres up is where I think best.',
        'I abseil down facades for a living.',
        'Ladders bore me; I prefer the tops of poplars.',
        'My harness is always in the boot.',
        'I am at ease on any ridge, slate or granite.',
        'Give me a crane to climb and I will thank you for the view.',
      ],
    },
    needs: {
      definition: 'Has something to be done where he or she dares not go',
      sentences: [
        'Moss is blocking our gutters on the third storey.',
        'A stork’s nest needs inspecting and I get dizzy on a chair.',
        'The lamp above the stage is out, and nobody dares.',
        'There is a loose tile over my studio, beyond my reach and my nerve.',
        'Our weathercock has pointed north for a year.',
        'A kite has been stuck on the church spire since Easter, and it is ours.',
      ],
    },
    distractors: {
      denied: 'I am not made for heights; even a kerb is a lot.',
      past: 'I used to climb, until my knees sent in their notice.',
      others: 'A friend from {place} climbs chimneys for fun.',
    },
  },
];

/** What members of English communities have in common without a word for it. */
export const englishCommon: readonly Common[] = [
  {
    name: 'Halfway things',
    description: 'They keep something that is half done, each in another trade.',
    language: 'en',
    sentences: [
      'There is a canoe in my shed with one side.',
      'My novel has been on chapter three since the bridge was painted.',
      'I knit fronts; backs are another matter.',
      'Four clocks lie open on the table, and will for a while.',
      'My Danish stops at lesson nine.',
      'The wall in our hall is green as far as I could reach.',
    ],
  },
  {
    name: 'The ones who listen',
    description: 'They let others talk, and like it that way.',
    language: 'en',
    sentences: [
      'At parties I end up by the coats, hearing somebody’s whole life.',
      'Strangers tell me things on trains.',
      'I say little and remember all of it.',
      'I ask one thing and then it is midnight.',
      'People call me when they need to think aloud.',
      'My part of a conversation is mostly nodding.',
    ],
  },
];
