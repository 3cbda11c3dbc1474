import type { Claimed } from './claimed.ts';

/** Harmless claims in English about topics beside those that nobody publishes: health, faith, origin, love. */
export const honestEnglish: readonly Claimed[] = [
  {
    title: 'nurses as a profession',
    says: [
      'I am a nurse on the night shift and I know every vending machine.',
      'Nursing taught me to make beds and jokes.',
      'Twenty years a nurse, still in love with clean corridors.',
    ],
    name: 'Night Shift Nurses',
    description: 'Nurses who know the town while it sleeps, and who tell of corridors, beds and jokes.',
    questions: ['What do you do after a night shift?', 'Which corridor has the best light?'],
  },
  {
    title: 'physiotherapists',
    says: [
      'Physiotherapist, with strong opinions on chairs.',
      'I teach posture to office workers as a physiotherapist.',
      'Physiotherapy practice above the bakery, come and say hello.',
    ],
    name: 'Good Posture Company',
    description: 'Physiotherapists with opinions on chairs, who could teach a whole office to sit.',
    questions: ['Which chair would you ban?', 'What would you teach in an hour?'],
  },
  {
    title: 'first aid as a course',
    says: [
      'I run first aid courses for the rowing club.',
      'First aid trainer, bandages in every pocket.',
      'I teach first aid to teenagers.',
    ],
    name: 'Plasters for Rowers',
    description: 'They teach first aid, to rowers and teenagers alike, and might run a course for everybody.',
    questions: ['Which trick should everybody know?', 'Where would you hold a course?'],
  },
  {
    title: 'hospital clowns',
    says: [
      'I am a clown in the hospital on Wednesdays, red nose and all.',
      'Clown noses, ukulele, hospital corridors.',
      'My clown is called Button and visits the wards.',
    ],
    name: 'Red Noses on the Wards',
    description:
      'Clowns who bring red noses and ukuleles to the hospital, and who rehearse new acts together.',
    questions: ['What is your clown called?', 'Which song always works?'],
  },
  {
    title: 'medical writers',
    says: [
      'I translate medical papers from Dutch.',
      'Medical illustrator, mostly hands.',
      'I edit medical textbooks for a small press.',
    ],
    name: 'The Textbook Bench',
    description: "They translate, draw and edit for medicine, and could review one another's pages.",
    questions: ['Which word is hardest to translate?', 'What do you like to draw?'],
  },
  {
    title: 'pharmacy museum',
    says: [
      'I look after the old pharmacy museum.',
      'Pharmacist by trade, collector of jars.',
      'I catalogue apothecary jars and their labels.',
    ],
    name: 'Jars with Latin Labels',
    description: 'They look after jars, labels and the old pharmacy, and could show them to the town.',
    questions: ['Which jar is your favourite?', 'What would you put on display?'],
  },
  {
    title: 'vets',
    says: [
      'Veterinary nurse, mostly hedgehogs.',
      'I am a vet for cows and the odd llama.',
      'I bottle-feed lambs for the vet in spring.',
    ],
    name: 'Hedgehogs and Lambs',
    description: 'They look after animals by trade: hedgehogs, cows, lambs and the odd llama.',
    questions: ['Which animal surprised you most?', 'Who could help in spring?'],
  },
  {
    title: 'bakers for allergies as a recipe',
    says: [
      'I write recipes without wheat for the café.',
      'Baking with chestnut flour is my hobby.',
      'I test recipes with buckwheat every Sunday.',
    ],
    name: 'Chestnut and Buckwheat',
    description: 'They bake without wheat because they like the taste, and test recipes together.',
    questions: ['Which flour would you recommend?', 'Who tastes your trials?'],
  },
  {
    title: 'running for fun',
    says: [
      'I run the canal path before work.',
      'Marathons, slowly.',
      'Running club on Tuesdays, all speeds welcome.',
    ],
    name: 'Canal Path Runners',
    description: 'They run by the canal, slowly or fast, and like company.',
    questions: ['Which stretch is best in the rain?', 'How do you choose a speed?'],
  },
  {
    title: 'church music',
    says: [
      'I sing in the church choir because Bach deserves it.',
      "Organist at St Anne's, and happy to turn pages.",
      'Choir and organ music, from Bach to Messiaen.',
    ],
    name: 'Bach on Sundays',
    description:
      'They sing and play choir and organ music, from Bach to Messiaen, and turn pages for one another.',
    questions: ['Which piece would you like to sing?', 'Who turns your pages?'],
  },
  {
    title: 'bell ringing',
    says: [
      "I ring the bells at St Anne's and count in my sleep.",
      'Bell ringing, tower captain for a while.',
      'Ringing bells keeps my arms young.',
    ],
    name: 'Ropes in the Tower',
    description: 'Bell ringers who know ropes and towers, and welcome beginners on practice nights.',
    questions: ['Which method do you like best?', 'Who could climb up with you?'],
  },
  {
    title: 'church architecture',
    says: [
      'I photograph Romanesque churches.',
      'I draw church windows and tracery.',
      'Church roofs are my business: I am a roofer.',
    ],
    name: 'Windows, Roofs and Tracery',
    description: 'They draw, photograph and roof old churches, and could make a walking tour of the valley.',
    questions: ['Which roof should everybody see?', 'What do you draw first?'],
  },
  {
    title: 'gospel as a sound',
    says: [
      'Our gospel band plays at the harbour festival.',
      'Gospel harmonies, any key.',
      'I arrange gospel songs for brass.',
    ],
    name: 'Harbour Gospel',
    description: 'They play gospel with harmonies and brass, and look for a stage.',
    questions: ['Which song would you open with?', 'Who could join on brass?'],
  },
  {
    title: 'monastery gardens',
    says: [
      'I restore the monastery garden as a landscape gardener.',
      'Herbs from monastery gardens, dried and labelled.',
      'I teach the history of monastery gardens.',
    ],
    name: 'Herbs Behind the Wall',
    description: 'They restore, plant and explain old monastery gardens, and could open one to visitors.',
    questions: ['Which herb would you plant first?', 'What should visitors see?'],
  },
  {
    title: 'yoga studios',
    says: [
      'I teach yoga in the old boathouse.',
      'Yoga teacher, mats to lend.',
      'Yoga and a view of the river.',
    ],
    name: 'Mats by the River',
    description: 'They teach yoga by the river, in the boathouse and elsewhere, with mats to lend.',
    questions: ['Which pose do beginners love?', 'Who has a spare mat?'],
  },
  {
    title: 'klezmer',
    says: [
      'I play klezmer clarinet.',
      'Klezmer and swing on an old violin.',
      'Dancing to klezmer until the shoes give in.',
    ],
    name: 'Klezmer Until Late',
    description: 'They play and dance klezmer, with clarinet and violin, until the shoes give in.',
    questions: ['Which tune do you open with?', 'Who taught you?'],
  },
  {
    title: 'refugee aid as a job',
    says: [
      'I work for a refugee aid charity, in logistics.',
      'My job is teaching German to refugees.',
      'Refugee aid office, I do the accounts.',
    ],
    name: 'The Aid Office',
    description:
      'They work in refugee aid, in logistics, lessons and accounts, and know how to get things done.',
    questions: ['What does your office need most?', 'Which form do you know by heart?'],
  },
  {
    title: 'immigration law as a subject',
    says: [
      'I teach migration law at the college.',
      'Migration history is my research.',
      'I archive letters of people who emigrated long ago.',
    ],
    name: 'Letters and Laws',
    description: 'They research, teach and archive migration, from old letters to new laws.',
    questions: ['Which letter would you read aloud?', 'What do students ask most?'],
  },
  {
    title: 'kitchens of the world',
    says: [
      'I cook Lebanese food and own many small bowls.',
      'Ethiopian coffee ceremonies, ask me.',
      'I fold dumplings by the hundred.',
    ],
    name: 'Many Small Bowls',
    description:
      'They cook food from many places, dumplings and coffee included, and like to be watched while they do.',
    questions: ['What do you serve first?', 'Who folds with you?'],
  },
  {
    title: 'languages for pleasure',
    says: [
      'I learn Arabic for the poetry.',
      'Learning Welsh, slowly, with songs.',
      'I teach Polish in the evening school.',
    ],
    name: 'Poems and Verbs',
    description: 'They learn and teach languages for the poems and songs in them: Arabic, Welsh, Polish.',
    questions: ['Which poem got you started?', 'What verb do you dread?'],
  },
  {
    title: 'folk costumes',
    says: [
      'I sew folk costumes for the dance group.',
      "Embroidered aprons from my grandmother's pattern book.",
      'Dancing in costume at the harvest fair.',
    ],
    name: 'Aprons and Costumes',
    description:
      'They sew, embroider and dance in folk costumes, and could show others how an apron is made.',
    questions: ['Which stitch do you like?', 'What do you wear to the fair?'],
  },
  {
    title: 'theatre about love',
    says: [
      'I direct love comedies for the amateur stage.',
      'Acting in romantic comedies, always the aunt.',
      'I build sets with balconies.',
    ],
    name: 'Balconies and Aunts',
    description: 'They act, direct and build for comedies of love, and always need another balcony.',
    questions: ['Which scene would you play?', 'Who builds with you?'],
  },
  {
    title: 'weddings',
    says: [
      'I photograph weddings.',
      'Wedding cakes, up to my height.',
      'I arrange flowers for weddings and markets.',
    ],
    name: 'Cake, Flowers, Camera',
    description:
      'They know weddings from behind the camera, the cake and the flowers, and could plan any of them together.',
    questions: ['What do guests never notice?', 'Which flowers last longest?'],
  },
  {
    title: 'council minutes',
    says: [
      'I transcribe the council minutes for the archive.',
      'Town archive, I catalogue old posters.',
      'I scan old newspapers for the library.',
    ],
    name: 'Minutes and Posters',
    description:
      'They transcribe, catalogue and scan what the town has said, minutes, posters and newspapers.',
    questions: ['Which poster would you hang?', 'What did you find last?'],
  },
];
