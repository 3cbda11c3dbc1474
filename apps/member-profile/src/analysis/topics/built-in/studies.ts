import type { TopicData } from '../topic-data.ts';

/** Disciplines, as universities and their funders call them. */
export const studies: TopicData = {
  'Engines, bridges and materials':
    'Mechanical engineering, Electrical engineering, Civil engineering, Structural engineering, Chemical engineering, Environmental engineering, Aerospace engineering, Robotics ~ General Engineering, Engineering, Materials Technology, Aeronautical & Manufacturing Engineering, Electrical & Electronic Engineering, Industrial Engineering, Biomedical Engineering',
  'The natural world, measured':
    'Science ~ Physical Sciences, Earth Sciences, Environmental Sciences, Chemical Sciences, Biological Sciences, Mathematical Sciences, Information and Computing Sciences, Medical and Health Sciences, Agricultural and Veterinary Sciences, Technology, Engineering',
  'Matter and the cosmos':
    'Astronomy, Statistics ~ Physics, Physics and Astronomy, Astronomy and Astrophysics, Chemistry, Mathematics, Applied Mathematics, Materials Technology, Theoretical Physics and Chemistry, Statistics and Probability',
  'Life and health, studied':
    'Bioinformatics, Public health, Nursing, Nutrition, Psychology, Ecology ~ Biology, Biological Sciences, Medicine, Pharmacology & Pharmacy, Anatomy & Physiology, Dentistry, Veterinary Medicine, Microbiology, Ophthalmics, Physiotherapy, Sports Science, Healthcare/medical',
  'Earth, sea and weather':
    'Geology, Ecology, Remote sensing, GIS ~ Geography & Environmental Sciences, Earth Sciences, Environmental Sciences, Agriculture & Forestry, Hydrology, Oceanography, Meteorology, Physical Geography',
  'Culture, past and present':
    'History, Philosophy, Politics, Local history, Museums, Archives, Music, Art history ~ Linguistics, Sociology, Classics & Ancient History, History of Art Architecture & Design, Theology & Religious Studies, English, French, German, Art & Design, Anthropology, American Studies, Middle Eastern and African Studies, Iberian Languages/Hispanic Studies, East & South Asian Studies, Language Communication and Culture, History and Archaeology, Librarianship & Information Management, Philosophy and Religious Studies',
  'How people live together':
    'Politics, Psychology, Law, Philosophy, Social work ~ Economics, Sociology, Social Policy, Anthropology, Criminology, Business & Management Studies, Communication & Media Studies, Education, Accounting & Finance, Studies in Human Society, Middle Eastern and African Studies',
};
