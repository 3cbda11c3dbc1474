import { anyOf, wordsOf } from './cues.ts';
import type { Cues } from './cues.ts';

const kin =
  'wife|husband|partner|spouse|son|sons|daughter|daughters|mother|father|mum|mom|dad|parents|brother|brothers|sister|sisters|' +
  'sister in law|brother in law|uncle|aunt|auntie|cousin|cousins|grandfather|grandmother|gran|granny|grandpa|grandad|grandma|grandparents|' +
  'neighbour|neighbours|neighbor|neighbors|friend|friends|flatmate|flatmates|roommate|roommates|boss|chief|ex|mentor|teacher|landlord|' +
  'colleague|colleagues|coworkers|girlfriend|boyfriend|fiance|niece|nephew|kid|kids|children|child|boy|boys|girl|girls|old man|lads|team|tailor|in laws';

const doing =
  'do|make|build|teach|run|play|practice|practise|write|cook|bake|brew|grow|keep|know|speak|work|specialise|specialize|lead|host|' +
  'coach|research|study|collect|repair|fix|restore|install|mentor|coordinate|volunteer|dance|go|use|tinker|dabble|sing|perform|' +
  'facilitate|help|dye|offer|organise|organize|code|program|train|lecture|produce|give|show|live|spend|tutor|manage|consult|share|swap';
const taken =
  'took up|got into|picked up|learned|learnt|trained in|trained as|started|discovered|fell in love with|fell for|got hooked on|studied and still do';
const state =
  'good at|good with|great at|handy with|fluent in|experienced in|skilled in|skilled at|trained in|all about|hooked on|at home in|learning|' +
  'doing|playing|practising|practicing|studying|working|teaching|running|building|making|keeping|writing|growing|brewing|baking|cooking|dabbling';
const liking =
  'love|like|enjoy|adore|care (?:deeply |a lot )?about|(?:have|got) a thing for|live for|never tire of|got hooked on';
const liked =
  'into|interested in|fascinated by|passionate about|obsessed with|crazy about|mad about|hooked on|(?:a )?(?:big |huge |great |keen )?fan of|fond of|in love with';
const firmly =
  '(?: (?:also|still|really|just|do|deeply|absolutely|secretly|always|totally|truly|very|quite|all|completely|endlessly))*';

/** Cues of English. Apostrophes are folded away: `dont`, `im`, `id`. */
export const english: Cues = {
  common: wordsOf(
    'i the and is my of to a with for at it not im ive are was be have has but do you we our by on from this that',
  ),
  conjunctions:
    /^(?:but|while|because|so|which|who|whom|whose|though|although|when|whenever|where|if|until|unless|except|than|like|whereas|since (?:i|he|she|my|the|we)|and (?:i|im|ive|we|my|he|she|they|his|her|never|not|dont|doesnt|cant|am|do|still|teach|will|now|have|would|want|need)|before (?:i|my|the)|after (?:i|my|the))\b/,
  relatives: wordsOf('who that whom whose'),
  fillers: wordsOf(
    'and or also mostly mainly some a an the sometimes occasionally often now even still plus lots of bits little for with in ' +
      'bit especially particularly usually currently always lately',
  ),
  self: anyOf('i', 'im', 'ive', 'id', 'we', 'weve', 'me', 'myself'),
  others: anyOf(
    `(?:my|our|the|a|an|his|her|their|your|some|two|three)(?: \\S+)? (?:${kin})s?`,
    'he|she|they|hes|shes|theyre|his|her|hers|their|your|you|youre|everyone|everybody|people|anybody|anyone|nobody|someone|somebody|who|whose',
    '(?:kids|lads|guys|girls|boys|folks)',
    `(?:${kin}) of mine`,
  ),
  negation: anyOf(
    'not|dont|doesnt|didnt|cant|cannot|couldnt|wont|wouldnt|isnt|arent|wasnt|havent|hasnt|never|no|none|nothing|nor|neither|nobody|without',
    'no longer|any ?more|hate|hates|hated|loathe|avoid|despise|hopeless|terrible|useless|rubbish|awful|bad at|scared|terrified|afraid|allergic|bored?|bores',
    'stopped|stop|quit|gave up|given up|give up|giving up|instead of|rather|unlike|except|apart from|two left|im out of|am out of|done with|far from|less|barely|hardly',
    'burned out|walked away|put down|threw|stolen|cancelled|too expensive|too old|enemies|cry|sneeze|angry|torture|bad|worst|expensive|last thing|lack talent|forget about',
  ),
  past: anyOf(
    'used to|formerly|former|once|years ago|long ago|back then|in my (?:youth|twenties|thirties|teens|day)|as a (?:child|kid|boy|girl|student|teenager)',
    'was|had|did|ended|until|retired|wanted|almost|nearly|previously|earlier|in a former life|left|sold|became|half of my life|half my life|in (?:my )?school|at school|when i was',
  ),
  hypothetical: anyOf(
    'meaning to|going to|supposed to|about to|trying to|keep thinking|if|would|could|might|maybe|perhaps|one day|someday|will|ill|should|shall|ought|supposed|imagine|dream|id|couldve|wouldve|keep asking|told|hopefully',
  ),
  needs: anyOf(
    'looking (?:\\S+ ){0,2}for|searching for|seeking|seek|in search of|in need of|need|needs|could use|lack|short of|hunting for|grateful for',
    '(?:want|wants|wanting|hope|hoping|plan|planning|love|like|keen|eager|dying|itching|aim|trying|wish) to',
    'want (?:some|a|an|more)|hoping for|hope for|wish i could|wish i knew|interested in learning|curious to|want',
    '(?:would|id|d) (?:\\S+ )?(?:love|like)',
  ),
  needed: anyOf(
    'wanted|needed|sought|is what i need|is what i am looking for|would be (?:great|welcome|lovely|a dream)',
  ),
  wanting: anyOf(
    'learn|need|want|wish|looking for|look for|hope|help you|missing|used to|before|past|never|stop|stopped|quit|not|dont|wont|cant|hate|dislike|others|friend|someone else|would|if',
  ),
  asks: /^(?:does any|do any|is there (?:any|some)|are there|can any|could any|can some|could some|where can i|who (?:can|could|knows|does|wants|would)|any ?one|any ?body|would any|would some|has any|how do i)/,
  does: anyOf(
    `(?:i|we|ive|weve|still|and)(?: (?:also|still|mostly|mainly|often|sometimes|really|usually|now|happily|have|do|am|can|always|occasionally|just|currently|mainly|actually|only|research|just|currently|now))* (?:${doing}|${taken})`,
    `(?:i am|im|we are|am|ive been|i have been|weve been|have been|been|still) (?:(?:also|still|mostly|pretty|quite|rather|very|really|always|both|currently|now|just) )*(?:${state})`,
    '(?:ive|i have|i|we|have) (?:been )?(?:done|practised|practiced|played|taught|written|worked(?: \\S+)? (?:in|with)|spent|kept|made|built|run|got|have (?:years|decades|experience|a degree|training|skills))',
    '(?:happy|glad|willing|able|pleased) to (?:teach|share|show|help|offer|lend|give|do)(?: \\S+){0,3}',
    '(?:fluent|trained|skilled|experienced|specialised|specialized) in',
    `^(?:${doing}|${taken}|been \\S+ing|being)`,
    '(?:years|decades|a decade|a lifetime) (?:of|in|doing)',
    'my (?:evenings?|weekends?|sundays?|saturdays?|life|days|nights?|winters?|summers?|time|work|job|trade|craft|garage|kitchen|business|company|studio|workshop|degree|background|training|speciality|specialty|profession|skills?|day job)(?: \\S+)? (?:is|are|belongs? to|for|in|with|full of|go into|revolves around)',
    '(?:weekends|sundays|saturdays|evenings|mornings|winters|summers|fridays|thursdays|mondays) are (?:for|all)',
    '(?:i|we) _ (?:with|in|on|at)',
    'find me',
    'i offer|what i do',
    '(?:i|we) (?:can|can also)',
  ),
  done: anyOf(
    '^is what (?:i|we)',
    '^by day',
    '^pays',
    '^has been what',
    '^is (?:my|our) (?:trade|job|work|profession|craft|living|bread|background|speciality|specialty|business)',
  ),
  likes: anyOf(
    `(?:i|we|and)${firmly} (?:${liking})`,
    `(?:im|i am|we are|been|and am)${firmly} (?:${liked})`,
    `^(?:still |totally |really )?(?:${liking}|${liked})`,
    'my (?:(?:great|big|biggest|main|only|first|true|other|one|real|secret|latest|current|favourite|favorite) )*(?:passions?|hobby|hobbies|interests?|love|loves|obsession|thing|escape|therapy|pastimes?|weakness|vice) (?:is|are|remains|include|includes|besides \\S+ (?:is|are))',
    '^(?:my |our )?(?:hobbies|interests|passions|loves|likes|skills)(?: are| include)?(?= |$)',
  ),
  own: new RegExp(
    '^(?:(?:\\S+ ){0,4}?)(?:(?:is|are|remains?|has been|have been) (?:also |still |really |just )*(?:my|our) (?:\\S+ ){0,2}?' +
      '(?:passions?|hobby|hobbies|therapy|life|love|loves|thing|church|habit|trade|craft|sport|religion|joy|escape|bread|companion|world|obsession|subject|' +
      'calling|art|medicine|meditation|weekends?|sundays?|job|work|profession|background|speciality|specialty|ritual|downfall|vice|weakness|hole|way|place|instrument)\\b' +
      '|(?:is|are) (?:what|how|where|why) (?:i|we)\\b|(?:is|are) the (?:\\S+ ){1,2}(?:i|we)\\b|is at the heart of my|(?:keeps?|makes?|saved|saves|got|gets|gives?|takes?|fills?|pays?) (?:up )?(?:me|us|my|our)\\b' +
      '|belongs? to (?:me|my)|has (?:kept|taught) me|beats television)',
  ),
  is: new RegExp(
    '(?:^|\\s)(?:i am|im|i work as|work as|working as|ive been|i have been|and am)(?: (?:now|also|still|officially|both|just|only|mostly|really|proudly))*' +
      '(?: (?:an?|the) (?:\\S+ ){0,2}?_(?: by \\S+)?)?(?: (?:and|or))?(?: (?:now|also|a|an|the))*(?: (?!(?:to|with|for|of|like|from|into|about|in|on|at|by|than|not|no|never|good|s)\\b)\\S+){0,3}$',
  ),
  qualities: wordsOf(
    'part full time freelance freelancing urban weekend amateur keen avid proud professional self taught primary trained qualified ' +
      'hobby passionate semi aspiring seasoned lifelong occasional enthusiastic independent mainly mostly local rural a an on and by day night',
  ),
  followers: wordsOf(
    'and or with for in on at since to by is are has have but of every all most more now when badly well too again myself online professionally full part as because ' +
      'from after before during through over under around about into among between near without i we my the a an this that these those what if on only also mostly mainly ' +
      'sometimes often daily weekly nightly yearly here there first then lessons lesson class classes course courses teacher tutor workshop workshops club group partner partners ' +
      'nerd lover fan enthusiast geek person people addict freak obsessive keeps keep makes make pays pay takes take saved got gives give remains beats belongs was were will would ' +
      'can could taught terrifies bores up out off alone last next better behind for together outdoors indoors regularly passionately work projects stuff things music studio',
  ),
  aside:
    /(?:^|\s)(?:work(?:ing)? (?:at|for|near)|near|behind|outside|beside|opposite|above|below|at)(?: the| a| my| our| an)$|(?:^|\s)(?:the )?(?:idea|thought|sound|smell|look|history|end|world|theory|kind|sort) of$/,
  verbs: anyOf(
    'is|are|was|were|will|can|could|has|have|had|does|do|did|make|makes|made|cost|costs|took|take|takes|kept|keeps|should|need|needs|lost|left|quoted|call|calls|called|came|comes|' +
      'bores|sold|goes|go|lives|says|said|who|that|got|never|drew|taught|invented|ended|moved|would|might|must|may|terrifies|scares|died|closed|think|thinks|used|did|bore|broke|repaired|steals|stole|get|gets|want|wants|keep|know|knows|thinking|am|im|i',
  ),
};
