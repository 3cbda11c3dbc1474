import type { VocabularyData } from './data.ts';

/** Things made by hand or machine. */
export const craft: VocabularyData = {
  DIY: 'do it yourself, do-it-yourself, d.i.y., diy projects, home projects',
  Crafts:
    'crafting, crafts and making, arts and crafts, arts & crafts, handicrafts, handcrafts, handicraft ~ crafter, craftsperson',
  'Maker culture':
    'making, making things, maker movement, makerspace, makerspaces, hackerspace, hackerspaces, tinkering ~ maker, tinkerer',
  Woodworking:
    'wood working, wood-working, woodwork, wood craft, woodcraft, woodworks, wodworking ~ woodworker',
  Carpentry: 'carpentery, framing carpentry, finish carpentry ~ carpenter',
  Joinery: 'cabinetry, cabinet making, cabinetmaking ~ joiner, cabinetmaker, cabinet maker',
  'Furniture making':
    'furniture, furniture design, making furniture, furniture building, furniture-making ~ furniture maker, furniture designer',
  'Furniture restoration': 'furniture refinishing, furniture repair, restoring furniture',
  Upholstery: 'upholstering, reupholstery ~ upholsterer',
  Woodturning: 'wood turning, wood-turning, lathe turning, turning wood ~ woodturner, wood turner',
  'Wood carving':
    'woodcarving, whittling, spoon carving, carving wood, carving ~ wood carver, woodcarver, whittler',
  'Green woodworking': 'greenwood work, green wood working',
  'Timber framing': 'timberframing, timber frame building, post and beam ~ timber framer',
  Metalworking:
    'metal work, metalwork, metal working, metal fabrication, metal fab, metal arts ~ metalworker, metal worker, metal fabricator',
  Welding: 'mig welding, tig welding, welding and fabrication, weld ~ welder',
  Blacksmithing: 'blacksmith work, forging, smithing, forge work, black smithing ~ blacksmith, smith',
  Bladesmithing: 'knife making, knifemaking, knife-making ~ bladesmith, knife maker, knifemaker',
  'Machine shop work': 'machining, milling machine, metal lathe ~ machinist',
  'Jewelry making':
    'jewellery making, jewelry, jewellery, jewelry design, jewellery design, jewlery, jewelery, silversmithing, goldsmithing, making jewelry ~ jeweler, jeweller, silversmith, goldsmith',
  Beadwork: 'beading, bead work, beads ~ beader',
  Enameling: 'enamelling, enamel work ~ enamelist',
  Leatherworking:
    'leather work, leatherwork, leather craft, leathercraft, leather working, leather ~ leatherworker, leather worker',
  Shoemaking: 'shoe making, cobbling, cordwaining ~ shoemaker, cobbler',
  Pottery:
    'ceramics, ceramic art, ceramic, wheel throwing, throwing pots, pottery making, ceramic arts, hand building clay, clay work ~ potter, ceramicist, ceramist, ceramic artist',
  'Glass blowing': 'glassblowing, glass-blowing, hot glass ~ glassblower, glass blower',
  'Stained glass':
    'stained-glass, leaded glass, glass art, glass fusing, fused glass ~ stained glass artist, glass artist',
  Mosaics: 'mosaic, mosaic art, mosaic making, tile mosaic ~ mosaic artist',
  'Screen printing':
    'screenprinting, screen-printing, serigraphy, silkscreen, silk screen, silk screening, silkscreening, silk-screen printing, silkscreen printing, screen print, screenprints, silk screen printing ~ screen printer, screenprinter, serigrapher',
  Printmaking:
    'print making, print-making, printmaking arts, etching, intaglio, monotype, monoprinting ~ printmaker, print maker',
  'Block printing':
    'linocut, lino cut, linoleum cut, woodcut, woodcuts, linocuts, lino printing, woodblock printing, relief printing, block prints',
  Letterpress: 'letterpress printing, letter press, letter-press ~ letterpress printer',
  'Risograph printing': 'risograph, riso, riso printing',
  Cyanotype: 'cyanotypes, alternative photographic processes, sun prints',
  Bookbinding:
    'book binding, book-binding, book arts, book making, bookmaking by hand, handmade books ~ bookbinder, book artist',
  'Paper making': 'papermaking, paper-making, handmade paper ~ papermaker',
  'Paper crafts': 'papercraft, paper craft, paper cutting, papercutting, paper art, card making, cardmaking',
  Origami: 'paper folding ~ origamist',
  Scrapbooking: 'scrap booking, scrapbook, journaling art, art journaling ~ scrapbooker',
  Sewing:
    'sewing clothes, sew, machine sewing, hand sewing, stitching, garment sewing, garment making ~ seamstress, sewist, seamster',
  Tailoring: 'alterations, clothing alterations, bespoke tailoring ~ tailor',
  Dressmaking: 'dress making, dress-making ~ dressmaker',
  'Pattern making':
    'pattern drafting, patternmaking, pattern cutting, sewing patterns ~ pattern maker, pattern cutter',
  Quilting: 'quilts, quilt making, patchwork, quilt, patchwork quilting ~ quilter',
  Embroidery: 'hand embroidery, embroidering, embroidary, machine embroidery ~ embroiderer',
  'Cross-stitch': 'cross stitch, crossstitch, cross stitching, cross-stitching, counted cross stitch',
  'Mending clothes': 'mending, visible mending, darning, sashiko, clothing repair, clothes repair ~ mender',
  Knitting: 'knit, knits, kniting, machine knitting ~ knitter',
  Crochet: 'crocheting, crochê, chrochet, amigurumi ~ crocheter',
  Weaving: 'loom weaving, tapestry weaving, handweaving, hand weaving, tapestry ~ weaver',
  Spinning: 'spinning yarn, yarn spinning, hand spinning, handspinning, wool spinning ~ handspinner',
  'Natural dyeing':
    'natural dyes, dyeing, plant dyes, natural dye, dying fabric, indigo dyeing, fabric dyeing, textile dyeing, tie dye ~ natural dyer, dyer',
  Felting: 'needle felting, wet felting, felt making, feltmaking ~ felter, feltmaker',
  'Fiber arts':
    'fibre arts, fiber art, fibre art, textile arts, textile art, yarn crafts, fibercraft ~ fiber artist, fibre artist, textile artist',
  'Textile design': 'textiles, surface design, fabric design, surface pattern design ~ textile designer',
  Macrame: 'macramé, knotting',
  'Basket weaving':
    'basketry, basket making, basketmaking, baskets, willow weaving ~ basket maker, basketmaker, basket weaver',
  'Rug making': 'rug tufting, tufting, rug hooking, punch needle',
  'Hat making': 'millinery, felt hats ~ milliner, hat maker',
  'Candle making': 'candlemaking, candle-making, making candles, beeswax candles ~ candle maker, chandler',
  'Soap making': 'soapmaking, soap-making, making soap, soapmaking and cosmetics ~ soap maker, soapmaker',
  'Natural cosmetics': 'handmade cosmetics, skincare making, salve making, salves',
  'Floral design':
    'flower arranging, floral arranging, floristry, flower arrangement, floral arrangement, ikebana ~ florist, floral designer',
  'Model making':
    'modelmaking, scale models, scale modelling, scale modeling, architectural models ~ model maker',
  'Miniature painting':
    'miniatures, painting miniatures, mini painting, warhammer painting ~ miniature painter',
  'Model railways': 'model railroading, model trains, model railroads, model railway ~ model railroader',
  Cosplay: 'cosplaying, prop making, props, prop building, mask making ~ cosplayer, prop maker',
  'Sign painting':
    'signwriting, sign writing, sign making, hand-painted signs, signage ~ sign painter, signwriter, sign maker',
  '3D printing':
    '3d print, 3-d printing, 3d-printing, 3 d printing, three d printing, 3d printers, 3d printer, fdm printing, additive manufacturing, resin printing',
  '3D modeling': '3d modelling, 3-d modeling, 3d models, 3d design ~ 3d modeler, 3d modeller, 3d artist',
  'Laser cutting': 'laser cutter, lasercutting, laser-cutting, laser engraving, laser cut',
  'CNC machining':
    'cnc, cnc milling, cnc routing, cnc router, cnc machines, cnc machine, computer numerical control ~ cnc machinist, cnc operator',
  'Digital fabrication': 'digital fab, digifab, fab lab, fablab, rapid prototyping',
  CAD: 'computer aided design, computer-aided design, cad design, cad drawing, cad modeling, cad modelling ~ cad designer',
  'Vinyl cutting': 'vinyl cutter, cricut, silhouette cameo, decal making',
  Electronics:
    'electronic circuits, circuit building, hobby electronics, diy electronics, circuits, circuit design ~ electronics engineer',
  Soldering: 'solder, smd soldering',
  'PCB design': 'printed circuit boards, pcb, pcb layout, circuit board design',
  Robotics: 'robots, building robots, robot building ~ roboticist',
  'Bicycle repair':
    'bike repair, bike mechanics, bicycle mechanics, bike fixing, fixing bikes, bike maintenance, bicycle maintenance, bike building ~ bike mechanic, bicycle mechanic',
  'Car repair':
    'auto repair, auto mechanics, automotive repair, car mechanics, car maintenance, fixing cars ~ car mechanic, auto mechanic',
  'Small engine repair': 'small engines',
  'Clock and watch repair': 'watchmaking, watch repair, clock repair, horology ~ watchmaker, horologist',
  'Home repair':
    'home improvement, handyman work, home maintenance, house repairs, fix-it, fixing things, repairing things, repairs, repair ~ handyman, handyperson, handywoman',
  'Repair cafe': 'repair café, repair cafes, repair cafés, fixit clinic',
  'Home renovation':
    'renovation, remodeling, remodelling, house renovation, restoration of houses ~ remodeler, renovator',
  Construction:
    'house building, homebuilding, home building, building trades, general contracting ~ builder, general contractor',
  'Natural building':
    'cob building, straw bale building, strawbale, cob, earthen building, adobe building, earth building ~ natural builder',
  'Tiny houses': 'tiny house, tiny homes, tiny house building, tiny home',
  Plumbing: 'plumbing work ~ plumber',
  'Electrical work': 'electrical wiring, wiring, electrics, electrical installation ~ electrician',
  Masonry:
    'bricklaying, brick laying, dry stone walling, dry stone walls, stone masonry, stonework, stone work ~ mason, bricklayer, stonemason',
  'Stone carving': 'stone sculpture, stonecarving, stone cutting, letter carving ~ stone carver',
  Plastering: 'plaster work, lime plaster ~ plasterer',
  'House painting': 'painting and decorating, decorating houses ~ house painter',
  'Boat building': 'boatbuilding, boat-building, wooden boats ~ boat builder, boatbuilder',
  Taxidermy: 'hide tanning, tanning hides ~ taxidermist',
  Upcycling: 'up-cycling, reuse crafts, creative reuse, repurposing',
};
