import type { TopicData } from '../topic-data.ts';

/** Care, learning and getting on with each other. */
export const people: TopicData = {
  'Helping others learn':
    'Teaching, Tutoring, Mentoring, Curriculum design, Early childhood education, Homeschooling, Special education, STEM education, Training, Coaching, Workshop leading, Youth work, Music teaching, Nature education ~ Education',
  'Growing up well':
    'Parenting, Childcare, Early childhood education, Homeschooling, Youth work, Birth work, Nature education',
  'Rooms where people listen':
    'Facilitation, Mediation, Nonviolent communication, Active listening, Restorative justice, Dialogue, Workshop leading, Coaching, Mens work, Womens circles',
  'Gatherings, well prepared':
    'Event planning, Festival production, Hosting, Catering, Volunteer management, Volunteer work, Stage management, Event marketing, Facilitation, Community building, Public speaking, Workshop leading',
  'Care in hard hours':
    'Elder care, Social work, Counseling, Mental health, Peer support, Death work, Birth work, Nursing, First aid, Public health, Harm reduction, Homelessness outreach, Massage therapy',
  'Calm and healing':
    'Meditation, Yoga, Breathwork, Massage therapy, Reiki, Ayurveda, Acupuncture, Herbalism, Nutrition, Wellness, Tai chi, Pilates, Spirituality, Ritual ~ Healer, Complementary medicine',
  'Questions of meaning':
    'Philosophy, Psychology, Spirituality, Meditation, Ritual, Dialogue, Astrology ~ Theology & Religious Studies, Philosophy and Religious Studies',
  'Tongues of the world':
    'Language learning, Spanish language, English as a second language, Sign language, Translation, Interpreting, Travel ~ French, German, Linguistics, Iberian Languages/Hispanic Studies, Russian & East European Languages',
  'Fair chances for all':
    'Activism, Social justice, Racial justice, Gender equality, LGBTQ+ community, Disability rights, Immigrant rights, Diversity and inclusion, Human rights, Community organizing, Restorative justice, Affordable housing',
};
