import type { TopicData } from '../topic-data.ts';

/** Groceries, for food co-operatives and shared kitchens. */
export const larder: TopicData = {
  'A stew or a roast':
    '~ beef, pork, chicken, turkey, meat, root vegetables, other vegetables, onions, herbs, frozen vegetables, rice, spices, specialty vegetables, organic products',
  'A quick supper':
    '~ hamburger meat, pasta, Instant food products, sauces, frozen meals, soups, ready soups, rice, canned vegetables, canned fish, frozen potato products, frozen fish, ketchup, finished products',
  'A cake in the oven':
    '~ flour, sugar, baking powder, butter, margarine, domestic eggs, cooking chocolate, curd, whipped/sour cream, cream, pudding powder, specialty fat, hard cheese, salt',
  'For the breadboard':
    '~ white bread, brown bread, rolls/buns, semi-finished bread, roll products, ham, sausage, sliced cheese, processed cheese, soft cheese, hard cheese, spread cheese, cream cheese, specialty cheese, meat spreads, liver loaf, potato products',
  'From the dairy':
    '~ whole milk, UHT-milk, butter milk, condensed milk, yogurt, curd, curd cheese, butter, cream, cream cheese, whipped/sour cream, domestic eggs',
  'A bowl of fruit':
    '~ tropical fruit, citrus fruit, pip fruit, grapes, berries, packaged fruit/vegetables, frozen fruits, canned fruit, nuts/prunes, whipped/sour cream',
  'A sweet tooth':
    '~ chocolate, specialty chocolate, waffles, candy, specialty bar, chewing gum, cake bar, ice cream, dessert, frozen dessert, long life bakery product, chocolate marshmallow, pastry, sweet spreads',
  'Something to nibble': '~ salty snack, popcorn, nut snack, snack products, tidbits, nuts/prunes',
  'Bottles for the evening':
    '~ bottled beer, canned beer, red/blush wine, white wine, sparkling wine, prosecco, liquor, liquor (appetizer), liqueur, brandy, rum, whisky',
  'Jars and sauces':
    '~ mustard, mayonnaise, ketchup, vinegar, oil, salt, salad dressing, sauces, pickled vegetables, canned vegetables, canned fish, frankfurter, jam, honey, syrup',
  'A warm cup': '~ coffee, instant coffee, tea, cocoa drinks, condensed milk, sugar, artif. sweetener',
  'A clean house':
    '~ detergent, softener, cleaner, abrasive cleaner, dish cleaner, bathroom cleaner, toilet cleaner, house keeping products, decalcifier, cling film/bags, kitchen towels, napkins, dishes',
  'Washed and groomed':
    '~ hygiene articles, napkins, dental care, skin care, soap, male cosmetics, female sanitary products, hair spray, make up remover, baby cosmetics, kitchen towels',
};
