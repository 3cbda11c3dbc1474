import type { VocabularyData } from './data.ts';

/** Bringing people together, teaching, care and public life. */
export const community: VocabularyData = {
  'Community building':
    'community-building, building community, community development, community engagement, community, communitybuilding ~ community builder',
  'Community organizing':
    'community organising, grassroots organizing, grassroots organising, organizing, organising, grass roots organizing, community organization ~ community organizer, community organiser',
  'Community management':
    'online communities, community moderation, online community management, moderating communities ~ community manager, community moderator',
  'Event planning':
    'events, event management, event organizing, event organising, event production, organizing events, organising events, planning events, event coordination, hosting events, putting on events ~ event planner, event organizer, event organiser, event producer, event manager, event coordinator',
  'Festival production':
    'festivals, festival organizing, festival organising, music festivals ~ festival organizer, festival producer',
  'Stage management': 'stage managing ~ stage manager',
  'Volunteer work': 'volunteering, volunteer, volunteerism, voluntary work, voluntering ~ volunteer',
  'Volunteer management':
    'volunteer coordination, coordinating volunteers, managing volunteers ~ volunteer coordinator, volunteer manager',
  Facilitation:
    'facilitating, group facilitation, workshop facilitation, meeting facilitation, facilitation of groups, facilitating groups, facillitation ~ facilitator',
  'Workshop leading':
    'workshops, running workshops, leading workshops, giving workshops, teaching workshops ~ workshop leader',
  Mediation:
    'conflict resolution, conflict mediation, conflict transformation, dispute resolution ~ mediator',
  'Restorative justice': 'restorative practices, transformative justice, restorative circles',
  'Nonviolent communication':
    'nvc, non-violent communication, compassionate communication, non violent communication',
  'Active listening': 'listening, deep listening, empathic listening ~ good listener',
  Teaching: 'teach, teaching adults, adult education, instructing ~ teacher, educator, instructor',
  Tutoring: 'private tutoring, homework help, math tutoring, maths tutoring ~ tutor',
  Mentoring: 'mentorship, mentor, mentoring others, mentoring youth, being a mentor ~ mentor',
  Coaching: 'life coaching, coaching people, personal coaching ~ coach, life coach',
  Training: 'corporate training, training and development, staff training, train the trainer ~ trainer',
  'Curriculum design':
    'curriculum development, instructional design, lesson planning, course design, curricula, learning design ~ curriculum designer, instructional designer, curriculum developer',
  'Early childhood education':
    'preschool education, early childhood, kindergarten teaching, ece, montessori, waldorf education ~ preschool teacher, kindergarten teacher',
  Homeschooling: 'home schooling, home-schooling, home education, unschooling ~ homeschooler, unschooler',
  'Special education': 'special needs education, sped, special needs ~ special education teacher',
  'STEM education':
    'stem, steam education, stem outreach, science education ~ stem educator, science educator',
  'Youth work':
    'working with youth, youth programs, youth development, youth mentoring, youth programmes, youth education ~ youth worker',
  Parenting:
    'parenthood, raising kids, raising children, motherhood, fatherhood, kids ~ parent, mom, dad, mum, mother, father',
  Childcare:
    'child care, babysitting, nannying, baby sitting, looking after children ~ babysitter, nanny, childminder',
  'Elder care':
    'eldercare, senior care, caring for elders, aged care, elderly care, care for the elderly ~ caregiver, carer',
  'Social work': 'case management, social services ~ social worker',
  Counseling:
    'counselling, psychotherapy, therapy, talk therapy ~ counselor, counsellor, therapist, psychotherapist',
  'Mental health': 'mental-health, mental wellness, mental health advocacy, emotional health',
  'Peer support': 'peer counseling, support groups, peer counselling, peer to peer support',
  'Death work':
    'death doula, end of life care, grief work, grief support, hospice, death doula work, end-of-life care ~ hospice worker',
  'Birth work': 'doula, midwifery, birth doula, doula work, postpartum doula ~ midwife, birth worker',
  Nursing: 'registered nursing ~ nurse',
  'First aid':
    'cpr, first responder, wilderness first aid, first-aid, wilderness first responder, wfr ~ first aider, paramedic, emt',
  'Emergency preparedness':
    'disaster preparedness, community emergency response, disaster relief, disaster response, prepping, fire preparedness, wildfire preparedness ~ prepper',
  'Public health': 'community health, health promotion ~ public health worker',
  'Mutual aid': 'mutual-aid, mutual aid networks, mutualaid',
  'Harm reduction': 'harm-reduction',
  'Food security':
    'food banks, food bank, food justice, food access, food pantries, food sovereignty, food pantry',
  'Affordable housing': 'housing, housing justice, housing advocacy, low-income housing ~ housing advocate',
  'Homelessness outreach': 'homelessness, homeless outreach, street outreach, unhoused neighbors',
  Activism:
    'social activism, political activism, campaigning, direct action, activist work ~ activist, campaigner',
  'Social justice': 'social-justice, justice work, equity and justice, equity ~ social justice advocate',
  'Racial justice': 'anti-racism, antiracism, racial equity, black lives matter, blm, anti racism',
  'Climate action':
    'climate change, climate, climate justice, climate activism, climate crisis, climate solutions, global warming ~ climate activist',
  Environmentalism:
    'environment, environmental protection, environmental activism, environmental justice, protecting the environment, environmental issues ~ environmentalist',
  Conservation:
    'nature conservation, wildlife conservation, land conservation, habitat restoration, ecological restoration, land stewardship, environmental conservation ~ conservationist',
  Sustainability:
    'sustainable living, sustainable development, sustainability planning, sustainabilty, sustainable design, eco living, green living, environmental sustainability',
  'Zero waste': 'zero-waste, zerowaste, waste reduction, plastic free, low waste living, plastic-free living',
  Recycling: 'recycle, waste recycling',
  'Gender equality':
    'feminism, womens rights, gender equity, women’s empowerment, womens empowerment ~ feminist',
  'LGBTQ+ community':
    'lgbtq, lgbt, lgbtq+, queer community, lgbtqia+, lgbtqia, lgbt+, queer, lgbtq rights, lgbtqia+ community',
  'Disability rights': 'disability justice, disability advocacy, disability inclusion ~ disability advocate',
  'Immigrant rights':
    'refugee support, immigration, helping refugees, refugee rights, refugees, immigrant support',
  'Diversity and inclusion':
    'dei, d&i, diversity equity and inclusion, edi, diversity, inclusion, diversity and equity, diversity, equity & inclusion, deib',
  'Human rights': 'human-rights, civil rights',
  Politics: 'local politics, local government, civic politics ~ politician',
  'Civic technology':
    'civic tech, civictech, gov tech, govtech, civic hacking, code for america ~ civic technologist',
  'Civic engagement': 'citizen participation, civic participation, public engagement, civics',
  'Urban planning':
    'city planning, town planning, urban design, urbanism, placemaking, place making, new urbanism ~ urban planner, city planner, town planner, urbanist',
  'Public transport': 'public transit, mass transit, transit advocacy, transit',
  'Walkable cities': 'walkability, complete streets, pedestrian safety',
  'Community gardening':
    'community gardens, community garden, shared gardens, allotment gardening, allotments',
  'Intentional community':
    'intentional communities, cohousing, co-housing, ecovillage, ecovillages, eco-village, communal living, co-living, coliving, ecovillage living',
  'Tool libraries': 'tool library, library of things, tool lending library, tool sharing',
  'Sharing economy':
    'gift economy, time banking, timebank, timebanks, time bank, timebanking, bartering, barter, skill sharing, skill share, skillshare, skill-sharing, skill swap',
  'Local history':
    'town history, oral history, oral histories, heritage, historic preservation, local heritage, historical preservation ~ local historian, oral historian',
  Genealogy: 'family history, ancestry research, family tree research, geneology ~ genealogist',
  Libraries: 'librarianship, library science, library work ~ librarian',
  Archives: 'archiving, archival work, digital archives ~ archivist',
  Museums: 'museum work, museum studies, museum education',
  'Sign language':
    'asl, american sign language, bsl, british sign language, signing ~ sign language interpreter',
  'English as a second language':
    'esl, efl, tefl, tesol, teaching english, esol ~ esl teacher, english teacher',
  'Spanish language':
    'spanish, español, espanol, speaking spanish, spanish speaking ~ spanish speaker, spanish teacher',
  'Language learning':
    'languages, learning languages, foreign languages, language exchange, language practice, linguistics as a hobby ~ language learner, polyglot',
  Meditation:
    'mindfulness, mindfulness meditation, vipassana, zen meditation, meditating ~ meditator, meditation teacher',
  Yoga: 'hatha yoga, vinyasa yoga, yoga practice, yoga teaching, vinyasa ~ yogi, yoga teacher, yoga instructor',
  Breathwork: 'breath work, pranayama',
  'Massage therapy': 'massage, bodywork, body work ~ massage therapist, masseuse',
  Herbalism: 'herbal medicine, herbal remedies, plant medicine, medicinal herbs, herbalist work ~ herbalist',
  Acupuncture: 'chinese medicine, traditional chinese medicine, tcm ~ acupuncturist',
  Reiki: 'energy healing, energy work ~ reiki practitioner, energy healer',
  Ayurveda: 'ayurvedic medicine',
  Nutrition: 'healthy eating, nutrition coaching, dietetics ~ nutritionist, dietitian, dietician',
  Wellness:
    'wellbeing, well-being, health and wellness, holistic health, health and wellbeing, self care, self-care ~ wellness coach, health coach',
  Spirituality: 'spiritual practice, spiritual growth, spiritual life',
  Ritual: 'rituals, ceremony, ceremonies, rites of passage, wedding officiating ~ celebrant, officiant',
  'Mens work': 'men’s work, mens circle, mens groups, men’s groups, men’s circle',
  'Womens circles': 'women’s circles, womens circle, women’s groups, womens groups, women’s circle',
  Philosophy: 'ethics, practical philosophy, philosopy ~ philosopher',
  Psychology: 'psycology, positive psychology ~ psychologist',
  Dialogue: 'circle practice, council practice, listening circles, way of council',
  Hosting:
    'hosting dinners, hosting gatherings, potlucks, dinner parties, potluck, hospitality at home, hosting potlucks',
};
