import type { WordSets } from '../word-pattern.ts';

/** Words that patterns of every kind name. */
export const wordSets: WordSets = {
  my: `my our mine mein* unser* mon ma mes notre nos mi mis nuestr* mio mia miei mie nostr* mijn ons onze meu minha meus minhas
    nosso nossa nossos nossas moj moja moje mojej mojego nasz* benim bizim`,
  your: `your yours dein* ihre ihren ihrem eure* votre vos ton ta tes tu tus su sus vuestr* tuo tua tuoi tue vostr* suo sua jouw je uw jullie teu tua seu sua vosso twoja twoje twój wasz*`,
  their: `his her their sein* ihr* son sa ses leur leurs su sus suo sua suoi loro zijn haar hun seu sua seus suas jego jej ich`,
  have: `have has had having ve got habe hast hat haben hatte hatten avons avez ont avais ayant tengo tiene tienen tenemos ho ha
    hanno abbiamo heb heeft hebben hadden tenho tem temos têm mam mamy mają`,
  be: `am is are was were been being m re s bin ist sind war waren suis est sont sommes étais soy es somos son era eran sono siamo
    erano ben is zijn sou são somos jestem jesteśmy są`,
  stress: `also openly proudly proud still very deeply all both now newly myself auch offen stolz stolze stolzer sehr noch aussi très toujours fier fière también muy orgullosamente anche molto ook heel nog também muito też bardzo`,
  month: `january february march april may june july august september october november december spring summer autumn winter easter christmas`,
  ethnic: `african algerian moroccan tunisian egyptian syrian afghan iraqi iranian kurdish turkish arab arabic palestinian lebanese yemeni somali eritrean
    ethiopian sudanese congolese nigerian ghanaian senegalese cameroonian gambian pakistani bangladeshi tamil rohingya uyghur chechen armenian jewish roma
    romani sinti vietnamese filipino chinese korean cambodian mexican guatemalan honduran haitian jamaican caribbean hispanic latino latina latinx cuban
    colombian venezuelan peruvian bolivian ukrainian russian romanian bulgarian albanian bosnian kosovan serbian indigenous aboriginal black asian
    türkische* kurdische* arabische* syrische* afghanische* irakische* iranische* marokkanische* algerische* afrikanische* nigerianische* eritreische*
    somalische* vietnamesische* russische* ukrainische* rumänische* bulgarische* albanische* bosnische* tschetschenische* armenische* jüdische* schwarze
    turkse koerdische marokkaanse surinaamse antilliaanse syrische afghaanse iraanse eritrese somalische joodse molukse kaapverdische ghanese`,
  country: `turkey türkei turquie turquía turchia turkije turquia turcji turkiet syria syrien syrie siria syrië síria syrii morocco marokko maroc marruecos marocco marrocos
    algeria algerien algérie argelia algerije argélia tunisia tunesien tunisie túnez tunesië lebanon libanon liban líbano iraq irak iran afghanistan afganistán pakistan bangladesh
    eritrea somalia nigeria ghana senegal sénégal cameroon kamerun cameroun congo kongo ethiopia äthiopien sudan sudán vietnam kurdistan jamaica haiti haití cuba kuba venezuela
    colombia kolumbien ecuador perú bolivia romania rumänien roumanie rumanía roemenië albania albanien albanie kosovo bosnia bosnien ukraine ukraina ucraina ucrania russia russland`,
  article: `a an the ein eine einen einem einer der die das den dem un une le la les l des du una uno unos unas el los las il lo i gli
    een de het um uma o os as`,
  with: `with mit avec con met com z ze`,
  and: `and or und oder et ou y e o u en of i lub ve veya`,
};

/** Work on a topic, right behind it: "cancer research". */
export const workAfter = `
friendly, informed, sensitive, inclusive, archive*, archivist*, camp, camps, lecturer*, professor*, interpreter*, translator*, carers, ward, wards, unit, units, charity shop*, shop volunteer*, project worker*, seminar*, librarian*, freundlich*, gerecht*, fachtag*, vorlesung*
research*, nurse*, nursing, clinic*, ward*, doctor*, physician*, specialist*, counsel*, adviser*, advisor*, advising, advice, advocate*, advocacy
charity, charities, foundation*, helpline*, hotline*, worker*, care, caring, carer*, caregiver*, aid, relief, law, laws, lawyer*, policy, policies
studies, teacher*, teaching, trainer*, training, education, educator*, prevention, awareness, screening, diagnostic*, journal*, film*, festival*
history, historian*, museum*, statistics, data, software, app, apps, coach*, treatment center*, treatment centre*, service*, support worker*
support staff, support team*, support service*, medicine, therapist*, psychologist*, scientist*, support, outreach, solidarity, ministry, office*, agency, agencies, volunteer*
management, planning, planner*, consult*, solicitor*, attorney*, judge*, court*, paralegal*, expert*, professional*, books, literature, nutrition
forsch*, berat*, pflege*, klinik*, station, arzt, ärzt*, fachkraft, fachkräfte, experte*, expertin*, therapeut*, hilfe, arbeit, prävention
onderzoek*, zorg, verpleeg*, hulp, hulpverlen*, arts, artsen, advies, adviseur*, begeleid*, specialist*, danışman*, araştırma*, hemşire*, doktor*, uzman*, mimari*, tarihi*, vård, vården, forskning*, läkare*, sköterska*
`;

/** Work with a topic, up to a few words before it: "teach German to refugees". */
export const workBefore = `
for/with/to children/adults/pupils/patients/clients/residents/seniors/students/teenagers/inmates with/who/in/from, camp/camps/school/schools/garden/gardens/ramp/ramps/concerts for, designs/design/designing/designed/builds/building/build for, kinder/kindern/patienten/bewohner*/klienten/schüler* mit
work/works/working/worked with/for/on/in/at/against/alongside, volunteer* with/for/at/in, job/jobs/career/profession with/in/for
care/cares/caring/cared for, look/looks/looking after, support/supports/supporting/supported, help/helps/helping/helped, assist*, aid/aids/aiding
treat/treats/treating/treated, nurse/nurses/nursing for/on/in/at, nursing, counsel/counsels/counselling/counseling, counselling/counseling for
advise/advises/advising/advised, advice/adviser*/advisor* for/on/to/about, advocate/advocates/advocating/advocacy for, interpret* for, translat* for
teach/teaches/teaching/taught, lessons/classes/courses/workshops/training for, tutor/tutors/tutoring, train/trains/training, coach/coaches/coaching
research/researches/researching/researched, research* on/in/into/about/of, study/studies/studying/studied, studies/study of/on, scientist* of, historian* of
history/sociology/philosophy/psychology of, specialis*/specializ* in, expert*/expertise/specialist* in/on/for, teacher*/professor*/lecturer*/therapist*/doctor*/physician* of/for/in
prevent/prevents/preventing, prevention/treatment/diagnosis of, run/runs/running/lead/leads/manage/manages/statistics/statistician* ..3 trial/trials in/on/of/for, lawyer*/attorney*/solicitor*/jurist* who know/do/teach/practise/practice, clinic*/hospice*/centre*/center*/charity/charities/foundation/helpline/hotline/shelter* for
raise/raising/raised money/funds/awareness for/about/of, fundrais* for, write/writes/writing/wrote/report* about/on, book*/film*/documentar*/novel*/podcast* on/about
represent/represents/representing/defend/defends/defending, lawyer*/attorney*/solicitor* for, policy/law on, screen/screens/screening for, manage/manages/managing
arbeit/arbeite/arbeiten/arbeitet/arbeiteten ?als ..2 mit/für/in/im/auf/an, arbeit mit/für/zu, berat* für/von/bei, berate/beraten/berät, betreu*, pfleg*, begleit*, unterricht*, lehr* für
helfe/helfen/hilft, hilfe für/bei, unterstütz*, forsch* .. zu/zum/zur/über/an, behandel*, studier*, studium, kurs/kurse/unterricht/deutschkurs* für, übersetz* für, dolmetsch* für, ehrenamt* für/mit/in/im
vertret*/vertritt, fachanwalt*/anwalt*/anwält* für, spezialis* auf, expert* für, facharzt*/fachärzt* für, vorbeug*
travail*/travaille/travaillent .. avec/pour/sur/auprès/en/dans, recherche*/chercheu* sur/en/contre/de, soign*, infirmi* .. en/auprès/pour, accompagn*, aide/aident/aider aux/à/les/des, aide aux, conseil*/conseill* aux/en/sur/pour/les
enseign*, cours de ..2 aux/pour, cours pour, bénévol* .. auprès/pour/en/avec, médecin* .. en/pour/du/de, spécialis* en/dans/du, prévention du/de/des, lutte contre, association contre/pour, interprèt* pour, avocat* en/de/des, traite/traitent, défend*, forme/forment
trabaj* .. con/en/para/sobre, investig* .. sobre/en/de/del/contra, cuid* .. de/del/a/con, enfermer* .. en/de/del/para, ayud* a/para/con, asesor* .. a/en/sobre/de/para, apoy* a, enseñ* .. a, clases de/para .. a/para, clases para
médic* .. en/de/del/para, trat* a/el/la/los, prevención de/del, voluntari* .. con/en/para, acompañ* a, especialis* en, abogad* de/en/para, atend* a, intérprete* para, defiend* a
lavor* .. con/per/in/su/sul, ricerc* .. su/sul/sulla/contro/di, cura/curano/curare, assist* .. ai/alle/di/a/gli/le/i, infermier* .. in/di/per, aiut* .. i/ai/le/gli/chi, consulen* .. per/ai/sui/sul/in/di, insegn* .. a/ai/agli/alle/gli, corsi .. per, volontari* .. con/in/per/tra
medic* .. in/di/per, prevenzione del/della/di, specialis* in, avvocat* .. per/in/di, accompagn* i/le, difend*
werk/werken/werkt/werkten .. met/voor/in/op/aan, onderzoek* .. naar/in/van, verzorg*, zorg voor/van, verpleegkund* .. in/op/voor, help/helpt/helpen/geholpen, hulp aan/voor, begeleid*, adviseer*, advies .. aan/voor/over, *les/lessen/lesgeven .. aan/voor, vrijwillig* .. bij/met/voor/in
ondersteun*, arts/artsen voor/in, behandel*, cursus* voor, tolk* voor, advocaat/advocaten voor/in, voorlichting over
trabalh* .. com/em/na/no/para/sobre, pesquis* .. sobre/em/de/do/contra, investig* sobre/em, cuid* .. de/do/da, enfermeir* .. em/de/na/no, ajud* .. a/os/as, assessor* .. a/em/para, apoi* .. a/o/os, ensin* .. a/para, aulas .. para, voluntári* .. com/em/na
médic* .. em/de/da, tratam/tratar, prevenção do/da/de, acompanh* a/os, advogad* .. de/em, atend* a
praca/pracuj*/pracować .. z/ze/dla/w/na, bada*/badania .. nad, opiek* .. nad/się, pomag*/pomoc .. dla, wspiera*, ucz* .. dla, leczy/leczenie/leczą, pielęgniar* .. w/na
arbetar/jobbar/jobbade/arbetade .. med/för/i/på/inom, forskar/forskning .. om/på/i/kring, undervisar .. om/i, läkare/sköterska/sjuksköterska .. för/inom/på
`;

/** Says that a topic is the writers' own, wherever else work is named in the sentence. */
export const ownWords = `
myself, themselves, ourselves, himself, herself, themself, each other, one another, lived experience, personal experience, personally, affected by, their own, our own, my own, his own, her own
suffer*, support group*, support circle*, self help, peer support, circle of, survivor*, surviving, survived, recovering, diagnosed, who also have, who have, have it, has it, living with it, same boat, as a patient, as patients
selbsthilfe*, gesprächskreis*, selbst, selber, einander, gegenseitig, betroffen*, leide/leiden/leidet an/unter/seit, erkrankt, diagnostiziert, eigene/eigener/eigenen/eigenem erfahrung*/erkrankung*/krankheit*
groupe* de parole/soutien, groupe* d entraide, moi même, eux mêmes, elles mêmes, lui même, elle même, mutuellement, les uns les autres, souffr*, atteint*, concerné*, diagnostiqu*, vécu
grupo* de apoyo/ayuda, autoayuda, yo mism*, ellos mism*, ellas mism*, mutuamente, padec*, padezc*, sufr*, diagnostic*, afectad*, propia experiencia, superviviente*
gruppo/gruppi di ?auto aiuto/sostegno/supporto/mutuo, io stess*, loro stess*, a vicenda, reciprocamente, soffr*, diagnosticat*, sulla mia pelle, colpit* da, vissuto personale
lotgeno*, zelfhulp*, zelf, elkaar, lijd/lijdt/lijden aan/onder, gediagnosticeerd, getroffen, ervaringsdeskundig*, overlever*
grupo* de apoio/ajuda/entreajuda, eu mesm*, eles mesm*, elas mesm*, uns aos outros, sofro, sofre, sofrem, sofrer, diagnosticad*, próprios, na pele, sobrevivente*
grup* wsparcia, sam choruj*, sami choruj*, cierpi*, nawzajem, zdiagnozowan*, teşhisi, kendisi, kendileri, birbirine
`;

/** Says that people are what follows: "I am trans". */
export const identity = `
i/we m/am/re/are ?@stress ?@article ?@stress, im ?@stress ?@article ?@stress, they/who/both/all/several/some/three/four/five/members are/were ?@stress ?@article ?@stress, as a/an/one ?@stress, being ?@stress ?@article ?@stress
bin ?@stress ?@article ?@stress, wir/sie/alle/beide sind/waren ?@stress ?@article ?@stress, je suis ?@stress ?@article ?@stress, nous sommes ?@stress, ils/elles/tous/toutes sont ?@stress, soy ?@stress ?@article ?@stress, somos ?@stress ?@article, todos/todas/ellos/ellas/miembros son ?@stress
sono ?@stress ?@article ?@stress, siamo ?@stress, ik ben ?@stress ?@article ?@stress, ben ?@stress ?@article ?@stress, wij/we/ze/zij/allen zijn ?@stress ?@article, sou ?@stress ?@article ?@stress, todos/todas/eles/elas são ?@stress, jestem ?@stress, jesteśmy ?@stress
`;

/** Says of a topic right behind it that it is the writers' own. */
export const ownBefore = `
@my, @my _, j ai ?@article, @have ?a/an/the/severe/mild/chronic/type/stage/bad/recurrent/lifelong/had, @have ?@article, @with @my, deal*/dealing/cope*/coping/struggle*/struggling/battl*/fight*/fought/beat/beating/overcame/overcoming with, battling, fighting, beating, overcoming, surviving
live/lives/lived/living with ?@my, i/we/they/who/am/are/members/all living/live/lives with, im/m/we re/are in, lost .. to, through @my, because of, due to, thanks to
nurses/nurse/doctors/doctor/teachers/teacher/therapists/carers/counsellors/volunteers/researchers/workers/coaches with/who/living
pfleger/pflegerinnen/ärzte/ärztinnen/lehrer/lehrerinnen/helfer/helferinnen/berater mit, lebe/leben/lebt mit, wegen, dank, trotz, kämpf* mit/gegen, infirmières/infirmiers/médecins/enseignants avec, vis/vit/vivent/vivre/vivons avec, à cause, malgré
enfermeras/enfermeros/médicos/maestros con, vivo/vive/viven/vivir/convivo/convive* con, por culpa, a pesar, lucho/luchan contra, infermieri/medici/insegnanti con, vivo/vive/vivono/vivere/convivo con, convivono con, a causa, nonostante
leef/leeft/leven met, ondanks, vanwege, vivo/vive/vivem/viver com/sem, convivo/convivem com, apesar, por causa, żyję/żyją/żyjemy z, walcz* z, zmaga*/zmagam z/się
`;
