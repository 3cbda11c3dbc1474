import type { TopicData } from '../topic-data.ts';

/** Things made, built and mended by hand. */
export const craft: TopicData = {
  'Needle and thread':
    'Sewing, Tailoring, Dressmaking, Pattern making, Quilting, Embroidery, Cross-stitch, Mending clothes, Fashion design, Costume design, Textile design, Natural dyeing, Upcycling ~ Slow fashion, Fashion',
  'Loom, yarn and dye pot':
    'Knitting, Crochet, Weaving, Spinning, Natural dyeing, Felting, Fiber arts, Macrame, Rug making, Basket weaving, Sheep farming, Textile design ~ Slow fashion',
  'Saw, plane and chisel':
    'Woodworking, Carpentry, Joinery, Furniture making, Furniture restoration, Upholstery, Woodturning, Wood carving, Green woodworking, Timber framing, Boat building',
  'Forge and workbench':
    'Metalworking, Welding, Blacksmithing, Bladesmithing, Machine shop work, Jewelry making, Enameling, Sculpture, CNC machining',
  'Kiln and furnace': 'Pottery, Glass blowing, Stained glass, Mosaics, Enameling, Sculpture ~ Glazing',
  'Things to wear and keep':
    'Jewelry making, Beadwork, Enameling, Leatherworking, Shoemaking, Hat making, Tattoo art, Makeup artistry, Fashion design',
  'Wax, petals and scent':
    'Candle making, Soap making, Natural cosmetics, Herbalism, Floral design, Flower growing, Beekeeping ~ Perfumery',
  'Scissors, glue and folds':
    'Crafts, Paper crafts, Origami, Scrapbooking, Collage, Journaling, Vinyl cutting, Beadwork',
  'Houses built by hand':
    'Natural building, Timber framing, Masonry, Plastering, Stone carving, Green woodworking, Carpentry, Tiny houses, Construction, Architecture',
  'A house kept in order':
    'DIY, Home repair, Home renovation, Plumbing, Electrical work, House painting, Plastering, Masonry, Carpentry, Construction, Interior design, Landscaping',
  'Nothing thrown away':
    'Repair cafe, Home repair, Bicycle repair, Car repair, Small engine repair, Clock and watch repair, Computer repair, Instrument repair, Furniture restoration, Mending clothes, Upcycling, Thrifting, Zero waste, Recycling, Tool libraries',
  'Small worlds on the table':
    'Model making, Miniature painting, Model railways, LEGO building, Radio-controlled models, Trains',
};
