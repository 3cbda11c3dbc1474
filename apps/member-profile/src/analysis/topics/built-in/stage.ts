import type { TopicData } from '../topic-data.ts';

/** Stage, voice, dance and music. */
export const stage: TopicData = {
  'On and behind the stage':
    'Theatre, Acting, Improvisational theatre, Stand-up comedy, Puppetry, Circus arts, Set design, Costume design, Lighting design, Stage management, Performance art, Burlesque, Makeup artistry, Choreography, Stage magic',
  'Old tales in the street':
    'Puppetry, Storytelling, Folk music, Ritual, Circus arts, Local history ~ Folklore, Ballads, Masks, Street processions, Mythology, Fairy tales, Morris dancing',
  'Voices on the air':
    'Podcasting, Radio, Voice acting, Storytelling, Audio recording, Public speaking, Journalism, Interpreting',
  'Steps, turns and partners':
    'Dance, Contemporary dance, Swing dance, Salsa dancing, Contra dance, Tango, Choreography, Burlesque',
  'Voice and verse':
    'Singing, Choir singing, Songwriting, Poetry, Folk music, Hip hop, Karaoke, Guitar, Ukulele ~ Ballads',
  'Strings, reeds and brass':
    'Music, Guitar, Bass guitar, Double bass, Drums, Percussion, Piano, Violin, Cello, Ukulele, Banjo, Mandolin, Harmonica, Accordion, Saxophone, Trumpet, Trombone, Flute, Clarinet, Jazz, Classical music, Music teaching, Music composition, Songwriting',
  'Tunes from the porch':
    'Fiddle, Banjo, Mandolin, Folk music, Old-time music, Bluegrass, Contra dance, Guitar, Accordion, Harmonica ~ Ballads',
  'Behind the mixing desk':
    'Music production, Audio engineering, Audio recording, Sound design, Music composition, Ableton Live, Logic Pro, Pro Tools, Podcasting, Electronic music',
  'Strange sounds from wires and tape':
    'Synthesizers, Electronic music, Audio recording, Audio engineering, Sound design, Max/MSP, Pure Data, Electronics, Soldering ~ Contact microphones, Tape editing, Tape loops, Circuit bending',
  'Late nights and loud speakers':
    'DJing, Electronic music, Vinyl records, Hip hop, Music production, Festival production, Punk rock',
  'Instruments built and tuned':
    'Instrument making, Instrument repair, Piano tuning, Guitar, Woodworking, Synthesizers',
};
