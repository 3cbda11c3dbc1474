import type { VocabularyData } from './data.ts';

/** Pictures, words, film, stage and design. */
export const creative: VocabularyData = {
  Photography:
    'photo, photos, foto, fotography, photograpy, photographie, taking photos, taking pictures ~ photographer',
  'Portrait photography': 'portraits, portrait photos, headshots ~ portrait photographer',
  'Landscape photography': 'landscape photos ~ landscape photographer',
  'Film photography':
    'analog photography, analogue photography, 35mm photography, 35 mm photography, shooting film',
  'Wedding photography': 'wedding photos ~ wedding photographer',
  'Street photography': 'street photos ~ street photographer',
  'Product photography': 'product photos ~ product photographer',
  'Darkroom printing': 'darkroom, darkroom photography, photo developing',
  Videography: 'video, video production, videos, making videos, film and video ~ videographer',
  'Video editing':
    'editing video, editing videos, film editing, video edit, vidoe editing ~ video editor, film editor',
  Filmmaking: 'film making, film-making, filmaking, movie making, film production ~ filmmaker, film maker',
  'Documentary film':
    'documentary, documentaries, documentary filmmaking ~ documentary filmmaker, documentarian',
  Cinematography: 'camera work, director of photography ~ cinematographer',
  Screenwriting: 'screen writing, script writing, scriptwriting, screenplays ~ screenwriter, scriptwriter',
  'Motion graphics': 'motion design, mograph, motion graphic design ~ motion designer',
  Animation: '2d animation, animating, cartoons ~ animator',
  '3D animation': 'computer animation, cgi animation ~ 3d animator',
  'Stop motion': 'stop-motion animation, stop motion animation, claymation',
  Design: 'designing, general design ~ designer',
  'Graphic design':
    'graphics design, graphic designing, grafic design, visual design ~ graphic designer, visual designer',
  'User experience':
    'ux, ux design, user experience design, ux/ui, ui/ux, ui/ux design, ux/ui design, uxd, user-experience ~ ux designer, ui/ux designer, ux/ui designer',
  'User interface design':
    'ui, ui design, user interface, interface design, user interfaces ~ ui designer, interface designer',
  'User research':
    'ux research, user experience research, user interviews, usability research ~ user researcher, ux researcher',
  'Usability testing': 'user testing, usability tests',
  'Interaction design': 'ixd ~ interaction designer',
  'Product design': 'digital product design ~ product designer',
  'Industrial design': 'industrial product design ~ industrial designer',
  'Service design': 'designing services ~ service designer',
  'Web design':
    'website design, webdesign, designing websites, web page design, site design ~ web designer, website designer',
  'Logo design': 'logos, logo making, designing logos ~ logo designer',
  Branding:
    'brand design, brand identity, visual identity, brand strategy, corporate identity ~ brand designer, brand strategist',
  Typography: 'type design, typesetting, typefaces, font design, fonts ~ typographer, type designer',
  Lettering: 'hand lettering, handlettering, hand-lettered signs ~ letterer',
  Calligraphy: 'caligraphy, calligraphie, modern calligraphy ~ calligrapher',
  Illustration: 'illustrating, ilustration, digital illustration, book illustration',
  Drawing: 'sketching, pencil drawing, draw, life drawing, figure drawing, urban sketching',
  Painting: 'paint, paintings, canvas painting ~ painter',
  'Watercolor painting':
    'watercolor, watercolour, watercolors, watercolours, watercolour painting, aquarelle ~ watercolorist, watercolourist',
  'Oil painting': 'oils, oil paint, painting in oils ~ oil painter',
  'Acrylic painting': 'acrylics, acrylic paint',
  'Mural painting': 'murals, mural, mural art, wall painting ~ muralist, mural painter',
  'Street art': 'graffiti, grafitti, spray paint art ~ street artist, graffiti artist',
  'Digital art': 'digital painting, digital drawing, procreate art ~ digital artist',
  'Concept art': 'concept design ~ concept artist',
  'Comics and cartoons':
    'comics, comic art, cartooning, comic books, graphic novels, zine comics ~ cartoonist, comic artist',
  Collage: 'collages, mixed media collage ~ collagist',
  'Mixed media': 'mixed media art, mixed-media, assemblage ~ mixed media artist',
  Sculpture: 'sculpting, sculptures, sculpt ~ sculptor',
  'Installation art': 'installations, art installations, art installation ~ installation artist',
  'Visual art':
    'fine art, fine arts, visual arts, art making, artmaking, making art, art ~ visual artist, fine artist, artist',
  'Art history': 'history of art',
  'Art direction': 'creative direction ~ art director, creative director',
  'Art therapy': 'expressive arts therapy ~ art therapist',
  Curation: 'curating, exhibition design, curating exhibitions, art curation ~ curator',
  'Generative art':
    'creative coding, algorithmic art, code art, procedural art ~ creative coder, generative artist',
  'Data visualization':
    'data visualisation, dataviz, data viz, datavis, data vis, visualising data ~ data visualizer',
  Infographics: 'infographic, info graphics, information graphics, infographic design',
  'Information design': 'information graphics design ~ information designer',
  'Game design': 'games design, designing games, board game design, video game design ~ game designer',
  'Set design': 'stage design, scenic design, scenography ~ set designer, scenographer',
  'Costume design':
    'costumes, costume making, costuming, theatre costumes, theater costumes ~ costume designer, costumer',
  'Fashion design': 'clothing design, clothes design ~ fashion designer',
  'Interior design':
    'interior decorating, interiors, home decor, home décor, interior architecture ~ interior designer',
  Architecture: 'architectural design, building design ~ architect',
  'Landscape design':
    'landscape architecture, garden design, landscaping design ~ landscape designer, landscape architect, garden designer',
  'Lighting design':
    'stage lighting, theatre lighting, theater lighting ~ lighting designer, lighting technician',
  Writing: 'creative writing, writting, prose writing ~ writer, author',
  'Fiction writing':
    'fiction, writing fiction, novel writing, writing novels, short stories, novels, short fiction ~ novelist, fiction writer',
  'Science fiction': 'sci-fi, scifi, sf fiction, sci fi, speculative fiction',
  Poetry: 'poems, writing poetry, poem writing, spoken word, spoken word poetry, slam poetry ~ poet',
  'Non-fiction writing':
    'nonfiction, non fiction, nonfiction writing, essays, essay writing, memoir, memoir writing ~ essayist',
  Blogging: 'blog, blogs, blog writing ~ blogger',
  Journalism: 'news writing, reporting news, investigative journalism, jounalism ~ journalist',
  'Editing and proofreading':
    'copy editing, copyediting, proofreading, proof reading, text editing, line editing ~ copy editor, proofreader',
  'Technical writing': 'tech writing, technical documentation, documentation writing ~ technical writer',
  Translation: 'translating, translations ~ translator',
  Interpreting: 'simultaneous interpreting, language interpreting',
  Zines: 'zine, zine making, making zines, zinemaking ~ zine maker, zinester',
  Publishing: 'self-publishing, self publishing, book publishing, indie publishing ~ publisher',
  Storytelling: 'story telling, stories, oral storytelling, narrative design ~ storyteller',
  Podcasting: 'podcasts, podcast, podcast production, making podcasts ~ podcaster, podcast producer',
  Radio: 'community radio, radio production, broadcasting, radio shows ~ radio host, radio producer',
  Theatre: 'theater, theatre arts, theater arts, stagecraft, drama, community theatre, community theater',
  Acting: 'stage acting, film acting ~ actor, actress',
  'Improvisational theatre':
    'improv, improv comedy, improvisation theatre, improvisational theater, impro ~ improviser',
  'Stand-up comedy': 'standup, stand up, standup comedy, comedy ~ comedian, comic performer',
  Puppetry: 'puppets, puppet making, marionettes ~ puppeteer',
  'Voice acting': 'voiceover, voice over, voice-over, voiceovers, voice work ~ voice actor',
  'Circus arts':
    'circus, juggling, acrobatics, trapeze, aerial silks, aerials, aerial arts ~ juggler, acrobat, aerialist',
  Dance: 'dancing ~ dancer',
  Choreography: 'choreographing ~ choreographer',
  'Contemporary dance': 'modern dance',
  'Swing dance': 'lindy hop, swing dancing, lindy',
  'Salsa dancing': 'salsa dance, latin dance',
  'Contra dance': 'contra dancing, contradance',
  Tango: 'argentine tango, tango dancing',
  Burlesque: 'drag, drag performance, cabaret ~ drag queen, drag king',
  'Performance art': 'live art ~ performance artist',
  'Tattoo art': 'tattooing, tattoos, tattoo design, tattoo ~ tattoo artist, tattooist',
  'Makeup artistry': 'makeup, make-up, special effects makeup, sfx makeup, stage makeup ~ makeup artist',
};
