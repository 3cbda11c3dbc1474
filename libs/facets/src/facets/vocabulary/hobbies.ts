import type { VocabularyData } from './data.ts';

/** Leisure: games, sport, outdoors, food and reading. */
export const hobbies: VocabularyData = {
  'Dungeons & Dragons':
    'd&d, dnd, d & d, d and d, dungeons and dragons, dungeons n dragons, d+d, dungeons & dragons 5e, dnd 5e ~ dungeon master',
  'Tabletop role-playing games':
    'ttrpg, ttrpgs, rpgs, rpg, tabletop rpgs, role-playing games, roleplaying games, role playing games, tabletop rpg, tabletop roleplaying, roleplaying, role playing',
  'Live action role-play': 'larp, larping, live action role playing ~ larper',
  'Board games':
    'boardgames, board gaming, board game, tabletop games, boardgaming, tabletop gaming, board-games, game nights, game night ~ board gamer',
  'Card games':
    'card game, bridge card game, poker, trading card games, magic the gathering, mtg ~ card player',
  'Video games':
    'gaming, videogames, computer games, video gaming, pc gaming, console games, video-games, retro gaming ~ gamer',
  Chess: 'playing chess ~ chess player',
  'Go (board game)': 'go board game, baduk, weiqi, igo',
  Puzzles:
    'jigsaw puzzles, jigsaws, puzzle solving, crosswords, crossword puzzles, sudoku, escape rooms ~ puzzler',
  'Trivia quizzes': 'trivia, pub quiz, quizzes, pub trivia, trivia nights',
  Reading: 'books, reading books, literature, novels and reading ~ reader, bookworm, book lover',
  'Book clubs': 'book club, reading group, reading groups, bookclub, book group',
  'Film watching':
    'movies, cinema, watching movies, film club, film history ~ film buff, cinephile, movie lover',
  Anime: 'manga, anime and manga, japanese animation',
  Astronomy: 'stargazing, star gazing, amateur astronomy, telescopes ~ astronomer, stargazer',
  Astrology: 'horoscopes, tarot, tarot reading, tarot cards ~ astrologer, tarot reader',
  Science: 'popular science, natural science, citizen science ~ citizen scientist',
  History: 'world history, history buff, ancient history ~ historian',
  Hiking:
    'hike, hikes, day hiking, walking in nature, hillwalking, hill walking, rambling, trekking, hikeing, tramping, walks in nature ~ hiker, trekker',
  Backpacking:
    'back packing, thru-hiking, wilderness backpacking, thru hiking, long-distance hiking ~ backpacker',
  Camping: 'tent camping, car camping, camp outs, wild camping ~ camper',
  'Outdoor recreation':
    'outdoors, the outdoors, outdoor activities, being outdoors, outdoor adventure, outdoor sports, nature, being in nature ~ outdoorsperson, nature lover, outdoor enthusiast',
  'Rock climbing':
    'climbing, bouldering, sport climbing, trad climbing, rockclimbing ~ climber, rock climber, boulderer',
  Mountaineering: 'alpinism, mountain climbing ~ mountaineer, alpinist',
  Running:
    'jogging, distance running, marathons, marathon running, road running, long-distance running ~ jogger, marathon runner',
  'Trail running': 'trailrunning, ultra running, ultrarunning, ultramarathons ~ trail runner, ultrarunner',
  Cycling:
    'biking, bicycling, bikes, bicycles, bike riding, road cycling, cycle touring, bike touring, bicycle touring, riding bikes ~ cyclist, bicyclist',
  'Mountain biking': 'mtb, mountain bikes, mountainbiking, mountain-biking ~ mountain biker',
  Skiing: 'ski, alpine skiing, downhill skiing ~ skier',
  'Cross-country skiing': 'nordic skiing, xc skiing, cross country skiing, backcountry skiing ~ nordic skier',
  Snowboarding: 'snow boarding, snowboard ~ snowboarder',
  Surfing: 'surf, wave surfing ~ surfer',
  Skateboarding: 'skate boarding, skating boards, skateboards ~ skateboarder, skater',
  Kayaking: 'sea kayaking, kayak, whitewater kayaking ~ kayaker',
  Canoeing: 'canoe, canoe trips ~ canoeist',
  'Stand-up paddleboarding':
    'paddleboarding, paddle boarding, sup boarding, stand up paddle boarding ~ paddleboarder',
  'Whitewater rafting': 'rafting, river rafting, white water rafting ~ river guide, rafting guide',
  Sailing: 'boat sailing, dinghy sailing, sailboats ~ sailor',
  Rowing: 'sculling boats, crew rowing ~ rower',
  Swimming: 'swim, open water swimming, wild swimming, lap swimming ~ swimmer',
  Diving: 'scuba diving, scuba, freediving, snorkeling, snorkelling ~ scuba diver',
  Fishing: 'angling, fly fishing, flyfishing, fly-fishing ~ fisherman, angler, fly fisher',
  Hunting: 'bow hunting, bowhunting ~ hunter',
  Archery: 'bow and arrow, bow shooting ~ archer',
  'Horse riding':
    'horseback riding, equestrian, horses, horsemanship, riding horses, horseriding ~ equestrian, horse rider',
  Soccer: 'playing soccer, association football, football (soccer) ~ soccer player',
  Basketball: 'basket ball, playing basketball ~ basketball player',
  Baseball: 'softball, base ball ~ baseball player',
  Volleyball: 'beach volleyball, volley ball ~ volleyball player',
  Tennis: 'playing tennis ~ tennis player',
  'Table tennis': 'ping pong, ping-pong, pingpong ~ table tennis player',
  Badminton: 'badmington ~ badminton player',
  Pickleball: 'pickle ball ~ pickleball player',
  Golf: 'golfing ~ golfer',
  'Disc golf': 'disk golf, frisbee golf, frolf ~ disc golfer',
  'Ultimate frisbee': 'ultimate, frisbee ~ ultimate player',
  'Martial arts':
    'karate, judo, aikido, kung fu, taekwondo, jiu jitsu, bjj, brazilian jiu-jitsu, self-defense, self defence, self defense, jiu-jitsu ~ martial artist',
  'Tai chi': 'taichi, tai-chi, qigong, qi gong, tai chi and qigong, chi kung',
  Boxing: 'kickboxing, muay thai ~ boxer',
  Fencing: 'historical fencing, hema, sword fighting, swordplay ~ fencer',
  Fitness:
    'working out, gym, exercise, strength training, weight lifting, weightlifting, crossfit, workouts, weight training ~ weightlifter, personal trainer, fitness instructor',
  Pilates: 'pilates training ~ pilates teacher, pilates instructor',
  'Roller derby': 'roller-derby ~ derby skater',
  'Roller skating': 'rollerskating, roller blading, rollerblading, inline skating ~ roller skater',
  Birdwatching:
    'bird watching, birding, bird-watching, birds, ornithology ~ birder, birdwatcher, bird watcher, ornithologist',
  'Wildlife watching':
    'wildlife, animal tracking, wildlife tracking, wildlife photography ~ wildlife photographer, wildlife tracker',
  Geocaching: 'geo caching ~ geocacher',
  Travel:
    'travelling, traveling, travels, world travel, backpacking abroad, adventure travel ~ traveler, traveller, globetrotter',
  'Van life': 'vanlife, van living, rv living, van dwelling, van conversion, van builds',
  Motorcycling: 'motorcycles, motorbikes, motorcycle riding ~ motorcyclist',
  'Classic cars': 'vintage cars, old cars, car restoration, hot rods',
  Aviation: 'flying airplanes, private flying, flying planes, gliding, paragliding ~ pilot, paraglider',
  Trains: 'railways, railroads, trainspotting ~ trainspotter',
  Cooking:
    'cook, culinary arts, home cooking, cuisine, culinary, cookery, cooking for others ~ cook, home cook, chef',
  'Vegetarian cooking':
    'vegan cooking, plant-based cooking, vegan food, vegetarian food, plant based cooking ~ vegan cook, vegan chef',
  Veganism: 'vegan, vegan lifestyle, plant-based diet',
  Baking:
    'bake, cakes, baking cakes, pastry making, cake decorating, pie making, home baking ~ baker, home baker, pastry chef',
  'Bread baking':
    'sourdough, bread making, breadmaking, baking bread, sourdough bread, sourdough baking, breadbaking ~ bread baker, sourdough baker',
  Barbecue: 'bbq, grilling, barbeque, bar-b-q, smoking meat ~ pitmaster, grill master',
  Fermentation:
    'fermenting, kombucha, kimchi, sauerkraut, fermented foods, fermenting foods, kombucha brewing ~ fermenter',
  'Food preservation':
    'canning, preserving food, food preserving, pickling, jam making, preserves, home canning, jams and preserves, preserving, canning and preserving ~ canner, preserver',
  'Cheese making': 'cheesemaking, cheese-making, making cheese ~ cheesemaker, cheese maker',
  Homebrewing:
    'home brewing, home-brewing, beer brewing, brewing beer, brewing, craft beer, homebrew, beer making, home brew ~ homebrewer, brewer, home brewer',
  'Wine making':
    'winemaking, wine-making, viticulture, home winemaking, vinification ~ winemaker, vintner, viticulturist',
  'Wine tasting': 'wine, wine appreciation, wines ~ sommelier, oenophile',
  'Cider making': 'cidermaking, cider, cider pressing, hard cider ~ cider maker',
  'Mead making': 'mead, meadmaking ~ mead maker',
  Cocktails: 'mixology, bartending, cocktail making ~ bartender, mixologist',
  'Specialty coffee':
    'coffee roasting, coffee making, espresso, barista skills, latte art, coffee brewing ~ barista, coffee roaster',
  'Tea culture': 'tea ceremony, tea tasting, chinese tea, gong fu tea',
  'Food writing': 'recipe writing, food blogging, recipe development ~ food writer, food blogger',
  Collecting:
    'antiques, collectibles, antique collecting, coin collecting, stamp collecting, stamps, numismatics, philately ~ antique collector, coin collector, stamp collector',
  Thrifting:
    'thrift shopping, second-hand shopping, vintage shopping, thrift stores, vintage clothing, vintage fashion, op shopping ~ thrifter',
  'LEGO building': 'lego, legos, lego bricks ~ lego builder',
  'Radio-controlled models': 'rc cars, rc planes, radio control, rc models, rc aircraft',
  Karaoke: 'singing karaoke',
  Journaling: 'journalling, diary writing, bullet journaling, bullet journal, keeping a journal ~ journaler',
  Pets: 'pet care, keeping pets ~ pet owner',
  'Animal welfare': 'animal care, animal rescue, animal rights ~ animal lover',
  Dogs: 'dog training, dog walking, dog, training dogs ~ dog trainer, dog walker, dog owner, dog lover',
  Cats: 'cat, cat rescue ~ cat owner, cat lover',
  'Stage magic': 'magic tricks, sleight of hand, close-up magic, card magic ~ magician',
  'Burning Man': 'burningman, burner culture, regional burns',
  'Renaissance fairs':
    'ren faire, renaissance faire, medieval reenactment, historical reenactment, sca, living history ~ reenactor',
};
