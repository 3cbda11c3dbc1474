import type { TopicData } from '../topic-data.ts';

/** Wild places, weather and moving about in them. */
export const land: TopicData = {
  'Under the night sky':
    'Astronomy, Entomology, Wildlife watching, Landscape photography ~ Dark skies, Night walks, Bats, Owls, Astrophotography',
  'Care for river and habitat':
    'Watershed restoration, Conservation, Ecology, Native plants, Science, Birdwatching, Natural history, Rainwater harvesting, Environmentalism, Fishing',
  'Field notes from the wild':
    'Birdwatching, Wildlife watching, Natural history, Botany, Mycology, Entomology, Ecology, Geology, Nature education, Science, Foraging ~ Botanical illustration, Bats',
  'Ready for fire and flood':
    'Wildfire resilience, Wildland firefighting, Emergency preparedness, First aid, Amateur radio, Mutual aid',
  'Boots and high ground':
    'Hiking, Backpacking, Camping, Outdoor recreation, Rock climbing, Mountaineering, Trail running, Bushcraft, Geocaching, Travel, Landscape photography',
  'Snow underfoot': 'Skiing, Cross-country skiing, Snowboarding, Mountaineering',
  'On and in the water':
    'Swimming, Kayaking, Canoeing, Stand-up paddleboarding, Whitewater rafting, Sailing, Rowing, Diving, Surfing, Fishing, Boat building',
  'By pedal and on foot':
    'Cycling, Mountain biking, Bicycle repair, Running, Trail running, Hiking, Walkable cities, Public transport',
  'A lighter footprint':
    'Climate action, Environmentalism, Sustainability, Zero waste, Recycling, Circular economy, Conservation, Sustainable business, Veganism, Public transport',
  'Power from sun and wind':
    'Solar energy, Renewable energy, Appropriate technology, Electrical work, Environmental engineering, Homesteading, Rainwater harvesting',
};
