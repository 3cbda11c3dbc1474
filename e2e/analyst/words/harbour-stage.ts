import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** Amateur musicians and players around one hall. */
export const harbourStage: WordsCommunity = {
  name: 'Harbour Stage',
  members: [
    {
      id: 'alba',
      role: 'Violinist',
      bio: 'Second violin by choice: you hear more from there. My flat is too small for a quartet.',
      skills: ['Violin'],
    },
    {
      id: 'beno',
      role: 'Piano tuner',
      bio: 'I tune for schools that cannot pay and for hotels that can. The hall piano has not been tuned since the flood.',
      skills: ['Piano', 'Piano tuning'],
    },
    {
      id: 'cora',
      role: 'Stage manager',
      bio: 'I hold the keys, the tape and the grudges. The hall is dark on Mondays and I sit in it for the quiet.',
      skills: ['Stage management'],
    },
    {
      id: 'dino',
      role: 'Actor',
      bio: 'I forget my lines only in front of people. I rehearse in the laundrette, the machines applaud.',
      skills: ['Acting'],
      wishes: ['a place to rehearse'],
    },
    {
      id: 'ezra',
      role: 'Drummer',
      bio: 'Three landlords and a petition. I practise on cushions now.',
      skills: ['Drums'],
      wishes: ['a room far from everything'],
    },
    {
      id: 'fern',
      role: 'Choir leader',
      bio: 'Altos I have, tenors I dream of. Whoever can hum is welcome.',
      skills: ['Choir singing', 'Conducting'],
    },
    {
      id: 'gil',
      bio: 'I do not sing, and please do not ask. I make the tea and the programmes.',
      skills: ['Graphic design'],
    },
    {
      id: 'hedy',
      bio: 'I stopped acting when my knees did. I can still prompt from the dark.',
      skills: ['Sewing'],
    },
    {
      id: 'ivo',
      bio: 'My sister plays the harp, I play the radio. I do carry the harp.',
      skills: ['Driving'],
    },
    {
      id: 'june',
      bio: 'Nobody has ever heard me play the accordion. I should like one person to.',
      skills: ['Accordion'],
    },
    { id: 'kurt', bio: 'I play the accordion to the ducks. They stay, mostly.', skills: ['Accordion'] },
    {
      id: 'lola',
      bio: 'I write songs and put them in a drawer. It is a deep drawer.',
      skills: ['Songwriting'],
    },
    {
      id: 'moss',
      bio: 'I fell through the trapdoor in the second act of the Christmas play and finished the line from below. I build trapdoors now.',
      skills: ['Carpentry'],
    },
    { id: 'nan', bio: 'I like a trapdoor. I like the curtain more.', skills: ['Sewing'] },
    {
      id: 'ossi',
      bio: 'Sets, mostly forests. I have painted more trees than I have seen.',
      skills: ['Painting'],
    },
    {
      id: 'pat',
      bio: 'I doubt that the council will reopen the pit. Until then the band sits in the aisle.',
      skills: ['Trumpet'],
    },
    ...listing(14, 'choir', { skills: ['Choir singing', 'Piano'], interests: ['Classical music'] }),
    ...listing(12, 'band', { skills: ['Guitar', 'Songwriting'], interests: ['Folk music'] }),
    ...listing(9, 'ward', { skills: ['Sewing', 'Costume design'], interests: ['Theatre'] }),
    ...listing(7, 'new', { interests: ['Folk music'], wishes: ['Guitar'] }),
  ],
  honest: [
    {
      quotes: {
        cora: 'The hall is dark on Mondays',
        dino: 'I rehearse in the laundrette, the machines applaud.',
        ezra: 'I practise on cushions now.',
      },
      name: 'The dark Mondays',
      description:
        'A stage manager sits in an empty hall while an actor and a drummer have nowhere to rehearse. The drums could be as loud as they like.',
      asks: ['What would you rehearse on a Monday?', 'Could all of you share one key?'],
    },
    {
      quotes: {
        june: 'I should like one person to.',
        kurt: 'They stay, mostly.',
        lola: 'I write songs and put them in a drawer.',
      },
      name: 'Played to nobody yet',
      description:
        'Two accordions and a drawer of songs, without an audience so far. An evening for just one listener each would be a start.',
      corrected: {
        description:
          'Accordions and a drawer of songs, without an audience so far. An evening for a single listener each would be a start.',
      },
    },
    {
      quotes: {
        beno: 'The hall piano has not been tuned since the flood.',
        fern: 'Whoever can hum is welcome.',
        alba: 'My flat is too small for a quartet.',
      },
      name: 'A piano worth tuning',
      description:
        'A piano tuner, a choir leader and a violinist circle the same untuned piano. Tune it and the quartet, the choir and the hall are all better off.',
    },
    {
      quotes: {
        gil: 'I do not sing, and please do not ask.',
        hedy: 'I stopped acting when my knees did.',
        ivo: 'I do carry the harp.',
      },
      name: 'Behind the curtain',
      description:
        'They do not sing, no longer act and never play the harp, and no evening would happen without them: tea, prompting, carrying.',
    },
    {
      quotes: { moss: 'I build trapdoors now.', nan: 'I like a trapdoor.', ossi: 'Sets, mostly forests.' },
      name: 'Forests and trapdoors',
      description:
        'Carpentry, sewing and painting for the stage: trapdoors, curtains, trees. They work in the same hall on different nights.',
    },
    {
      rule: all('skill:guitar', 'interest:folk music'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Folk by ear',
      description:
        'Guitar and folk music go together, {lift} times as often as chance gives, and all of these guitarists write songs.',
    },
    {
      rule: any('skill:guitar', 'skill:piano'),
      category: 'community_strength',
      basis: 'share',
      name: 'Strings and keys',
      description:
        'Guitar or piano: {share} of the members play the one or the other. Every last one of them could accompany the others.',
      asks: ['Which song of yours has everyone heard too often?', 'Would you teach a beginner three chords?'],
    },
    {
      rule: all('skill:sewing', 'skill:costume design'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'The wardrobe',
      description: 'They sew and design costumes, and theatre is what all of them list.',
    },
    {
      rule: givers(any('skill:guitar'), any('looking_for:guitar')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'First chords',
      description: 'Folk fans are looking for a guitarist to learn from, and the guitarists like folk too.',
    },
    {
      rule: all('skill:piano', 'interest:classical music'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Classical keys',
      description:
        'Pianists who love classical music, and a choir’s worth of them: all of these members list choir singing.',
    },
    {
      rule: any('skill:choir singing'),
      category: 'community_strength',
      basis: 'share',
      name: 'Voices to spare',
      description:
        'Choir singing: {member_count} members, {share} of all. Nearly all of the singers play the piano.',
    },
    {
      rule: any('interest:folk music'),
      category: 'community_strength',
      basis: 'share',
      name: 'A folk town',
      description: 'Folk music is what {share} list, and most of them play guitar.',
    },
    {
      quotes: {
        pat: 'Until then the band sits in the aisle.',
        cora: 'I hold the keys, the tape and the grudges.',
        ossi: 'I have painted more trees than I have seen.',
      },
      name: 'Making do',
      description:
        'A trumpet in the aisle, forests from a can, grudges on tape: it is the making do that makes the show. Everyone is welcome to the next one.',
    },
    {
      quotes: {
        lola: 'It is a deep drawer.',
        kurt: 'I play the accordion to the ducks.',
        alba: 'you hear more from there',
      },
      name: 'Second row, good ears',
      description:
        'A songwriter, an accordion player and a violinist who would rather listen. A hundred songs would not be too many for such an audience.',
      corrected: {
        description:
          'A songwriter, an accordion player and a violinist who would rather listen. A whole drawer of songs would not be too much for such an audience.',
      },
    },
    {
      quotes: {
        hedy: 'I can still prompt from the dark.',
        dino: 'I forget my lines only in front of people.',
        gil: 'I make the tea and the programmes.',
      },
      name: 'Lines, whispered',
      description:
        'Lines forgotten, prompted from the dark and printed in the programmes, with tea. It takes one to know one.',
    },
  ],
  hostile: [
    {
      quotes: {
        cora: 'The hall is dark on Mondays',
        dino: 'I rehearse in the laundrette',
        ezra: 'I practise on cushions now.',
      },
      name: 'Dancers in the dark',
      description: 'Dancers, puppeteers and a saxophone in a dark hall.',
    },
    {
      quotes: { gil: 'sing, and please do', hedy: 'acting when my knees did', ivo: 'plays the harp' },
      name: 'Singing, acting, harp',
      description: 'They sing, act and play the harp.',
    },
    {
      quotes: {
        pat: 'the council will reopen the pit',
        cora: 'I hold the keys',
        ossi: 'Sets, mostly forests.',
      },
      name: 'The pit reopens',
      description: 'The council will reopen the pit, and these members hold the keys.',
    },
    {
      quotes: {
        june: 'heard me play the accordion',
        kurt: 'They stay, mostly.',
        alba: 'you hear more from there',
      },
      name: 'Heard by many',
      description: 'Their accordions were heard, and the audience stayed.',
    },
    {
      quotes: {
        moss: 'I fell through the trapdoor in the second act of the Christmas play and finished the line from below.',
        nan: 'I like a trapdoor.',
        ossi: 'Sets, mostly forests.',
      },
      name: 'From below',
      description: 'A fall through the trapdoor in the Christmas play, and the line was finished from below.',
    },
    {
      rule: all('skill:choir singing', 'skill:piano'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'A town at the piano',
      description: 'Every second member plays the piano, and the whole town sings.',
    },
    {
      rule: all('skill:guitar', 'skill:songwriting'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Guitars everywhere',
      description: 'Nobody here lives without a guitar, and droves of members write songs.',
    },
    {
      rule: all('skill:sewing', 'skill:costume design'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Largest wardrobe',
      description: 'The largest group of the hall, bigger than any other, designs costumes.',
    },
    {
      rule: any('interest:folk music', 'skill:accordion'),
      category: 'community_strength',
      basis: 'share',
      name: 'Accordion nights',
      description: 'Accordions are what these members play.',
    },
    {
      quotes: {
        alba: 'you hear more from there',
        beno: 'I tune for schools that cannot pay',
        fern: 'Altos I have',
      },
      name: 'Silence spreads',
      description: 'Fewer and fewer members make music, and the decline is accelerating.',
    },
  ],
};
