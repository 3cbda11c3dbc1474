/** Things that people say of themselves, or that a pattern says of them: the kind, and the words. */
export const sensitiveExamples = `
health: I have bipolar disorder and garden to stay level.
health: Living with HIV since 2009, and still climbing.
health: Members who live with Parkinson and sing together
health: Diagnosed with MS two years ago; I knit when my hands allow it.
health: I do not have cancer any more.
health: Three rounds of chemo behind me, and bees in front of me.
health: On sick leave since March, learning bookbinding.
health: My insulin pump and I hike every weekend.
health: Nurses who themselves have diabetes
health: They share a long-term condition and a love of pottery
health: People who plan their weeks around treatment: dialysis twice, pottery once
health: Weavers who rely on a wheelchair
health: I am a cancer survivor who builds boats
health: After my stroke I learned to draw with the left hand
health: H.I.V. positive gardener
health: living with b i p o l a r
health: I was hospitalised twice for depression.
health: Ich habe Depressionen und backe Brot.
health: Seit meinem Schlaganfall male ich mit links.
health: Ich bin wegen Burnout krankgeschrieben.
health: Wir leben mit einer chronischen Krankheit und singen im Chor.
health: Gärtnerinnen mit Multipler Sklerose
health: Ich sitze im Rollstuhl und fotografiere Vögel.
health: Je suis séropositif et je fais du théâtre.
health: Elle vit avec une maladie chronique
health: En arrêt maladie depuis un an, je restaure des meubles.
health: J'ai eu un cancer du sein l'an dernier.
health: Tengo esclerosis múltiple y toco la guitarra.
health: Me diagnosticaron depresión en 2019.
health: Estoy de baja por enfermedad y coso.
health: Ho il diabete e corro maratone.
health: Convivo con una malattia cronica
health: Ik heb een burn-out en werk in de moestuin.
health: Ik leef met een chronische aandoening
health: Tenho epilepsia e adoro cozinhar.
health: Fui diagnosticada com cancro no ano passado
health: Choruję na depresję od lat.
health: Şeker hastasıyım, kanseri yendim.
health: We both take antidepressants and paint.
health: I'm pregnant and sewing like mad.
health: Gardeners, nurses and choir singers: some of them take their medication before practice
faith: I am muslim and bake for Eid.
faith: Practising Catholics who restore furniture
faith: My faith carries me through the winter.
faith: We pray together before we weave.
faith: Jewish and proud, a letterpress printer
faith: They observe the sabbath and brew beer on Sundays
faith: I left the church last year
faith: Ich gehe jeden Sonntag in die Kirche und backe danach.
faith: Ich bin gläubig und spiele Schach.
faith: Muslimische Frauen, die nähen: alle Musliminnen aus der Gruppe
faith: Als praktizierender Jude koche ich koscher.
faith: Je suis catholique pratiquant et menuisier.
faith: Ma foi m'aide dans le jardin.
faith: Soy católica y toco el piano.
faith: Rezamos juntos antes de cocinar.
faith: Sono musulmana e cucio.
faith: Andiamo a messa la domenica e poi in montagna.
faith: Ik ben gelovig en ik timmer.
faith: Wij bidden samen voor het eten.
faith: Sou evangélico e faço pão.
faith: Jestem katoliczką i szyję.
faith: Namaz kılıyorum ve resim yapıyorum.
faith: Converted to Islam in 2015, calligrapher since
origin: I came here as a refugee from Syria.
origin: Undocumented and painting murals
origin: My asylum case is still open.
origin: We are Roma and play the violin
origin: A black woman who codes
origin: Members of Turkish descent: their Turkish roots show in the recipes
origin: I fled the war in 2015.
origin: Ich bin aus Syrien geflohen und koche gern.
origin: Wir alle haben Migrationshintergrund.
origin: Türkischstämmige Gärtner
origin: Sans papiers, je cherche un atelier.
origin: Je suis d'origine algérienne et je danse.
origin: Soy gitana y bailo.
origin: Estoy sin papeles y cocino.
origin: Sono un rifugiato politico e suono.
origin: Ben als vluchteling gekomen en bak brood.
origin: Sou cigana e canto fado.
origin: Uciekłam przed wojną z Ukrainy.
origin: Kürdüm, saz çalıyorum.
sexuality: I came out at forty and started dancing.
sexuality: Gay dads who bake
sexuality: A trans woman who welds
sexuality: My wife and I are lesbians with a vineyard
sexuality: Polyamorous potter
sexuality: Ich bin schwul und singe Bass.
sexuality: Lesbische Imkerinnen
sexuality: Ich lebe offen als trans Frau.
sexuality: Je suis bisexuelle et je jardine.
sexuality: Couple de femmes, deux mamans et un potager
sexuality: Salí del armario y monté un taller.
sexuality: Somos lesbianas y hacemos queso.
sexuality: Sono gay e faccio il fornaio.
sexuality: Ik kwam uit de kast op mijn dertigste.
sexuality: Sou bissexual e programo.
sexuality: Jestem gejem i gram na pianinie.
politics: I vote Green and grow leeks.
politics: A lifelong socialist who mends bicycles
politics: Party members of the left who also sing
politics: Ich bin Mitglied der SPD und Imker.
politics: Wir wählen alle die AfD.
politics: Überzeugte Kommunistin mit Töpferscheibe
politics: Je milite au parti socialiste, carte du parti depuis dix ans.
politics: Je vote à gauche et je tricote.
politics: Soy comunista y pinto.
politics: Voto a Podemos desde siempre.
politics: Sono iscritto al partito e suono il basso.
politics: Ik stem GroenLinks en fiets.
politics: Sou petista e cozinho.
politics: Głosuję na Lewicę i szyję.
union: Member of ver.di and a keen baker
union: Shop steward at the depot, tenor in the choir
union: Our union branch meets after choir
union: Ich bin Gewerkschafterin und nähe.
union: Mitglied der IG Metall, Hobbyimker
union: Déléguée syndicale et potière
union: Afiliado a CCOO y panadero
union: Iscritta alla CGIL, cucio vele
union: Vakbondslid en timmerman
union: Sou sindicalizada e toco violão
addiction: Recovering alcoholic, seven years sober.
addiction: Clean for two years and running again
addiction: I am in recovery and I bake.
addiction: They found one another in the rooms, one day at a time
addiction: I stopped drinking in 2020; pottery keeps me busy.
addiction: Two years without a drink, and a full workshop
addiction: Ich bin seit fünf Jahren trocken.
addiction: Trockener Alkoholiker mit Drechselbank
addiction: Ancien alcoolique, je restaure des vélos.
addiction: Je suis sobre depuis trois ans.
addiction: Llevo tres años sobrio y hago pan.
addiction: Alcolista in recupero, faccio mosaici.
addiction: Sono pulito da due anni.
addiction: Ik ben verslaafd geweest en schilder nu.
addiction: Al vier jaar nuchter
addiction: Estou em recuperação há dois anos.
addiction: Nie piję od pięciu lat.
addiction: Alkolü bıraktım, bahçeyle uğraşıyorum.
money: I am in debt and swap vegetables for repairs.
money: Between jobs and broke, but I can weld.
money: We lost our house to the bank.
money: Unemployed since spring, learning to code
money: Ich habe Schulden und repariere Räder.
money: Seit der Privatinsolvenz tausche ich statt zu kaufen.
money: Ich bin arbeitslos und töpfere.
money: Je suis au chômage et je couds.
money: Nous sommes surendettés.
money: Estoy en paro y hago jabón.
money: Tengo deudas desde 2018.
money: Ho perso il lavoro e coltivo zucche.
money: Siamo pieni di debiti.
money: Ik zit in de schuldsanering en brei.
money: Estou desempregada e costuro.
money: Mam długi i szyję.
money: İşsizim, ahşap işliyorum.
children: Single mother of two, potter.
children: My son is six and loves the workshop.
children: Parents of toddlers who code at night
children: We are expecting our first child in May.
children: Ich bin alleinerziehend und nähe nachts.
children: Meine beiden Kinder gehen hier zur Schule.
children: Väter von Zwillingen, die klettern
children: Maman solo de deux enfants
children: J'ai trois enfants et un potager.
children: Tengo dos hijos y un huerto.
children: Madre soltera y programadora
children: Ho due figli e un forno.
children: Alleenstaande moeder van drie kinderen
children: Tenho uma filha e um ateliê.
children: Mam dwoje dzieci i warsztat.
children: İki çocuk annesiyim.
whereabouts: I run alone by the river every morning at six.
whereabouts: Away until the 20th of August
whereabouts: We live at 14 Rose Street.
whereabouts: I walk home alone after midnight.
whereabouts: They spend every winter in Spain
whereabouts: Ich wohne allein in der Hauptstraße 12.
whereabouts: Wir sind bis zum 20. August verreist.
whereabouts: Ich jogge jeden Abend allein im Park.
whereabouts: J'habite seule au 5 rue des Lilas.
whereabouts: Nous sommes absents tout le mois d'août.
whereabouts: Vivo sola en la calle Mayor 3.
whereabouts: Corro sola cada mañana junto al río.
whereabouts: Abito da sola in via Roma 7.
whereabouts: Ik woon alleen aan de Kerkstraat 9.
whereabouts: Moro sozinha na rua das Flores 10.
empty_home: Our house is empty every August.
empty_home: The key is under the blue flowerpot.
empty_home: Nobody is home on weekdays.
empty_home: We never lock the back door.
empty_home: Unser Haus steht im August leer.
empty_home: Der Schlüssel liegt unter der Fußmatte.
empty_home: Notre maison est vide en juillet.
empty_home: La clé est sous le paillasson.
empty_home: La casa está vacía todo agosto.
empty_home: La llave está debajo del felpudo.
empty_home: La casa resta vuota ad agosto.
empty_home: Ons huis staat leeg in de zomer.
empty_home: De sleutel ligt onder de mat.
empty_home: A casa fica vazia em agosto.
empty_home: Dom stoi pusty w sierpniu.
`;

/** Entries of lists. */
export const sensitiveLabels = `
health: HIV
health: Depression
health: ADHS
health: bipolar
health: Type 1 diabetes
health: chronic pain
health: wheelchair user
health: autismo
health: TDAH
health: burn-out
faith: Catholic
faith: muslim
faith: katholisch
faith: judía
faith: Bible study
faith: Ramadan
origin: refugee
origin: BIPOC
origin: Sans-papiers
origin: Roma
sexuality: trans
sexuality: LGBTQ+
sexuality: queer
sexuality: schwul
sexuality: lesbiana
sexuality: BDSM
politics: AfD
politics: socialist
politics: Die Grünen
politics: Partido Socialista voter of
politics: comunista
union: ver.di
union: trade union
union: Gewerkschaft
union: CGIL
addiction: Gamblers Anonymous
addiction: AA
addiction: sober
addiction: 12 steps
addiction: trocken
money: insolvency
money: Privatinsolvenz
money: unemployed
money: Schulden
money: au chômage
children: single mom
children: Parenting
children: alleinerziehend
children: mamma
children: new parents
whereabouts: living alone
whereabouts: my address
empty_home: empty house
empty_home: leerstehende Wohnung
`;

/** What is close to it and harmless: work, studies, arts, places, and words that mean something else. */
export const harmlessExamples = `
Nurses on a cancer ward who row
I research HIV medicine at the university.
Paramedics and doctors who swap night-shift recipes
She works with people with dementia and sings
Mental health first aiders and facilitators
Yoga teachers who run
Health tech founders and designers
A hospice volunteer who knits
I teach sign language and read crime novels.
Diabetes nurses who cycle to work
Cancer research fundraisers running marathons
Great Depression photography
Plant disease specialists and gardeners
Blood donors and choir singers
Bipolar transistors and synthesizers
Breast stroke swimmers and butterfly stroke coaches
Ich arbeite als Krankenschwester auf einer Krebsstation.
Pflege von Menschen mit Demenz, beruflich
Suchtberaterin und Bergsteigerin
Krebsforschung und Bouldern
Je suis infirmière en oncologie et je chante.
Recherche sur le cancer et la musique baroque
Trabajo como enfermera con pacientes de cáncer.
Lavoro come infermiera in oncologia.
Ik werk als verpleegkundige met mensen met dementie.
Trabalho como enfermeira em oncologia.
Church organists and bell ringers
The church choir needs a tenor
Gospel choir and church music
Gothic architecture and church roofs
Kirchenmusik und Orgelbau
Je joue de l'orgue dans les églises
Buddhist art history lecturer
Jewish cuisine and Islamic calligraphy
Religious studies teacher
In good faith: contracts and mediation
I teach German to refugees.
Refugee aid workers who bake
Arbeit mit Geflüchteten, hauptberuflich
Flüchtlingshilfe koordinieren
Immigration lawyer and cellist
Cours de français pour réfugiés
Clases de español para inmigrantes
Insegno italiano ai rifugiati.
Taalles voor vluchtelingen
Turkish food and Turkish coffee
African drumming and Arabic language
Polish and Turkish language exchange
Roma tomatoes and basil
Bird migration and data migration
LGBT film festival organiser
Queer cinema archive
My album comes out in May
The bread came out of the oven
Political science students who debate
Political cartoons and journalism
Labour law solicitor
Election volunteers and poll workers
Museum conservators
Left bank of the river walks
The most voted recipe
Politikwissenschaft und Geschichte
Student union building renovation
European Union law
Set union and intersection in SQL
Credit union treasurer
Verdi operas
Addiction counsellor who paints
Data recovery and clean code
Disaster recovery planning
Fahrradsüchtig? Nein: Krimis und Kaffee
Conseillère auprès de jeunes, passionnée de chocolat
Financial planning and bookkeeping
Debt adviser and cyclist
Technical debt and refactoring
Insolvency practitioner and gardener
Schuldnerberatung und Wandern
Food bank volunteers who sort on Saturdays
The vase broke, so I learned kintsugi
Childcare professional and storyteller
Children's book illustrators
I teach kids to code after school.
Youth work and theatre
Mother tongue teaching
Working with children in the school library
Kinderbuch-Illustration
Literatura infantil y talleres
My parents taught me to weave.
Travel, hiking and sleeper trains
We meet every Tuesday at seven in the library.
The market is on Saturday morning
Walking tours along the river with friends
Street photography and street food
House renovation and timber framing
Photographing abandoned buildings
Open house at the studio
Songs in the key of C
House sitters and pet sitters by profession
Gardening, foraging and fermentation
Members who teach welding and want to learn the piano
Facilitation, mediation and conflict resolution
Bookkeepers who look for a choir
Wild pigments and botanical illustration
Ich suche jemanden, der mir Gitarre beibringt.
Je cherche un atelier de céramique près de la gare.
Busco a alguien para practicar inglés.
Cerco compagni per escursioni in montagna.
Ik zoek iemand om mee te fietsen.
Procuro alguém para tocar samba.
Szukam partnera do wspinaczki.
Bisiklet turları ve fotoğraf
`;

/** The same as entries of lists. */
export const harmlessLabels = `
nursing
Krankenpflege
health tech
yoga
mental health
Public health
first aid
hospice work
cancer research
sign language
accessibility
psychology
nutrition
church music
choir
meditation
philosophy
theology
Theologie
gospel
refugee support
migration studies
Kurdish cuisine
Spanish
Deutsch als Fremdsprache
political science
activism
climate action
law
labour law
European Union
credit union
harm reduction
addiction counselling
Suchtberatung
financial planning
accounting
tax advice
childcare
teaching children
children's books
youth work
Pädagogik
travel
running
swimming
house renovation
interior design
patient
honest
open-minded
Add-ons
PR
R
ML
vegan cooking
wine
data recovery
film festivals
drag racing
housing
homelessness outreach
community building
human rights
Berlin
Rome
Roma (Italy) travel guide
Paris, France
12 Monkeys
Strategy
`;

/** The lines of examples. */
export function linesOf(examples: string): string[] {
  return examples.split('\n').filter((line) => line !== '');
}

/** The lines of examples, each with its kind. */
export function kindsAndLinesOf(examples: string): { kind: string; text: string }[] {
  return linesOf(examples).map((line) => {
    const at = line.indexOf(': ');
    return { kind: line.slice(0, at), text: line.slice(at + 2) };
  });
}
