import { plainNo, plainYes } from '../../cells/yes-no.ts';
import { foldText } from '../headings/heading-words.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(',').map((word) => word.trim()));
}

/** Yes and no as they stand in a column of ticks, folded. */
export const yesWords: ReadonlySet<string> = new Set(plainYes);
export const noWords: ReadonlySet<string> = new Set([...plainNo, '-']);

/** Forms of address and academic titles. */
export const honorifics = set(
  'mr,mrs,ms,miss,mx,dr,prof,professor,sir,dame,rev,herr,frau,hr,fr,dr med,prof dr,monsieur,madame,mademoiselle,m,mme,mlle,me,sr,sra,srta,don,dona,senor,senora,sig,sig ra,sigra,signor,signora,dott,dott ssa,dottssa,ing,avv,dhr,mevr,mevrouw,mw,de heer,drs,ir,senhor,senhora,eng,phd,mag,dipl ing,divers,mr and mrs,dr ing,mr dr,lic,hon,lord,lady,herr dr,frau dr,meneer,doctor,doktor,docteur,dra',
);
/** Answers of rating scales, folded. */
export const scaleWords = set(
  'strongly agree,agree,somewhat agree,neutral,neither agree nor disagree,neither,somewhat disagree,disagree,strongly disagree,very satisfied,satisfied,dissatisfied,very dissatisfied,very likely,likely,unlikely,very unlikely,very important,important,somewhat important,slightly important,not important,unimportant,moderately important,extremely important,not at all important,always,often,sometimes,rarely,never,excellent,very good,good,fair,average,poor,very poor,not at all,a little,somewhat,a lot,very much,extremely,very,moderately,slightly,beginner,novice,basic,intermediate,advanced,expert,proficient,fluent,native,low,medium,high,very high,very low,none,daily,weekly,monthly,yearly,very interested,interested,not interested,somewhat interested,very familiar,familiar,not familiar,unfamiliar,no experience,some experience,no opinion,dont know,not sure,necessary,nice to have,unnecessary,very useful,useful,somewhat useful,not useful,most of the time,essential,essential skill,critical,helpful,very helpful,not helpful,very confident,confident,somewhat confident,not confident,very comfortable,comfortable,uncomfortable,very experienced,experienced,inexperienced,a few times,once,frequently,occasionally' +
    'stimme voll zu,stimme zu,stimme eher zu,teils teils,stimme eher nicht zu,stimme nicht zu,trifft zu,trifft eher zu,trifft nicht zu,trifft eher nicht zu,trifft voll zu,sehr gut,gut,mittel,schlecht,sehr schlecht,immer,oft,manchmal,selten,nie,anfanger,fortgeschritten,experte,sehr wichtig,wichtig,unwichtig,weniger wichtig,weiss nicht,' +
    'tout a fait d accord,d accord,plutot d accord,pas d accord,plutot pas d accord,pas du tout d accord,tres bien,bien,moyen,mauvais,toujours,souvent,parfois,rarement,jamais,debutant,intermediaire,avance,tres important,pas important,ni d accord ni en desaccord,' +
    'totalmente de acuerdo,muy de acuerdo,de acuerdo,en desacuerdo,muy en desacuerdo,totalmente en desacuerdo,muy bueno,bueno,regular,malo,siempre,a menudo,a veces,raramente,nunca,principiante,intermedio,avanzado,experto,muy importante,' +
    'molto d accordo,completamente d accordo,d accordo,in disaccordo,molto in disaccordo,ottimo,buono,sufficiente,scarso,sempre,spesso,a volte,raramente,mai,principiante,intermedio,avanzato,esperto,molto importante,importante,' +
    'helemaal mee eens,mee eens,neutraal,niet mee eens,oneens,eens,zeer eens,zeer oneens,helemaal mee oneens,zeer goed,goed,matig,slecht,altijd,vaak,soms,zelden,nooit,beginner,gevorderd,zeer belangrijk,belangrijk,niet belangrijk,' +
    'concordo totalmente,concordo,discordo,discordo totalmente,nem concordo nem discordo,muito bom,bom,ruim,mau,sempre,frequentemente,as vezes,raramente,iniciante,intermediario,avancado,especialista,muito importante',
);
/** Beginnings of answers to a question for consent. */
const consentStart =
  /^(?:yes|no|i (?:do|don'?t|agree|consent|accept|would|want)|agree|disagree|public|private|visible|hidden|opt(?:ed)?[- ](?:in|out)|allow|ja|nein|ich|einverstanden|nicht|oui|non|j['’ ]?accepte|je |si|no|acepto|autorizo|acconsento|accetto|nee|akkoord|ik |sim|nao|aceito|concordo|members? only|everyone|nobody|granted|denied|anonymous|anyone|only|offentlich|privat|publico|publique|prive|pubblico|privato|openbaar|restricted|no access|list|do not|dont|share|agreed|checked|given|refused|declined|accepted)(?![\p{L}])/u;

/** Returns whether a text answers a question for consent: a yes or a no, maybe with words behind it. */
export function isConsentAnswer(text: string): boolean {
  const folded = foldText(text);
  return yesWords.has(folded) || noWords.has(folded) || consentStart.test(folded);
}

/** Folds a value for these sets: marks at its ends removed, inner ones blanks. */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
