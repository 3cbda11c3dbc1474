import type { TopicData } from '../topic-data.ts';

/** Pictures still and moving, pages and products. */
export const pictures: TopicData = {
  'Products people enjoy using':
    'User experience, User interface design, User research, Usability testing, Interaction design, Product design, Service design, Design thinking, Human-computer interaction, Web accessibility, Figma, Adobe XD, Product management ~ Prototyping, Sketch',
  'Words and shapes on a page':
    'Design, Graphic design, Typography, Lettering, Calligraphy, Logo design, Branding, Illustration, InDesign, Illustrator, Photoshop, Canva, Inkscape, Adobe Creative Suite, Web design, Art direction, Sign painting, Infographics',
  'Ink and press':
    'Letterpress, Bookbinding, Paper making, Printmaking, Block printing, Screen printing, Risograph printing, Zines, Typography, Calligraphy, Cyanotype, Publishing, Paper crafts ~ Wild pigments, Marbling, Botanical illustration',
  'Pencil and brush':
    'Drawing, Painting, Watercolor painting, Oil painting, Acrylic painting, Illustration, Mural painting, Visual art, Collage, Mixed media, Comics and cartoons, Lettering ~ Botanical illustration, Wild pigments, Nature drawing',
  'Pictures on a tablet':
    'Digital art, Concept art, Procreate, Krita, Photoshop, GIMP, Illustration, Comics and cartoons, Animation',
  'Walls and streets as canvas':
    'Mural painting, Street art, Sign painting, Installation art, Sculpture, Mosaics, Projection mapping, Street photography',
  'On gallery walls':
    'Visual art, Curation, Art history, Museums, Art direction, Installation art, Sculpture, Painting, Performance art',
  'Through the lens':
    'Photography, Portrait photography, Landscape photography, Film photography, Wedding photography, Street photography, Product photography, Drone photography, Darkroom printing, Cyanotype, Lightroom, Photoshop',
  'From camera to cut':
    'Videography, Video editing, Filmmaking, Documentary film, Cinematography, Screenwriting, Photography, Premiere Pro, Final Cut Pro, DaVinci Resolve, After Effects, Drones, Drone photography, Film watching, Lighting design',
  'Pictures set in motion':
    'Animation, 3D animation, Stop motion, Motion graphics, After Effects, Visual effects, Cinema 4D, Blender, Greensock',
  'Words, drafted and polished':
    'Writing, Fiction writing, Non-fiction writing, Poetry, Screenwriting, Editing and proofreading, Journalism, Blogging, Copywriting, Technical writing, Translation, Publishing, Zines, Storytelling, Food writing, Reading, Journaling',
  'Shelves and long evenings':
    'Reading, Book clubs, Science fiction, Poetry, Fiction writing, History, Philosophy, Libraries',
};
