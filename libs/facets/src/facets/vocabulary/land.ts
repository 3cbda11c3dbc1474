import type { VocabularyData } from './data.ts';

/** Growing, keeping animals and knowing the land. */
export const land: VocabularyData = {
  Gardening: 'gardens, garden, home gardening, gardenning, organic gardening, backyard gardening ~ gardener',
  'Vegetable growing':
    'growing vegetables, vegetable gardening, growing food, kitchen gardens, food growing, vegetable garden, veggie gardening, veg growing, grow your own ~ vegetable grower',
  'Flower growing':
    'flower farming, growing flowers, flower gardening, cut flowers ~ flower farmer, flower grower',
  Horticulture:
    'plant propagation, horticultural science, greenhouse growing, plant nursery ~ horticulturist, nursery owner',
  Houseplants: 'indoor plants, house plants, plant care, plants, succulents, cacti ~ plant parent',
  Bonsai: 'bonsai trees, bonsai growing',
  Landscaping: 'yard work, lawn care, hardscaping, landscape gardening ~ landscaper',
  'Native plants':
    'native plant gardening, native gardens, native plant restoration, pollinator gardens, pollinators',
  Botany: 'plant identification, plant science, plant id, wildflowers, plant biology ~ botanist',
  Permaculture:
    'perma culture, permaculture design, permiculture, permacultre, food forests, food forest, forest gardening ~ permaculturist, permaculture designer',
  Farming:
    'agriculture, farm work, small farming, small-scale farming, farm, farms, market gardening, agricultural work ~ farmer, market gardener, farmhand',
  'Organic farming': 'organic agriculture, biodynamic farming, biodynamics, organic growing ~ organic farmer',
  'Regenerative agriculture':
    'regenerative farming, regenerative ag, regen ag, agroecology, agroforestry, silvopasture, carbon farming ~ regenerative farmer',
  'Urban farming': 'urban agriculture, city farming, urban gardening, rooftop farming ~ urban farmer',
  'Community-supported agriculture': 'csa, csas, community supported agriculture, farm shares',
  'Farmers markets': 'farmers market, farmers’ markets, growers market, farmers’ market',
  Hydroponics: 'aquaponics, hydroponic growing, hydroponic gardening',
  Composting: 'compost, vermicomposting, worm composting, making compost, vermiculture ~ composter',
  'Soil health': 'soil science, soil building, soil, soil biology, living soil ~ soil scientist',
  'Seed saving':
    'seed libraries, seeds, seed swaps, seed library, seed-saving, heirloom seeds, seed swapping ~ seed saver',
  Homesteading:
    'homestead, self-sufficiency, self sufficiency, off-grid living, off grid living, off-grid, off grid, smallholding, self-reliance ~ homesteader, smallholder',
  Beekeeping:
    'bee keeping, bee-keeping, bees, apiculture, honey bees, honeybees, keeping bees, apiary ~ beekeeper, apiarist',
  'Chicken keeping':
    'chickens, keeping chickens, backyard chickens, raising chickens, poultry keeping, backyard poultry ~ chicken keeper',
  'Goat keeping': 'goats, raising goats, goat herding ~ goat farmer, goatherd',
  'Animal husbandry':
    'livestock, raising livestock, livestock farming, raising animals, ranching ~ rancher, livestock farmer',
  'Sheep farming':
    'sheep, shearing sheep, sheep shearing, shepherding ~ shepherd, sheep shearer, sheep farmer',
  'Fruit growing':
    'orchards, orcharding, orchard keeping, fruit tree care, growing fruit, fruit tree pruning, pruning fruit trees, fruit trees, orchard ~ orchardist, fruit grower',
  Grafting: 'fruit tree grafting, grafting fruit trees, scion wood',
  'Tree care': 'arboriculture, tree pruning, tree work, pruning trees ~ arborist, tree surgeon',
  Forestry:
    'forest management, woodland management, forest stewardship, forest ecology, woodlands ~ forester',
  'Wildland firefighting':
    'prescribed burns, prescribed burning, prescribed fire, controlled burns, fire ecology ~ wildland firefighter',
  'Mushroom growing':
    'growing mushrooms, mushroom cultivation, mycoculture, cultivating mushrooms ~ mushroom grower, mushroom farmer',
  Mycology:
    'mushrooms, fungi, mushroom identification, myco, mushroom hunting, mushroom foraging, fungus ~ mycologist, mushroom hunter',
  Foraging:
    'wild foods, wild edibles, wildcrafting, wild food foraging, edible plants, wild food, wild plants ~ forager, wildcrafter',
  Bushcraft:
    'wilderness survival, survival skills, primitive skills, ancestral skills, wilderness skills, earth skills ~ bushcrafter',
  'Natural history':
    'naturalist studies, nature study, nature observation, nature journaling, nature journalling ~ naturalist',
  'Nature education':
    'outdoor education, environmental education, forest school, nature connection, wilderness education ~ outdoor educator, environmental educator, wilderness guide',
  Ecology: 'ecosystems, ecological science, ecosystem science ~ ecologist',
  Entomology: 'insects, butterflies, moths ~ entomologist',
  Geology:
    'rocks and minerals, rockhounding, rock hounding, minerals, lapidary, crystals and minerals ~ geologist, rockhound',
  'Rainwater harvesting':
    'rain water harvesting, rainwater catchment, greywater, graywater, greywater systems, water harvesting',
  'Watershed restoration':
    'watersheds, river restoration, stream restoration, creek restoration, watershed stewardship',
  'Wildfire resilience': 'firewise, fire-wise, defensible space, wildfire, wildfires',
  'Appropriate technology': 'low tech, low-tech, intermediate technology',
  'Herb growing': 'herb gardening, growing herbs, herb garden, medicinal herb growing ~ herb grower',
};
