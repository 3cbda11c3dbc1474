import type { TopicData } from '../topic-data.ts';

/** Games, sport and pastimes. */
export const leisure: TopicData = {
  'Dice, cards and boards':
    'Dungeons & Dragons, Tabletop role-playing games, Board games, Card games, Chess, Go (board game), Puzzles, Trivia quizzes, Miniature painting, Game design',
  'Fandom after hours':
    'Video games, Anime, Film watching, Science fiction, Comics and cartoons, Cosplay, Tabletop role-playing games, LEGO building',
  'Dressed for another world':
    'Cosplay, Live action role-play, Renaissance fairs, Burning Man, Costume design, Makeup artistry, Dungeons & Dragons',
  'Treasures from the past':
    'Collecting, Thrifting, Vinyl records, Classic cars, Furniture restoration, Clock and watch repair, Film photography',
  'Engines and open roads':
    'Car repair, Classic cars, Motorcycling, Small engine repair, Van life, Aviation, Travel, Camping',
  'Bodies that move':
    'Fitness, Running, Trail running, Swimming, Cycling, Pilates, Yoga, Boxing, Martial arts, Rock climbing, Dance ~ Sports science',
  'Balls, nets and courts':
    'Soccer, Basketball, Baseball, Volleyball, Tennis, Table tennis, Badminton, Pickleball, Golf, Disc golf, Ultimate frisbee',
  'Combat as a discipline': 'Martial arts, Tai chi, Boxing, Fencing, Archery',
  'On wheels and rollers': 'Roller derby, Roller skating, Skateboarding, Cycling',
};
