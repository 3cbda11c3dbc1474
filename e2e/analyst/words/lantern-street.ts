import { all, any, givers } from '../honest/script.ts';
import { listing } from './words-community.ts';
import type { WordsCommunity } from './words-community.ts';

/** A makerspace in a former school. */
export const lanternStreet: WordsCommunity = {
  name: 'Lantern Street',
  members: [
    {
      id: 'ada',
      role: 'Joiner',
      bio: 'I cut dovetails by hand and I am slow about it. Offcuts go to whoever asks first. The bandsaw and I have an understanding.',
      wishes: ['someone who can sharpen Japanese saws'],
      skills: ['Joinery', 'Woodturning'],
      interests: ['Boats'],
    },
    {
      id: 'bruno',
      role: 'Welder',
      bio: 'Gates, railings, the odd sculpture of a heron. I leave the scrap bin open on Fridays so people can rummage.',
      answers: [['What would you lend?', 'My small forge, once the rain stops, and an apron.']],
      skills: ['Welding', 'Blacksmithing'],
    },
    {
      id: 'cleo',
      role: 'Seamstress',
      bio: 'I take in coats, let out waists and keep every button. Nothing I cut off is ever thrown away. The scraps become quilts.',
      skills: ['Sewing', 'Quilting'],
      interests: ['Theatre'],
    },
    {
      id: 'dov',
      role: 'Retired electrician',
      bio: 'Lamps come to me broken and leave lit. I keep a drawer of dead switches for their springs.',
      answers: [['What do you hoard?', 'Cable ends. You would not believe the cable ends.']],
      skills: ['Electronics repair', 'Soldering'],
    },
    {
      id: 'esme',
      role: 'Potter',
      bio: 'The kiln is warm for a whole day after a firing and nobody uses that warmth. I hate to see heat go to waste.',
      wishes: ['ideas for a warm kiln on a Sunday'],
      skills: ['Pottery'],
    },
    {
      id: 'finn',
      role: 'Baker',
      bio: 'Bread at four, asleep by eight. My oven stays hot until noon and it pains me to let it cool empty.',
      wishes: ['people with slow dishes'],
      skills: ['Bread baking'],
    },
    {
      id: 'gita',
      role: 'Dyer',
      bio: 'Onion skins, walnut hulls, rust. A vat needs gentle heat for six hours and my stove is not gentle.',
      skills: ['Natural dyeing'],
      interests: ['Gardening'],
    },
    {
      id: 'hugo',
      bio: 'I would never weld without a second pair of eyes in the room. I would never lend a chisel to a stranger.',
      skills: ['Carpentry'],
    },
    {
      id: 'ines',
      bio: 'I no longer weld, my eyes are tired of it. I still come for the company and the tea.',
      skills: ['Drawing'],
    },
    {
      id: 'jory',
      bio: 'People think I can weld, but I only hold the torch for the photographs. I do like the light of it.',
      skills: ['Photography'],
      interests: ['Photography'],
    },
    {
      id: 'kaya',
      bio: 'I sold my lathe to a man from the coast after he cried over it. I miss the sound it made.',
      skills: ['Woodturning'],
    },
    {
      id: 'lars',
      bio: 'I like tools. I like the smell of oil on them.',
      wishes: ['someone to teach me welding'],
    },
    {
      id: 'mira',
      bio: 'I like tools too. Mostly I sweep.',
      wishes: ['Welding'],
    },
    {
      id: 'nils',
      bio: 'I do not trust the committee to fix the roof. I do trust the people who climb up there.',
    },
    {
      id: 'otto',
      bio: 'I do not think the committee will ever fix the roof. My bench is under the worst of it.',
    },
    {
      id: 'pia',
      bio: 'Put a bucket under it and carry on: that is how we treat the roof. I run the letterpress when the floor is dry.',
      skills: ['Letterpress'],
      answers: [['What do you hoard?', 'Wooden type with chipped corners.']],
    },
    ...listing(14, 'metal', { skills: ['Welding', 'Soldering', 'Machine shop work'] }),
    ...listing(16, 'cloth', { skills: ['Sewing', 'Knitting'], interests: ['Theatre'] }),
    ...listing(8, 'seek', { skills: ['Knitting'], wishes: ['Soldering'] }),
    ...listing(14, 'clay', { skills: ['Pottery'], interests: ['Gardening'] }),
    ...listing(1, 'glass', { skills: ['Glassblowing', 'Pottery'] }),
  ],
  honest: [
    {
      quotes: {
        esme: 'nobody uses that warmth',
        finn: 'it pains me to let it cool empty',
        gita: 'A vat needs gentle heat for six hours',
      },
      name: 'Heat nobody is using',
      description:
        'A potter with a kiln that stays warm, a baker whose oven cools empty and a dyer who needs gentle heat: {member_count} members hold the two ends of one rope. Introduce them before the next firing.',
      asks: ['What could simmer in a kiln all Sunday?', 'Who else has half a day of warmth to spare?'],
    },
    {
      quotes: {
        cleo: 'The scraps become quilts.',
        ada: 'Offcuts go to whoever asks first.',
        bruno: 'I leave the scrap bin open on Fridays so people can rummage.',
        dov: 'I keep a drawer of dead switches for their springs.',
      },
      name: 'The keepers of leftovers',
      description:
        'In wood, cloth, metal and wire, the same habit: nothing is thrown away before someone has asked for it. Sewing meets joinery and welding over the scrap bin.',
      asks: ['What have you kept for longest?', 'What would everyone laugh at if they saw your drawers?'],
    },
    {
      quotes: {
        nils: 'I do not trust the committee to fix the roof.',
        otto: 'My bench is under the worst of it.',
        pia: 'Put a bucket under it and carry on',
      },
      name: 'Under the leaking roof',
      description:
        'They have stopped waiting for the roof to be mended by others and work around it. A work party, half picnic, would do more than another letter.',
    },
    {
      quotes: {
        hugo: 'I would never weld without a second pair of eyes in the room.',
        ines: 'I no longer weld',
        jory: 'I only hold the torch for the photographs',
      },
      name: 'Beside the torch',
      description:
        'Not welders, and not quite strangers to it: they stand near the welding bench without doing it alone, or without doing it any more.',
    },
    {
      rule: all('skill:welding', 'skill:soldering', 'skill:machine shop work'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Hot metal, fine wire',
      description:
        'All of them weld, solder and know the machine shop: {member_count} members where {expected} would be expected. Welders who can also solder a circuit are the people to ask when a machine stops.',
      asks: ['Which machine would you fix first?', 'Who taught you to weld?'],
    },
    {
      rule: all('skill:sewing', 'skill:knitting'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Needles of both kinds',
      description:
        'Everyone in this group sews and knits, and most of them also list theatre. That is {lift} times what chance would give.',
    },
    {
      rule: any('skill:sewing', 'skill:knitting'),
      category: 'community_strength',
      basis: 'share',
      name: 'Stitch by stitch',
      description:
        'Knitting and sewing run through {share} of the membership. Whoever wants a quilt mended should not have to ask far.',
      corrected: {
        description:
          'Knitting and sewing run through {share} of the membership. Whoever wants a coat mended should not have to ask far.',
      },
    },
    {
      rule: givers(any('skill:soldering'), any('looking_for:soldering')),
      category: 'collaboration_opportunity',
      basis: 'wish',
      name: 'Soldering, taught and wanted',
      description:
        'Knitters are looking for somebody to show them soldering, and the welders at the other end of the corridor can. Neither has asked yet.',
    },
    {
      rule: any('skill:welding', 'skill:sewing'),
      category: 'community_strength',
      basis: 'share',
      name: 'Torch and thread',
      description: 'Welding and sewing have more friends here than any other pair one could name.',
      corrected: { description: 'Welding and sewing are both at home here, and half of these members knit.' },
    },
    {
      quotes: {
        lars: 'I like the smell of oil on them.',
        mira: 'Mostly I sweep.',
        ada: 'The bandsaw and I have an understanding.',
      },
      name: 'Fond of the room itself',
      description:
        'For some the workshop is the point: the oil, the broom, the old bandsaw. They would be first in line for a day of tidying, second to none.',
    },
    {
      quotes: {
        dov: 'Cable ends. You would not believe the cable ends.',
        pia: 'Wooden type with chipped corners.',
        cleo: 'keep every button',
      },
      name: 'Small hoards',
      description:
        'An electrician, a seamstress and someone at the letterpress admit to hoarding. A table of small hoards, one evening, would be a show of its own.',
      asks: ['What is in your drawer?', 'What would you give away to the first who asks?'],
    },
    {
      rule: all('skill:pottery', 'interest:gardening'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Clay and soil',
      description:
        'Potters who garden. Every one of them works with earth in two ways, and pots for seedlings suggest themselves.',
      asks: ['Which plant deserves a better pot?', 'What does clay teach a gardener?'],
    },
    {
      quotes: {
        esme: 'I hate to see heat go to waste.',
        bruno: 'My small forge, once the rain stops',
        finn: 'My oven stays hot until noon',
      },
      name: 'Fires that could be shared',
      description:
        'A forge, a kiln and a bread oven, each lit by a single pair of hands: the blacksmith, the potter and the baker could plan one long day of fire.',
      asks: [
        'Would half an hour of heat be enough for you?',
        'What would hardly anyone think of putting in a kiln?',
      ],
    },
    {
      quotes: {
        kaya: 'I miss the sound it made.',
        ines: 'I still come for the company and the tea.',
        jory: 'I do like the light of it.',
      },
      name: 'What stays after the work',
      description:
        'A sound, a light, a pot of tea: what these members speak of is what the craft leaves behind. Once in a while the shop could open for just that.',
    },
    {
      rule: any('skill:pottery'),
      category: 'community_strength',
      basis: 'share',
      name: 'Potters among us',
      description:
        'Pottery is at home here: {member_count} members list it, and most of the potters are interested in gardening.',
    },
  ],
  hostile: [
    {
      quotes: {
        esme: 'nobody uses that warmth',
        finn: 'it pains me to let it cool empty',
        gita: 'A vat needs gentle heat for six hours',
      },
      name: 'Heat and glass',
      description: 'Glassblowers, beekeepers and brewers who would share one fire.',
    },
    {
      quotes: {
        hugo: 'weld without a second pair of eyes in the room',
        ines: 'weld, my eyes are tired of it',
        jory: 'I can weld',
      },
      name: 'Ready to weld',
      description: 'They weld, and they would gladly take on the gate.',
    },
    {
      quotes: {
        nils: 'trust the committee to fix the roof',
        otto: 'the committee will ever fix the roof',
        pia: 'carry on',
      },
      name: 'Behind the committee',
      description: 'They trust the committee with the roof and look forward to its plan.',
    },
    {
      quotes: {
        kaya: 'I sold my lathe to a man from the coast',
        lars: 'I like tools.',
        mira: 'I like tools too.',
      },
      name: 'The lathe that left',
      description:
        'A lathe was sold to a man from the coast after he cried over it, and its sound is missed.',
    },
    {
      rule: any('skill:pottery', 'skill:glass blowing'),
      category: 'community_strength',
      basis: 'share',
      name: 'The glassblowers',
      description: 'Glassblowing is what brings these members together.',
    },
    {
      rule: all('skill:sewing', 'skill:knitting'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Everyone here sews',
      description: 'Almost nobody in the house does without needle and thread: everyone sews.',
    },
    {
      rule: all('skill:welding', 'skill:soldering'),
      category: 'skill_cluster',
      basis: 'beyond_chance',
      name: 'Welders and solderers',
      description: 'Half the house welds, and scores of them solder.',
    },
    {
      rule: all('skill:pottery', 'interest:gardening'),
      category: 'cross_domain',
      basis: 'beyond_chance',
      name: 'Clay and soil for ever',
      description:
        'They are the only ones in the house who garden, and more than any other group they keep it alive.',
    },
    {
      quotes: {
        cleo: 'The scraps become quilts.',
        ada: 'Offcuts go to whoever asks first.',
        dov: 'I keep a drawer of dead switches for their springs.',
      },
      name: 'Waste not',
      description: 'Waste is getting worse every year, and more and more members have started to hoard.',
    },
    {
      quotes: {
        lars: 'I like the smell of oil on them.',
        mira: 'Mostly I sweep.',
        ada: 'I cut dovetails by hand',
      },
      name: 'Programmers at the bench',
      description: 'Software engineers from Copenhagen who came to work with their hands.',
    },
    {
      rule: any('skill:welding'),
      category: 'community_strength',
      basis: 'share',
      name: 'A house of welders',
      description: 'The majority of the house welds, and hardly anyone has never held a torch.',
    },
  ],
};
