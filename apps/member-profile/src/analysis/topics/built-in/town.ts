import type { TopicData } from '../topic-data.ts';

/** Civic life of a town. */
export const town: TopicData = {
  'Shared rather than owned':
    'Cooperative business, Sharing economy, Repair cafe, Tool libraries, Mutual aid, Intentional community, Local economy, Circular economy, Community gardening, Food security, Affordable housing ~ Community land trusts',
  'A town that works':
    'Urban planning, Public transport, Walkable cities, Affordable housing, Architecture, Landscape design, Civic engagement, Civic technology, Politics, Public policy, Local economy, Local history ~ Town & Country Planning and Landscape Design',
  'Neighbours who get things done':
    'Community building, Community organizing, Community management, Volunteer work, Volunteer management, Civic engagement, Event planning, Fundraising, Mutual aid ~ Organiser, Organizer',
  'Memory of a place':
    'Local history, Genealogy, Libraries, Archives, Museums, History, Storytelling, Curation ~ Folklore',
  'Money for a good cause':
    'Fundraising, Grant writing, Nonprofit management, Crowdfunding, Volunteer management, Social entrepreneurship',
};
