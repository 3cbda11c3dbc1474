/** Words of a language without accents, apostrophes and words of one or two letters. */
const byLanguage = {
  english:
    'about above after again against all almost along already also although always among and another any anybody anyone ' +
    'anything are around away back because been before being below between both but came can come comes could did does ' +
    'doing done down during each either else enough even ever every everybody everyone everything few find first for from ' +
    'gave get gets getting give given gives goes going gone good got great had has have having her here hers him his how ' +
    'however into its itself just keep kept know known knows last least less let lets like likes little long look looking ' +
    'looks lot lots made make makes making many may maybe might more most much must myself near need needs never new next ' +
    'nobody nor not nothing now off often old once one only onto other others our ours out over own part people perhaps ' +
    'place put rather really same say says see seem seems shall she should show since small some somebody someone ' +
    'something sometimes soon still such take taken takes tell than that the their them themselves then there these they ' +
    'thing things think this those though three through time times together too took toward towards two under until upon ' +
    'use used using very want wanted wants was way ways well went were what when where whether which while who whole whom ' +
    'whose why will with within without would yes yet you your yours yourself years year day days week weeks month months ' +
    'member members community group everyone life lives living lived love loves loved work works working worked world home ' +
    'town share shares shared sharing meet meeting evening evenings bring brings brought tell tells told start started best ' +
    'better right learn learned help helped helps happy',
  german:
    'aber alle allem allen aller alles als also andere anderen auch auf aus bei beide beim bin bis bist damit dann das dass ' +
    'dein deine dem den denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort durch eine ' +
    'einem einen einer eines einige einmal erst euch euer fur gab gar gegen gehen geht gemeinsam gern gerne gibt habe haben ' +
    'hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer immer ins ist jede jedem jeden jeder jedes ' +
    'jemand jetzt kann kein keine keinen keiner konnen konnte leben leute machen macht man mehr mein meine meinem meinen ' +
    'meiner menschen mich mir mit mitglied mitglieder mochte muss nach nicht nichts noch nur oder ohne schon sehr sein ' +
    'seine seinem seinen seiner seit sich sie sind solche soll sollte sondern sonst uber und uns unser unsere unter viel ' +
    'viele vom von vor wann war waren warum was weil welche welcher wenn wer werden wie wieder will wir wird wurde wurden ' +
    'zum zur zwei zwischen jahr jahre jahren tag tage woche zusammen gruppe haus zeit gut neue neu',
  romance:
    'ainsi alors apres assez aussi autre autres avant avec avoir beaucoup bien car ceci cela celle celui ces cet cette ceux ' +
    'chacun chaque chez comme comment dans depuis des deux donc dont elle elles encore entre est etaient etait etre eux ' +
    'fait faire fois font ici ils jamais les leur leurs lui mais meme membres mes moi moins mon nos notre nous nouveau ' +
    'ont parce par parmi pas pendant peu peut plus pour pourquoi puis quand que quel quelle quelles quels qui quoi rien ' +
    'sans ses seulement sont sous souvent sur tes toi ton toujours tous tout toute toutes tres une vie vers vos votre vous ' +
    'ans annee annees jour jours semaine ensemble groupe gens monde personne personnes temps ' +
    'algo algun alguna algunas algunos ante antes aqui asi aun aunque bajo bien cada casi como con contra cosas cual cuales ' +
    'cuando cuanto dar desde despues dia dias donde dos durante ella ellas ellos entonces entre era eran eres esa esas ese ' +
    'eso esos esta estaba estan estar estas este esto estos fue fueron gente grupo hace hacen hacer hacia han hasta hay ' +
    'hemos juntos las les los mas mejor menos mientras misma mismo mucha muchas mucho muchos muy nada nadie ninguna ' +
    'ninguno nos nosotros nuestra nuestras nuestro nuestros nunca otra otras otro otros para pero persona personas poco ' +
    'por porque pues puede pueden quien quienes ser sera siempre sin sino sobre solo somos son sus tal tambien tan tanto ' +
    'tener tiene tienen tiempo toda todas todavia todo todos una unas unos veces vez vida vivir anos mundo miembros ' +
    'alla alle allo altra altre altri altro anche ancora anni avere bene che chi ciascuno come con cosa cose cosi cui dal ' +
    'dalla dalle dai dagli degli dei del della delle dello dentro dopo dove due durante ecco erano essere fanno fare fra ' +
    'gia gli gruppo hanno insieme invece lei loro lui mai membri meno mentre mio mia molti molto molte nei nel nella nelle ' +
    'nessuno niente noi non nostra nostro ogni ognuno oggi oppure per perche piu poco poi prima proprio puo quale quali ' +
    'quando quanto quella quelle quelli quello questa queste questi questo qui quindi sempre senza sia siamo sono sopra ' +
    'sotto sua sue sugli sui sul sulla suo suoi tanto tempo tra tutta tutte tutti tutto una uno vita volta volte vostro ' +
    'aos ate cada com como das dela delas dele deles depois dos ela elas ele eles enquanto entao era essa esse esta este ' +
    'eram foi foram isso isto juntos mais mas mesmo mim muita muito muitos nao nas nem nos nossa nosso num numa onde ou ' +
    'outra outro para pela pelo pelos pessoa pessoas porque pra qual quando que quem sao sem sempre ser seu seus sua suas ' +
    'tambem tem tudo uma voce',
  dutch:
    'aan alle alles als altijd anders ben bij daar dan dat deze die dit door een elke enkele ergens gaan geen goed graag had ' +
    'hebben heb heeft hem hen het hier hij hoe hun iemand iets ieder iedereen jaar jaren kan komen kunnen leden leven maar ' +
    'maken mee meer men mensen met mij mijn moet naar niet niets nog ons onze ook over samen sinds toch toen tot uit van ' +
    'veel voor waar wanneer want waren was wat we weer wel werd wie wij wil worden wordt zal zelf zich zij zijn zonder ' +
    'zou groep tijd dag dagen week',
} as const;

/** Words that say nothing of themselves, folded as `contentStems` folds: of grammar, of time, and of communities in general. */
export const functionWords: ReadonlySet<string> = new Set(
  Object.values(byLanguage).flatMap((list) => list.split(' ')),
);
