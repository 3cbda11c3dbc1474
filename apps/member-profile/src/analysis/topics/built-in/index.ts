import { topicsOf } from '../topic-data.ts';
import type { Topic } from '../topic-data.ts';
import { craft } from './craft.ts';
import { data } from './data.ts';
import { food } from './food.ts';
import { land } from './land.ts';
import { larder } from './larder.ts';
import { leisure } from './leisure.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { software } from './software.ts';
import { stage } from './stage.ts';
import { studies } from './studies.ts';
import { town } from './town.ts';
import { work } from './work.ts';

let topics: Topic[] | undefined;

/** The built-in topics. */
export function builtInTopics(): readonly Topic[] {
  topics ??= [
    data,
    software,
    pictures,
    stage,
    craft,
    food,
    land,
    leisure,
    people,
    town,
    work,
    studies,
    larder,
  ].flatMap(topicsOf);
  return topics;
}
