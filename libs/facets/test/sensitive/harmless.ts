/** What is close to it and harmless: work, studies, arts, places, and words that mean something else. */
export const harmlessTexts = `
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
Nurses and paramedics who cycle home after night shifts
Midwives, doulas and birth workers who quilt
Physiotherapists who climb
Four members work in hospital pharmacies and brew beer
Psychotherapists with a love of detective novels
Medical illustrators and botanists
The ambulance drivers' band
Health data analysts who bake sourdough
Speech therapists and radio makers
Epidemiologists who map bird colonies
Yoga and meditation teachers looking for a room
First-aid trainers who sail
Occupational therapists and tool makers
Researchers of rare diseases who play chess
Dentists who keep bees
Vets and dog walkers
Sports massage and marathon running
Mental health nurses who garden
Designers of wheelchair ramps and accessible playgrounds
Herbalists and foragers
Pflegekräfte, die gern kochen
Hebammen und Doulas mit Nähmaschine
Ärztinnen, die Cello spielen
Physiotherapie und Bouldern
Krankenhausclowns und Theaterleute
Des infirmières qui courent
Kinés et grimpeurs
Enfermeras que bailan
Psicólogas que pintan
Infermieri in bicicletta
Verpleegkundigen die zeilen
Médicos que tocam samba
Pielęgniarki, które biegają
Organists and organ builders
Choir singers who love sacred music of the Renaissance
Bell ringers and clock repairers
Photographers of chapels and monasteries
Gospel singers and jazz pianists
People who walk the Camino and sketch churches
Theology graduates who translate poetry
Christmas market stall builders
Restorers of stained glass
Historians of religion who bake
Orgelspieler und Glockengießer
Kirchenchor sucht Tenöre
Fotografen romanischer Kirchen
Amateurs d'orgue et de chant grégorien
Restauradores de retablos
Campanari e restauratori
Orgelliefhebbers in de provincie
Refugee aid coordinators who need translators
Volunteer teachers of German for newcomers
Lawyers for asylum law who hike
Integration course teachers and linguists
Cooks of Syrian and Persian dishes
Arabic calligraphy and Turkish ceramics
Capoeira, samba and Brazilian percussion
Speakers of Kurdish and Polish who translate
Genealogists and local historians
Ehrenamtliche Deutschlehrer
Bénévoles dans l'aide aux réfugiés
Profesores de español para extranjeros
Volontari che insegnano italiano
Political scientists and pollsters
Local historians of the labour movement
Debating coaches and moderators
Election night data visualisers
Town council minute takers
Climate action and repair cafes
Community organisers and facilitators
Employment lawyers who sing
Human resources and mediation
Works council law trainers
Queer film festival programmers
Drag make-up artists and wig makers
Wedding photographers
Social workers in addiction services who hike
Street outreach workers and cooks
Wine tasting and home brewing
Non-alcoholic cocktail makers
Debt advice volunteers and accountants
Personal finance bloggers
Tax advisers who row
Insolvency lawyers with boats
Job coaches and CV writers
Grant writers and fundraisers
Primary school teachers who puppeteer
Nursery teachers and storytellers
Authors of children's books
Playground builders
Youth football coaches
Toy designers and wood turners
Kindergärtnerinnen mit Gitarre
Enseignantes de maternelle et conteuses
Maestras de primaria que cantan
Travel bloggers and map collectors
Night train enthusiasts
Campervan builders who cook
Weekend hikers in the hills
Early morning swimmers at the lido
The Tuesday running group meets at the bridge at seven
House sitters and pet sitters
Restorers of abandoned mills
Holiday let managers and cleaners
Locksmiths and clock makers
Architects of small houses
Home again for their parents: members who came back to look after a parent
Widows and widowers who found the choir
They moved here from the city and learned to farm
Members who like to work alone in the early morning
People who returned to the valley after years abroad
Bookbinders who want to learn gilding
Gardeners who would trade seeds for bread
Programmers who play in brass bands
Retired engineers who mentor
A quiet evening with wine and board games
Recovering old orchards and grafting
Clean lines: letterpress and type design
Depression-era quilts and their patterns
Cancer research runners
Autism teachers and Lego builders
Sign language interpreters on stage
Blind tasting evenings
Radiographers who restore radios
Opticians with a taste for telescopes
A pharmacist, a chemist and a brewer
School nurses and swimming coaches
Biomedical engineers who build kites
Care home cooks and bakers
Music therapists and drummers
Drama therapists in prisons
Public health statisticians
Vaccination centre volunteers who sing
Hospital radio presenters
Clinical trial managers who run
Acupuncturists and tea lovers
Ergonomics and furniture making
Ergotherapeutinnen mit Webstuhl
Altenpfleger, die Akkordeon spielen
Rettungssanitäter und Bergsteiger
Krankenpflege und Imkerei
Logopädinnen im Chor
Aides-soignantes qui jardinent
Sages-femmes et céramistes
Pharmaciens et brasseurs
Fisioterapeutas que bailan tango
Farmacéuticos con huerto
Ostetriche che cuciono
Farmacisti e vino naturale
Fysiotherapeuten die fietsen
Huisartsen met een moestuin
Farmacêuticas que surfam
Ratownicy medyczni na rowerach
Stonemasons on the cathedral roof
Hymn tunes arranged for brass
Icon painters and gilders
Pilgrim routes mapped by volunteers
Monastery gardens and monastery beers
Early music in old churches
Kantoren und Chorleiterinnen
Chorales de Bach et orgue baroque
Coros y órganos históricos
Canto gregoriano e restauro
Middeleeuwse kerken fotograferen
Translators of Persian poetry
Ukrainian embroidery workshop
Moroccan cooking class
Interpreters for Arabic and Dari at the town office
Refugee legal clinic volunteers
Language café hosts
Migration researchers at the university
Dolmetscherinnen für Arabisch und Farsi
Sprachcafé und Nachhilfe
Ateliers de français langue étrangère
Cocina peruana y mexicana
Cucina siciliana e greca
Turkse keuken en brood
Samba, forró e capoeira
Public policy analysts
Journalists who cover parliament
Municipal budget nerds
Archivists of protest posters
Constitutional lawyers who bake
Citizens' assembly facilitators
Stadtratsprotokolle und Open Data
Sciences politiques et bande dessinée
Contract law and cabinet making
HR managers and mediators
Labour economists with spreadsheets
Theatre costumes and drag shows
Film festival projectionists
Cocktail bartenders and distillers
Cider makers and cheese makers
Tobacco history and pipe carving
Prevention officers who climb
Microcredit and cooperative banking
Bank clerks who play bass
Money and monetary history
Crowdfunding and grants
Buchhaltung und Steuerrecht
Contabilidad y hojas de cálculo
Pedagogy and picture books
Paediatric nurses with banjos
Teachers of teenagers who code games
Scout leaders and knot tyers
Family therapists who paint
Family recipes and family history
Kita-Leiterinnen und Puppenspiel
Animatrices de centre de loisirs
Maestros de escuela y ajedrez
Insegnanti di scuola elementare
Basisschoolleraren die zingen
Railway journeys and night ferries
Guidebook authors
Cartographers and orienteers
Street food and night markets
Evening walks along the canal, all welcome
Saturday swims at the lake at ten
Empty mills turned into studios
Property managers and architects
Home automation and alarm systems engineers
Key makers and lock pickers' club
Interior designers with small flats
Members who would host a supper on the first Friday
They met in the workshop and kept talking
Bees, bats and night walks
Those who want to learn welding from those who can
Wool from fleece to jumper
Older carpenters who could pass on their tools
Newcomers who would like to be shown the river
Bread, cheese and long tables
Solar panels and heat pumps
Poets who also solder
Python and R for people who count birds
What do plumbers and poets have in common?
A shared obsession with maps
Nurses, paramedics and midwives turn up in the choir far more often than chance would have it. Shift work may be why: they look for things that start late and end with soup. A monthly rehearsal at ten in the evening would suit all of them.
Seven members who work in health care also list fermentation. Both ask for clean jars, patience and good notes. Who would teach the others to read a hygrometer?
People who design health software and people who build furniture have more in common than they think: both measure twice. A joint evening on ergonomics could be a start.
Yoga, massage and breathwork go together with cooking here. The group could rent a room on Thursdays and eat afterwards.
A surgeon, a dentist and a watchmaker: three pairs of steady hands that could repair the town clock.
These members teach first aid and like to sail. They could run a course on the quay before the season.
Physiotherapists and dancers share an eye for posture. What would each see in the other's work?
Volunteers at the hospice who bake: bread and company are what they bring.
Research on cancer, on bees and on soil: three scientists who could explain a microscope to children.
The pharmacist collects herbs, and the herbalist reads chemistry papers.
Mental health workers and gardeners: they run a garden project at the clinic and need someone who can build raised beds.
Sign language and theatre come together in four members. A performance that everyone can follow would be a first for the town.
Pflegekräfte und Köchinnen: beide wissen, wie man nachts wach bleibt. Wer hat ein Rezept für drei Uhr morgens?
Die Hebamme, die Ärztin und der Imker könnten zusammen einen Vortrag über Honig halten.
Une infirmière, un boulanger et un batteur: tous se lèvent avant l'aube.
Tres enfermeras y un luthier comparten el gusto por la madera.
Un'infermiera e due falegnami vogliono imparare il pane.
Drie verpleegkundigen en een bakker houden van vroege ochtenden.
Organ builders and organists could restore the harmonium in the old chapel. Four of them know wood, two know reeds.
The church choir, the gospel singers and the barbershop quartet share eleven voices.
Photographers of church architecture and stonemasons: one could show the other what holds the roof up.
Bell ringing, change ringing and mathematics go together, as they always have.
Sacred music and jazz meet in five pianists. A concert in the chapel would be easy to arrange.
Medieval manuscripts, calligraphy and gold leaf: a quiet workshop suggests itself.
Kirchenmusik und Chorleitung: sechs Mitglieder könnten ein Weihnachtskonzert einstudieren.
Orgue, clavecin et musique ancienne réunissent quatre membres.
Coro, órgano y música antigua: cinco miembros podrían preparar un concierto.
Members who work in refugee aid also speak Arabic or Dari. Their evenings could use a cook.
Teachers of German as a foreign language and board-game lovers: play is how grammar sticks.
Immigration lawyers and translators work side by side without knowing it. Lunch?
People who study migration and people who ring birds both follow routes.
The language café needs tables; the carpenters have some.
Kurdish, Turkish and Arabic are among the languages that our cooks would like to learn.
Samba, flamenco and klezmer musicians could share a stage in June.
Ehrenamtliche in der Flüchtlingshilfe suchen jemanden, der Fahrräder repariert.
Des bénévoles qui donnent des cours de français aux réfugiés cherchent une salle.
Voluntarios que enseñan español a refugiados buscan libros.
Political science, statistics and cartography: three members could map the last election together.
Journalists and lawyers who row. The boat holds four and a cox.
Town planners, councillors' assistants and cyclists share a street map.
Labour law and labour history: an archive evening with the solicitor and the historian.
HR managers and mediators could train the board in difficult conversations.
Programmers of a queer film festival look for a projectionist.
Wig makers and make-up artists for stage could help the drag show and the opera alike.
Addiction counsellors and climbers: both hold ropes. They might give a talk on what helps families.
Social workers and musicians run a drop-in music room at the youth centre.
Brewers, distillers and cheese makers could host a tasting.
Debt advisers and bookkeepers could offer a monthly hour for members' questions about forms.
Insolvency lawyers, notaries and a locksmith: an odd table, and a good one.
Fundraisers and grant writers would find the choir's budget a light exercise.
Childcare workers and puppeteers share stories. Saturday mornings at the library would be the place.
Primary school teachers who code want to show pupils how a robot turns.
Illustrators of children's books and letterpress printers could make one together.
Playground designers, landscape gardeners and welders: a slide is within reach.
Kindergartenleiterinnen und Gitarristen planen ein Liederheft.
Enseignants et illustrateurs pourraient faire un album jeunesse.
Travel writers, cartographers and cyclists trade routes across the Alps.
Night trains, timetables and model railways: nine members know what a pantograph is.
House renovation, lime plaster and timber framing belong together here. Who has a wall to practise on?
Estate agents, architects and photographers of empty buildings could map what might be turned into studios.
Locksmiths, alarm engineers and clockmakers share small screws.
Members who rent out holiday flats ask for somebody who can repair washing machines.
Runners meet on Tuesday at seven by the bridge; three more members live in that part of town.
They look for gardens: five members offer one.
Widowed, retired or new in town: what brings them together is chess on Sunday afternoons.
Four members mention in their own words that they moved back home after years away.
Several of them returned to look after a parent, and found that the town had changed.
Members who lost someone close turned to swimming in cold water.
Baking before dawn, rowing before work: early risers who never meet.
They all say that they learned a craft from a grandmother.
Three members say that the river taught them patience.
Cardiologists and cellists
The blood bank's volunteers sing on Fridays
Ambulance drivers repair old motorcycles
Clinic receptionists who write novels
A retired surgeon teaches knife sharpening
Health insurance clerks and hikers
Medical students who knit during lectures
Occupational health officers and woodturners
Nurse educators, ward managers and cyclists share an early alarm clock
Members who translate for doctors
Dental technicians and jewellers both work in millimetres
Pain in the neck: why every luthier needs a good bench
A healthy pantry: pickles, bread and beans
Therapy dogs and their trainers
Bike doctors: repairs on Saturday
Plant doctors and tree surgeons
Die Apothekerin und der Imker
Gesundheitsmanager, die rudern
Sanitätshaus und Sattlerei
L'orthophoniste et le conteur
Kinésithérapeutes et danseurs
El farmacéutico y la apicultora
Il veterinario e il fornaio
De tandarts en de edelsmid
O veterinário e a padeira
The chapel has the best acoustics in town
Angel carvers and cathedral gilders
A carol concert for brass and voices
Sunday market, Sunday lunch, Sunday walk
Candle makers and lantern builders
Heritage railways and heritage wheat
Gregorian chant, recorded in a cave
The vicarage garden is open in June
Zen gardens and raked gravel
Kalligrafie, Ikebana und Tee
Klosterbier und Klostergarten
L'abbaye, ses vitraux et ses photographes
La catedral y sus vidrieras
Le cattedrali e gli scalpellini
Kloosters op de fiets
Interpreters who also repair radios
Welcome dinners for newcomers
Citizenship classes taught by a historian
Homework help after school for pupils who are new here
A cookbook of Lebanese, Greek and Armenian dishes
Tango from Buenos Aires, fado from Lisbon
Travelling exhibitions on migration
Nachhilfe für Schüler, ehrenamtlich
Deutschkurse und Kochabende
Ateliers cuisine du monde
Noches de tango y milonga
Danze greche e balcaniche
Town hall meetings with a good moderator
Data journalists and open data
Public speaking and debate
Historians of the printing press
Protest songs on the banjo
Green roofs, green wood and green tomatoes
Red wine, white bread, black coffee
The left bank and the right tools
Volunteers at the polling station
Ratssitzungen live mitschreiben
Histoire politique et caricature
Historia del trabajo y archivos
Cooperative bylaws and contracts
Negotiation trainers and chess players
A union of crafts: wood, wool and iron
European law and languages
Love songs, wedding bands and cakes
Drag and lift: kite aerodynamics
Gay-Lussac's law for beginners in brewing
Transcription, transposition and transport
Husbands, wives and hammers: a repair evening for everybody
Prison librarians and poets
Night shelter cooks
Coffee addicts and tea snobs
Chocolate tasting and cocktail mixing
Wine merchants and vintners
Clean energy, clean water
Recovering wool from old jumpers
Budgeting for choirs
How to price handmade things
Barter, time banks and gift circles
Second-hand fairs and swap shops
Pro bono accountants
Kids' holiday workshops led by carpenters
A school garden and its bees
Picture book readings in the library
Toy repair cafe
Teenage robotics club mentors
The orphan works of early film
Baby leaf salads and seedlings
Family trees and parish registers
Ferienprogramm mit Töpfern
Livres pour la jeunesse et marionnettes
Cuentos y títeres en la escuela
Fiabe e burattini
Poppenkast en prentenboeken
Long-distance walkers and their maps
Sailors bound for the Hebrides
Ferry timetables and lighthouse keepers
A winter reading list
Summer schools for wood engraving
Swimming at dawn, soup at noon
Away matches, home brews
Empty jam jars wanted
House plants, house music, house wine
Key changes and harmony
Open doors, open studios
Alarm clocks from the fifties
Leerstand nutzen: Ateliers in alten Läden
Maisons en bois, toits en paille
Casas de adobe y barro
Case di paglia e terra
Canto polifonía del Siglo de Oro.
I make candles on Fridays and fire the kiln at sundown.
I ran for the county in the relay, and for the bus on most days.
I keep accounts for the food bank.
Ich singe Verdi im Opernchor und sammle Aufnahmen.
Ich tischlere eine Tafel aus Eiche.
Je pique des tissus à la machine et je traite le bois.
Nuoto con la squadra ogni mattina.
Gram w szachy od dziesięciu lat.
Greve in Chianti is where I learned about wine.
Jag brygger öl och lagar mat från Syrien.
`;
