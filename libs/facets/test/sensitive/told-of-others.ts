/** What a pattern says of its members, padded and in other words: the kind, and the words. */
export const sensitivePatterns = `
health: The Thursday infusion crowd: several of these bakers spend mornings hooked up to a drip.
health: Members who mention medication, tiredness and doctors in their bios
health: They know each other from the oncology waiting room
health: Gardeners managing multiple sclerosis
health: A hidden thread of panic attacks runs through the choir
health: "My psychiatrist says pottery helps"
health: Those who lost a breast and found rowing
health: Folk who hear badly and sing anyway: four members wear hearing aids
health: Several have been sectioned in the past
health: People in this group have trouble conceiving and grow tomatoes
health: Three coders on the autism spectrum
health: Neurodivergent makers of Larkhill
health: These members have all had covid and never recovered their breath
health: Who else lives with epilepsy and paints?
health: Their bodies set the pace: chronic fatigue and knitting
health: Gemeinsam durch die Chemo: drei Imkerinnen
health: Menschen mit Behinderung, die Theater spielen
health: Mehrere nehmen Psychopharmaka und malen.
health: Sie kennen sich aus der Rehaklinik nach dem Herzinfarkt.
health: Wer von euch hat auch Diabetes?
health: Einige hören Stimmen und schreiben Gedichte
health: Des tricoteuses qui vivent avec la sclérose en plaques
health: Ils se sont rencontrés à l'hôpital de jour psychiatrique
health: Quelques-uns prennent des anxiolytiques
health: Personas con fibromialgia que tejen
health: Varios miembros han superado un cáncer
health: Panaderos con diabetes tipo 1
health: Persone che hanno avuto un ictus e dipingono
health: Alcuni soffrono di depressione
health: Tuiniers met reuma
health: Enkele leden hebben autisme
health: Pessoas com HIV que cantam
health: Ogrodnicy z cukrzycą
health: Four potters whose hands are stiff with arthritis
health: Members with a pacemaker and a passion for radios
health: Three people here are going through the menopause together
health: Gardeners who inject themselves twice a day
health: A dialysis buddy system hides in this knitting circle
health: Their migraines keep them out of bright rooms
health: Members who were anorexic as teenagers and now bake
health: Coders with ADHD who body-double
health: People who can't eat gluten because of coeliac disease
health: The ones with bad backs and early pensions
health: Some are losing their memory and still sing every verse
health: Sie haben alle einen Herzschrittmacher.
health: Bäcker mit ADHS
health: Drei von ihnen waren letztes Jahr in der Klinik wegen Depressionen
health: Wer mit Rheuma lebt und dennoch strickt
health: Blinde Schachspieler und ihre Hunde
health: Elles ont toutes perdu un bébé pendant la grossesse
health: Trois membres sont suivis en psychiatrie
health: Ils sont malentendants et jouent du tambour
health: Tres tejedoras con lupus
health: Conviven con el dolor y pintan
health: Están en tratamiento y siguen bailando
health: Tre ceramisti sulla sedia a rotelle
health: Hanno tutti una protesi
health: Vier leden met MS
health: Ze zitten thuis met een burn-out
health: Três costureiras com endometriose
health: Mają raka i śpiewają w chórze
faith: A fellowship of believers who restore boats
faith: These bakers keep kosher at home
faith: Mosque-goers who cycle
faith: Sunday worship and sourdough: four members thank the Lord
faith: Five coders fast together in Ramadan
faith: Baptised last Easter, they now share a loom
faith: "God healed me and I took up carving"
faith: They grew up Jehovah's Witnesses and left
faith: Hindus among the printmakers
faith: Gläubige Tischlerinnen
faith: Drei Mitglieder der Freikirche bauen Möbel
faith: Sie beten vor dem Töpfern
faith: Des musulmanes qui codent
faith: Ils vont à la messe avant le marché
faith: Jóvenes evangélicos que hacen radio
faith: Ebrei che suonano il klezmer a casa
faith: Moslims die samen tuinieren
faith: Mulheres católicas que bordam
faith: Wierzący stolarze
faith: Friday prayers, then football
faith: They do not work on Saturdays, for the sabbath
faith: Knitters who wear the hijab
faith: Vegetarian by dharma: three Jain bakers
faith: Ex-Mormons who climb
faith: The ones who say grace before a potluck
faith: Bible readers among the brewers
faith: Sie gehören zur selben Moscheegemeinde
faith: Fromme Musiker, die jeden Morgen beten
faith: Sie haben die Zeugen Jehovas verlassen
faith: Des boulangers juifs pratiquants
faith: Elles portent le voile et codent
faith: Creyentes que cultivan
faith: Van a la mezquita los viernes
faith: Testimoni di Geova che suonano
faith: Gelovige timmerlieden
faith: Evangélicos que surfam
faith: Kościół w każdą niedzielę, potem rower
origin: The Kurdish members of the choir
origin: Weavers without papers
origin: Black members who keep bees
origin: Makers waiting for asylum decisions
origin: They fled Afghanistan and now bake
origin: Second-generation immigrants who code
origin: Jewish families who survived, and their looms
origin: Drei Roma-Musiker aus der Siedlung, die als Roma leben
origin: Geflüchtete, die Fahrräder reparieren
origin: Ihre Eltern kamen als Gastarbeiter aus der Türkei
origin: Des membres issus de l'immigration maghrébine
origin: Gitanos que bailan
origin: Migranti senza permesso di soggiorno
origin: Leden met een Marokkaanse achtergrond
origin: Refugiados sírios que cozinham
origin: Three makers who overstayed their visas
origin: Weavers from Roma families
origin: People of colour who kayak
origin: Their grandparents were enslaved
origin: They speak Tigrinya at home because they fled Eritrea
origin: Native Hawaiian woodworkers, by blood
origin: Drei Weber ohne Aufenthaltserlaubnis
origin: Schwarze Deutsche, die tanzen
origin: Des couturières sans titre de séjour
origin: Hijos de inmigrantes marroquíes
origin: Arrivati con i barconi, oggi panettieri
origin: Ongedocumenteerde koks
origin: Filhos de imigrantes cabo-verdianos
sexuality: Queer woodworkers
sexuality: Same-sex couples who garden together
sexuality: These three men all mention their husbands
sexuality: "I transitioned at fifty and learned the cello"
sexuality: Women who love women and typography
sexuality: Members who use they/them pronouns
sexuality: Schwule Väter mit Werkstatt
sexuality: Drei Frauen, die mit Frauen zusammenleben
sexuality: Personnes trans qui font du théâtre
sexuality: Hombres gays que cosen
sexuality: Coppie omosessuali con orto
sexuality: Lesbische stellen die klussen
sexuality: Casais de lésbicas que acampam
sexuality: Lesbian couples with allotments
sexuality: A bisexual thread in the choir
sexuality: Non-binary potters
sexuality: Two married men who brew
sexuality: They met on Grindr and now climb
sexuality: Polyamorous gardeners
sexuality: Bi und stolz: drei Töpfer
sexuality: Transfrauen, die nähen
sexuality: Gays et fiers, et potiers
sexuality: Mujeres trans que bordan
sexuality: Ragazze che amano ragazze
sexuality: Homo's die tuinieren
sexuality: Casal de homens com padaria
politics: Makers who canvass for Labour
politics: They all went to the same far-right rally
politics: Republicans who fish
politics: Left-leaning letterpress printers
politics: People who voted for Brexit and brew
politics: Antifa-Aktivisten mit Siebdruck
politics: CDU-Mitglieder, die wandern
politics: Sie wählen grün und gärtnern
politics: Des électeurs de gauche qui tissent
politics: Simpatizantes de Vox que cazan
politics: Elettori di destra con la moto
politics: Leden van de SP die zingen
politics: Apoiadores de Lula que tocam
politics: Communists with a printing press
politics: They hand out leaflets for the Greens
politics: Members who want Scottish independence and say so
politics: Brewers who stormed the town hall with the yellow vests
politics: Socialist bakers
politics: Anarchistische Fahrradschrauber
politics: Sie waren in der PDS und nähen
politics: Des militants écologistes encartés
politics: Votantes de izquierdas que cosen
politics: Comunisti con l'orto
politics: Socialisten die bakken
politics: Militantes do PT que bordam
politics: Członkowie partii, którzy pieką
union: Trade unionists who knit
union: They walked out on strike together in 2019
union: Gewerkschafter mit Chorerfahrung
union: Des délégués CGT qui jardinent
union: Sindicalistas que escalan
union: IG-Metall-Mitglieder mit Garten
union: Organised at the depot: five shop stewards who bake
union: Members of UNISON who row
union: Ils ont fait grève ensemble et tissent
union: Iscritti al sindacato che vanno in bici
union: Lid van de FNV en imker
addiction: Friends of Bill W. who fish
addiction: Sober since 2018 and beekeeping
addiction: They share a sponsor and a kiln
addiction: Former heavy drinkers who run
addiction: Ex-gamblers with a workshop
addiction: Clean and running: members past their heroin years
addiction: Ehemalige Trinker, die töpfern
addiction: Sie gehen mittwochs zu den Anonymen Alkoholikern
addiction: Anciens fumeurs de crack devenus boulangers
addiction: Gente que dejó las drogas y pinta
addiction: Ex tossicodipendenti che fanno il pane
addiction: Verslaafd geweest, nu imker
addiction: Pessoas em recuperação que fazem cerâmica
addiction: They have not touched a drop in years
addiction: Members who go to meetings on Mondays and call each other before they drink
addiction: Rehab alumni who row
addiction: The bottle nearly killed them; now they bake
addiction: Trockene Alkoholiker mit Bienen
addiction: Sie kiffen nicht mehr und klettern
addiction: Abstinents depuis dix ans et tisserands
addiction: Ludópatas en recuperación que pintan
addiction: Alcolisti anonimi e pane
addiction: Nuchtere timmermannen na jaren drank
addiction: Alcoólatras em recuperação
money: Makers who cannot make rent
money: Behind on the mortgage and good with wood
money: They lost their jobs this year
money: Members who rely on the food bank
money: Living on benefits, building boats
money: Hartz-IV-Empfänger, die nähen
money: Knapp bei Kasse und handwerklich begabt
money: Des chômeurs qui jardinent
money: Vecinos desahuciados que cocinan
money: Persone indebitate che coltivano
money: Werklozen die timmeren
money: Bankrupt brewers
money: They get by on disability cheques
money: Three weavers who were evicted
money: Debt collectors call them daily
money: Arbeitslose Köche
money: Sie beziehen Bürgergeld und backen
money: Des artistes au RSA
money: Costureras en paro
money: Sarti disoccupati
money: Mensen in de bijstand die naaien
money: Desempregados que cozinham
children: Mums of toddlers who code
children: Single dads with sewing machines
children: They have kids the same age
children: New mothers who throw pots
children: Her twins start school in May
children: Mütter kleiner Kinder, die programmieren
children: Väter in Elternzeit
children: Des mamans qui bricolent pendant la sieste
children: Padres de adolescentes que programan
children: Mamme con bambini piccoli
children: Jonge ouders met een bakfiets
children: Pais de gémeos que correm
children: Divorced dads who see their kids on weekends
children: Mothers of autistic boys
children: Pregnant knitters
children: They are adopting from Ethiopia
children: Eltern von Teenagern
children: Ihre Söhne gehen in dieselbe Klasse
children: Parents d'ados qui jardinent
children: Madres solteras que pintan
children: Genitori di gemelli
children: Moeders met pubers
children: Mães de bebés que correm
whereabouts: She is in the woods alone each evening
whereabouts: They work from home every day and live by themselves on Mill Lane
whereabouts: Runners who pass the weir alone before dawn
whereabouts: Off to Crete until the end of September
whereabouts: Er joggt immer allein um sechs am Kanal
whereabouts: Elle rentre seule à vélo tous les soirs
whereabouts: Sale a correr sola cada noche
whereabouts: Torna a casa da sola ogni sera alle undici
whereabouts: He leaves the workshop at eleven and cycles home alone through the park
whereabouts: They are all in Portugal until 12 March
whereabouts: 22 Harbour Road, ring twice
whereabouts: Sie wohnt allein über der Bäckerei
whereabouts: Ils habitent tous rue des Tanneurs, au numéro 4
whereabouts: Vive sola encima del taller
whereabouts: Abita sola al terzo piano
whereabouts: Ze woont alleen boven de winkel
empty_home: Houses that stand empty all winter
empty_home: Nobody's there from May to September
empty_home: They leave the back door unlocked
empty_home: Spare key with the neighbour at number nine
empty_home: Ihr Haus ist im Winter unbewohnt
empty_home: Im August ist niemand zu Hause
empty_home: Leur maison reste vide tout l'été
empty_home: La casa queda vacía en verano
empty_home: In agosto non c'è nessuno in casa
empty_home: Het huis staat in augustus leeg
empty_home: Empty flats in July: six members are away at once
empty_home: The cottage is locked up from October to March
empty_home: You will find the key in the blue pot
empty_home: Keiner da von Juni bis August
empty_home: Les clés sont chez la boulangère
empty_home: Dejan la casa sola todo agosto
empty_home: Lasciano la chiave sotto il vaso
empty_home: De achterdeur is altijd open
health: Half of this reading group see the same psychotherapist.
health: Burnt-out teachers who found beekeeping
health: Knitting through nausea: the treatment-day circle
health: Three members have survived suicide attempts and now write poems
health: People whose hands tremble and who still solder
health: Cooks living with irritable bowel
health: They lost their hair and found wigs to style
health: A fertility journey shared over bread
health: Coders with repetitive strain injury and chronic back pain
health: Woodworkers missing fingers
health: The sight-impaired photographers
health: Die Gruppe trifft sich in der Selbsthilfe für Essgestörte
health: Musiker mit Tinnitus
health: Sie haben beide eine Niere gespendet bekommen
health: Menschen mit Rheuma und Garten
health: Ils ont survécu à un cancer et rament
health: Personnes à mobilité réduite qui peignent
health: Des jeunes qui souffrent d'anxiété et dessinent
health: Personas sordas que hacen teatro
health: Sobrevivientes de cáncer que reman
health: Gente con ansiedad que hace pan
health: Persone con disabilità che fanno teatro
health: Donne operate al seno che remano
health: Mensen met een beperking die tuinieren
health: Leden die zijn genezen van kanker
health: Pessoas com depressão que plantam
health: Osoby niewidome, które rzeźbią
health: Engelli üyeler ve seramik
faith: Members who attend the same synagogue
faith: Potters who were raised evangelical
faith: The choir's Muslims break the fast together
faith: A shared devotion to the Virgin Mary
faith: Pagans and potters at solstice
faith: Those who have been on hajj
faith: Drei bekennende Atheisten mit Lötkolben
faith: Buddhistinnen, die gärtnern
faith: Sie sind alle katholisch getauft
faith: Des témoins de Jéhovah qui jardinent
faith: Une même foi, un même fournil
faith: Cristianos que restauran coches
faith: Musulmani che impastano
faith: Boeddhisten met een zaagmachine
faith: Membros da mesma igreja que tocam
faith: Katolicy, którzy pieką chleb
origin: Immigrant bakers who share a language
origin: Makers from Syrian families
origin: Brown women in tech
origin: They came over the border at night
origin: Stateless and stitching
origin: Afrodeutsche Frauen, die coden
origin: Menschen mit Zuwanderungsgeschichte
origin: Jesiden, die backen
origin: Femmes noires entrepreneuses
origin: Personas racializadas que diseñan
origin: Figli di immigrati egiziani
origin: Zwarte vrouwen die dichten
origin: Mulheres negras empreendedoras
origin: Ukraińscy uchodźcy w chórze
sexuality: LGBTQ members with workshops
sexuality: Rainbow families with allotments
sexuality: Two dads and a kiln
sexuality: Members who are intersex
sexuality: Kinky knitters
sexuality: Lesben mit Motorrädern
sexuality: Queere Menschen und Keramik
sexuality: Des lesbiennes motardes
sexuality: Personas no binarias que pintan
sexuality: Uomini gay che cucinano
sexuality: Queer makers in de stad
sexuality: Mulheres bissexuais que escalam
politics: Hard-left printers
politics: Conservative voters who sail
politics: Libertarians with 3D printers
politics: They all support independence
politics: Wähler der Grünen mit Lastenrad
politics: FDP-Mitglieder und Golf
politics: Linksradikale Siebdrucker
politics: Anciens du parti communiste
politics: Gente de izquierdas con huerto
politics: Attivisti leghisti
politics: PVV-stemmers die vissen
politics: Bolsonaristas que pescam
union: Union branch secretaries who sing
union: Strikers turned bakers
union: Organisierte Metaller mit Schrebergarten
union: Cheminots syndiqués et choristes
union: Delegados sindicales ciclistas
addiction: Twelve-steppers with chisels
money: Once homeless and hooked, now weaving
addiction: Smokers who quit cold turkey and run
addiction: People who lost years to gambling
addiction: Nach dem Entzug: drei Drechsler
addiction: Cleane Ex-User, die klettern
addiction: Sortis de l'alcool, ils tissent
addiction: Libres de drogas y con bici
addiction: Usciti dalla tossicodipendenza
addiction: Afgekickt en aan het bakken
addiction: Livres do álcool, fazem pão
money: Members in insolvency who barter
money: Crafters without a job
money: Poor but handy
money: Pensioners who cannot heat their homes
money: Überschuldete Selbstständige
money: Rentnerinnen in Altersarmut
money: Précaires et couturières
money: Familias sin recursos
money: Pensionati poveri
money: Alleen rondkomen van een uitkering
money: Famílias endividadas
children: Working mums with looms
children: Grandparents raising grandchildren
children: Adoptive parents who climb
children: They lost a child and plant trees
children: Mütter von Schulanfängern
children: Väter, die sonntags mit ihren Söhnen angeln
children: Papas poules bricoleurs
children: Mamás recientes que cosen
children: Neomamme che lavorano a maglia
children: Vaders van dochters
children: Mães solo que empreendem
whereabouts: Always alone on the night ferry on Fridays
whereabouts: The sculptor lives on her own at the old lock
whereabouts: From November to March they are in Spain
whereabouts: Sie sind jeden Winter auf Teneriffa
whereabouts: Seule dans la forêt chaque matin à six heures
whereabouts: Pasan el invierno en Canarias
whereabouts: Sono via tutto agosto
empty_home: Three houses on Mill Lane are empty in winter
empty_home: A house nobody guards
empty_home: Das Ferienhaus ist bis Ostern unbewohnt
empty_home: Personne chez eux en août
empty_home: Piso vacío en agosto
empty_home: Appartamento vuoto a luglio
empty_home: Zomers staat de boot leeg en los
health: Slow mornings, strong looms. Nine weavers describe days that begin with a tablet and a rest before the first thread. Could they meet at noon instead of at nine?
health: The bench by the clinic. Members who sketch and who wait for the same specialist every second Tuesday might bring a thermos for two.
health: Bread against the fog. Bakers in this group write of a mind that goes dark in November and comes back with the light.
health: Fingers that forget. Pianists whose joints swell look for pieces in slow tempi.
health: Kiln and cane. Potters who walk with a stick ask for a ramp to the workshop.
health: Langsam und laut. Die Trommler dieser Gruppe haben alle eine Krise hinter sich, in der sie nicht mehr aufstehen konnten.
health: Fil et fatigue. Elles brodent entre deux séances à l'hôpital.
health: Barro y paciencia. Son alfareros que conocen las salas de oncología desde dentro.
health: Mani ferme. Falegnami che prendono le pastiglie prima di accendere la sega.
health: Draad en dag. Breisters die zich elke dag moeten prikken.
faith: Threads of Friday. Five embroiderers lay the work aside when the call comes and kneel together.
faith: Leaven. Bakers who bless the dough, and each other, in the name of the Father.
faith: Before the bells. Members of the brass band share a pew on Sundays.
faith: Licht am Abend. Drei Töpferinnen zünden freitags zwei Kerzen an und ruhen bis Samstagabend.
faith: Le fil et la foi. Quatre couturières se retrouvent avant l'aube pour la prière.
faith: Manos juntas. Carpinteros que dan gracias al Señor antes de cortar.
origin: The long road. Cooks who crossed three borders with one bag share a spice rack.
origin: Papers pending. Joiners whose letters from the immigration office never come.
origin: Drums of home. Players whose grandparents were brought here in chains.
origin: Zwei Heimaten. Die Bäckerinnen sind vor dem Krieg geflohen und suchen Mehl von dort.
origin: Sin patria. Costureras que llegaron en patera.
sexuality: Two by two. Men in this choir who came with their boyfriends stay for the beer.
sexuality: New name, new kiln. Potters who chose their own name and their own gender.
sexuality: Zwei Mamas, ein Garten. Vier Gärtnerinnen leben mit ihren Frauen.
sexuality: Elle et elle. Des tisserandes qui vivent en couple avec une femme.
politics: Red thread. Printers whose posters and whose votes are the same colour: all for the socialists.
politics: The blue table. Farmers who meet after the AfD evening.
politics: Puño en alto. Impresores que militan desde jóvenes.
union: Picket and paint. Muralists who met on strike.
union: Nach der Schicht. Schweißer, die ihren Beitrag an die Gewerkschaft zahlen.
addiction: Ninety meetings, ninety loaves. Bakers who count days since the last glass.
addiction: Dry wood. Carvers who used to empty a bottle before noon.
addiction: Ohne Flasche. Drechsler, die seit Jahren keinen Tropfen anrühren.
addiction: Sin copa. Panaderos que un día dejaron de beber.
addiction: Senza bicchiere. Ceramisti che contano i giorni da sobri.
money: Last coins. Tailors who sew because they cannot buy, and who open no letters from the bank.
money: Rent day. Cooks three months behind with the landlord.
money: Ende des Monats. Näherinnen, die auf das Amt warten und vom Regelsatz leben.
money: Fin de mois. Potiers à découvert dès le dix.
children: Nap-time coders. Programmers who write between two bottles of milk.
children: School bags. Bakers whose boys share a desk in year three.
children: Kinderwagen und Kamera. Fotografen mit Babys unterwegs.
whereabouts: Blue hour. Runners who are by the weir at five each morning, one by one, with nobody else around.
whereabouts: Winter swallows. Members whom you will not find in town between November and March.
whereabouts: Abends um elf schließt sie die Werkstatt ab und geht allein durch den Park.
empty_home: Shutters. Gardeners whose houses see nobody all August would share tomatoes.
empty_home: Unter dem Stein. Nachbarn wissen, wo der Schlüssel liegt, wenn alle fort sind.
empty_home: Volets clos. Jardiniers dont les maisons restent fermées tout l'été.
faith: They meet on Friday evenings for candles and challah, and leave every switch alone until Saturday night.
health: Le pilulier du matin. Elles prennent un traitement chaque jour.
health: Sabah hapları. Her sabah ilaç alırlar.
whereabouts: Escono da soli ogni mattina alla stessa ora.
addiction: Przestali pić i trzymają się trzeźwości dzięki grupie.
union: De är med i facket och har strejkat tillsammans.
`;
