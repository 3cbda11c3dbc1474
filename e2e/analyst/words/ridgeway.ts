import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** Walkers, naturalists and map people along a ridge, with the places where they live. */
export const ridgeway: WordsCommunity = {
  name: 'Ridgeway',
  members: [
    {
      id: 'arlo',
      role: 'Ranger',
      bio: 'I count orchids on my knees. The lower meadow has never been mapped properly.',
      skills: ['Botany'],
      place: 'Bristol',
    },
    {
      id: 'bree',
      role: 'Surveyor',
      bio: 'I map drains for a living and would much rather map flowers.',
      skills: ['Surveying', 'GIS'],
      place: 'Bristol',
    },
    {
      id: 'cass',
      role: 'Nurse',
      bio: 'After a night shift I walk until the birds start. The ridge at five is mine.',
      interests: ['Walking'],
      place: 'Bath',
    },
    {
      id: 'dell',
      role: 'Sound engineer',
      bio: 'I record rooms. I have always wanted to record a dawn and sleep through every one.',
      skills: ['Audio recording'],
    },
    {
      id: 'eve',
      role: 'Librarian',
      bio: 'The parish diaries list every cuckoo since the railway came. They are in a box that only I open.',
      interests: ['Local history'],
      place: 'Oxford',
    },
    {
      id: 'flo',
      role: 'Data scientist',
      bio: 'Give me dates and I will find you a trend. I have not seen a cuckoo, only plots of them.',
      skills: ['R', 'Statistics'],
    },
    { id: 'gale', bio: 'I do not own a tent and never will. A bench is enough.', interests: ['Walking'] },
    {
      id: 'hal',
      bio: 'I gave up climbing after the roof job. The ropes are good, take them.',
      skills: ['Knots'],
    },
    {
      id: 'iona',
      bio: 'My husband fishes, I read on the bank. Herons come to me instead.',
      interests: ['Reading'],
    },
    {
      id: 'jude',
      bio: 'I got lost on the ridge in fog and was found by a postman who shared his soup. I carry two flasks since.',
      interests: ['Hiking'],
    },
    { id: 'kip', bio: 'Soup is half of hiking. The other half is socks.', interests: ['Hiking'] },
    { id: 'lark', bio: 'Fog I like. Getting lost, less.', interests: ['Hiking'] },
    {
      id: 'mab',
      bio: 'It is not true that the stile is dangerous. It is only ugly.',
      interests: ['Walking'],
    },
    { id: 'nye', bio: 'Stiles I mend, if someone brings oak. I will not touch pine.', skills: ['Carpentry'] },
    {
      id: 'oz',
      bio: 'I have oak from the storm, stacked and dry. It wants a purpose.',
      skills: ['Chainsaw work'],
    },
    ...listing(15, 'gis', { skills: ['GIS', 'Cartography'], interests: ['Hiking'], place: 'Bristol' }),
    ...listing(12, 'bird', { skills: ['Photography'], interests: ['Birdwatching'], place: 'Oxford' }),
    ...listing(10, 'bot', { skills: ['Botany', 'Drawing'], interests: ['Walking'] }),
    ...listing(6, 'seek', { interests: ['Walking'], wishes: ['Botany'] }),
  ],
  honest: [
    {
      quotes: {
        arlo: 'The lower meadow has never been mapped properly.',
        bree: 'would much rather map flowers',
        flo: 'Give me dates and I will find you a trend.',
      },
      name: 'A map of the lower meadow',
      description:
        'A ranger who counts orchids, a surveyor who maps drains and a data scientist. Botany, GIS and statistics rarely share a meadow.',
      asks: ['What would you map first?', 'Where could everyone see it?'],
    },
    {
      quotes: {
        cass: 'The ridge at five is mine.',
        dell: 'I have always wanted to record a dawn',
        eve: 'The parish diaries list every cuckoo since the railway came.',
      },
      name: 'Dawn on the ridge',
      description:
        'One walks there at five, one would record it, one has the diaries. The nurse could leave a recorder on the way home; half of it would be wind.',
      asks: ['Who else is awake at five?', 'How would a hundred years of dawns sound?'],
      corrected: { asks: ['Who else is awake at five?', 'How would a century of dawns sound?'] },
    },
    {
      quotes: {
        nye: 'Stiles I mend, if someone brings oak.',
        oz: 'I have oak from the storm',
        mab: 'It is only ugly.',
      },
      name: 'Oak for the ugly stile',
      description: 'Oak that wants a purpose, a carpenter who mends stiles and a stile to start with.',
    },
    {
      quotes: { gale: 'I do not own a tent', hal: 'I gave up climbing', iona: 'I read on the bank' },
      name: 'Outdoors, without the gear',
      corrected: { name: 'Outside, without the gear' },
      description:
        'No tent, no more climbing, no fishing: they like to be outside without doing anything there.',
    },
    {
      quotes: { kip: 'Soup is half of hiking.', jude: 'I carry two flasks since.', lark: 'Fog I like.' },
      name: 'Soup in the fog',
      description: 'Hikers with flasks. A walk in fog with soup at the far end is second nature to them.',
    },
    {
      rule: all('skill:gis', 'skill:cartography'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Maps, drawn and computed',
      description: 'Cartographers who know GIS. All of them live in Bristol, and every one of them hikes.',
    },
    {
      rule: all('skill:botany', 'skill:drawing'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Drawn from life',
      description: 'Botanists who draw, {lift} times what chance would give. Walking is what they all list.',
    },
    {
      rule: all('skill:photography', 'interest:birdwatching'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Bird photographers',
      description: 'Birdwatchers with cameras, all in Oxford.',
    },
    {
      rule: any('location:bristol'),
      category: 'community_strength',
      basis: 'share',
      name: 'Bristol on the map',
      description:
        'Bristol is home to {share} of the members. Nearly all of them know GIS, and most of them hike.',
    },
    {
      rule: givers(any('skill:botany'), any('looking_for:botany')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'Names for the flowers',
      description:
        'Walkers look for botany and the botanists like to walk. It is the easiest introduction of all.',
    },
    {
      rule: any('interest:hiking', 'interest:walking'),
      category: 'community_strength',
      basis: 'share',
      name: 'On foot',
      description:
        'Hiking or walking is on the list of {share} of the members. Some of them are botanists, some draw maps.',
    },
    {
      rule: any('interest:birdwatching'),
      category: 'community_strength',
      basis: 'share',
      name: 'Eyes on the sky',
      description:
        'Birdwatching is shared by {member_count} members, and everyone in this group takes photographs.',
    },
    {
      quotes: {
        eve: 'They are in a box that only I open.',
        flo: 'only plots of them',
        arlo: 'I count orchids on my knees.',
      },
      name: 'Counts waiting for a reader',
      description:
        'Counted orchids and listed cuckoos need someone who likes dates. Librarian, ranger and data scientist should share a table.',
      corrected: {
        description:
          'Counted orchids and listed cuckoos, not all of them seen, need someone who likes dates. Librarian, ranger and data scientist should share a table.',
      },
    },
    {
      quotes: {
        iona: 'Herons come to me instead.',
        cass: 'After a night shift I walk until the birds start.',
        dell: 'I record rooms.',
      },
      name: 'Quiet company of birds',
      description:
        'Birds come to those who sit still or walk late. None of it needs equipment, though a sound engineer could bring some.',
    },
    {
      quotes: {
        hal: 'The ropes are good, take them.',
        oz: 'It wants a purpose.',
        jude: 'I carry two flasks since.',
      },
      name: 'More than they need',
      description:
        'Ropes, oak, a spare flask: what these members have too much of. A swap on the first Sunday would move most of it.',
    },
  ],
  hostile: [
    {
      quotes: {
        arlo: 'I count orchids on my knees.',
        bree: 'I map drains for a living',
        flo: 'Give me dates and I will find you a trend.',
      },
      name: 'Geologists of Manchester',
      description: 'Geologists and sailors from Manchester who would map the coast.',
    },
    {
      quotes: { gale: 'own a tent', hal: 'climbing after the roof job', iona: 'My husband fishes' },
      name: 'Tents, ropes and rods',
      description: 'They camp, climb and fish.',
    },
    {
      quotes: { mab: 'the stile is dangerous', nye: 'Stiles I mend', lark: 'Getting lost' },
      name: 'A dangerous stile',
      description: 'The stile is dangerous and people are getting lost.',
    },
    {
      quotes: { flo: 'seen a cuckoo', eve: 'every cuckoo since the railway came', nye: 'touch pine' },
      name: 'Cuckoos seen in the pines',
      description: 'They have seen a cuckoo, all in the pine wood.',
    },
    {
      quotes: {
        jude: 'I got lost on the ridge in fog and was found by a postman who shared his soup.',
        lark: 'Fog I like.',
        kip: 'Soup is half of hiking.',
      },
      name: 'The postman',
      description: 'Lost on the ridge in fog and found by a postman, who shared his soup.',
    },
    {
      rule: all('skill:gis', 'skill:cartography'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'A nation of mapmakers',
      description: 'The vast majority of members map, and barely anyone does without GIS.',
    },
    {
      rule: all('skill:photography', 'interest:birdwatching'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Every bird seen',
      description: 'All members watch birds, and no one else takes photographs.',
    },
    {
      rule: all('skill:botany', 'skill:drawing'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Botany rising',
      description: 'Botany is becoming ever more popular, the fastest growing interest on the ridge.',
    },
    {
      rule: any('interest:walking', 'skill:chainsaw work'),
      category: 'community_strength',
      basis: 'share',
      name: 'Chainsaw walkers',
      description: 'These walkers know chainsaw work.',
    },
    {
      rule: all('skill:gis', 'location:bristol'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Everyone in Bristol',
      description: 'Everyone who lives in Bristol maps, and the lion’s share of members live there.',
    },
  ],
};
