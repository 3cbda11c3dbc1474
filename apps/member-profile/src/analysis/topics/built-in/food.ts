import type { TopicData } from '../topic-data.ts';

/** Growing food, keeping it and sharing it. */
export const food: TopicData = {
  'Food that keeps':
    'Fermentation, Food preservation, Cheese making, Cider making, Mead making, Homebrewing, Wine making, Bread baking ~ Vinegar making, Charcuterie',
  'From seed to larder':
    'Fermentation, Cheese making, Mushroom growing, Seed saving, Grafting, Vegetable growing, Food preservation, Fruit growing, Herb growing, Beekeeping, Foraging',
  'Brewed, pressed and poured':
    'Homebrewing, Wine making, Wine tasting, Cider making, Mead making, Cocktails, Specialty coffee, Tea culture ~ coffee, tea',
  'Kitchen, oven and table':
    'Cooking, Vegetarian cooking, Veganism, Baking, Bread baking, Barbecue, Catering, Food writing, Nutrition, Restaurant management, Hosting ~ food, Food science',
  'Beds, borders and pots':
    'Gardening, Vegetable growing, Flower growing, Herb growing, Horticulture, Houseplants, Bonsai, Landscaping, Landscape design, Native plants, Composting, Community gardening, Botany, Seed saving',
  'Fields for tomorrow':
    'Farming, Organic farming, Regenerative agriculture, Urban farming, Permaculture, Community-supported agriculture, Farmers markets, Soil health, Composting, Hydroponics, Food security, Vegetable growing',
  'Hooves, hives and feathers':
    'Animal husbandry, Beekeeping, Chicken keeping, Goat keeping, Sheep farming, Horse riding, Farming',
  'Company on paws': 'Pets, Dogs, Cats, Animal welfare ~ Cat food, Dog food',
  'Life on a few acres':
    'Homesteading, Permaculture, Chicken keeping, Goat keeping, Beekeeping, Rainwater harvesting, Tiny houses, Natural building, Solar energy, Food preservation, Appropriate technology',
  'Among the trees':
    'Tree care, Forestry, Fruit growing, Grafting, Green woodworking, Wildland firefighting, Bonsai ~ Agriculture & Forestry',
  'Living off the wild':
    'Foraging, Mycology, Mushroom growing, Bushcraft, Herbalism, Botany, Hunting, Fishing, Natural dyeing ~ Wild pigments',
};
