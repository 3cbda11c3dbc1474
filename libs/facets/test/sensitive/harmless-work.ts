/** Patterns about work with what would be sensitive of oneself. */
export const harmlessPatterns = `
Trauma surgeons and mountain guides know the same knots. Who rescued whom last winter?
The pharmacy technician, the brewer and the chemist could compare thermometers.
Three members train guide dogs; two of them also keep sheep.
Doctors Without Borders volunteers who draw maps for field teams
Ward sisters, cooks and carpenters: what does each do with ten minutes of quiet?
Members with a background in public health speak about clean water and old pipes.
Cancer Research shop volunteers with an eye for vintage lamps
A drummer who works as a speech therapist finds rhythm in every sentence.
Dementia-friendly garden design by a landscape architect and an occupational therapist
Autism-friendly concerts: the stage manager and the special education teacher have a plan.
Running a blood donation drive takes drivers, bakers and people with loud voices.
Vaccine researchers, statisticians and cartographers could chart the flu season.
Sports physiotherapy and football coaching
An eye clinic engineer who repairs telescopes
They volunteer at a summer camp for children with diabetes and teach archery.
Der Notfallsanitäter und die Dachdeckerin: schwindelfrei sind beide.
Demenzbegleiterin und Akkordeonistin: sie spielt auf Station.
Heilpädagogik, Theater und Zirkus passen hier zusammen.
Zahnärzte und Goldschmiede arbeiten im Kleinen.
L'ergothérapeute et la menuisière pourraient construire des rampes.
Un cardiólogo, un relojero y un panadero madrugan.
La logopedista e il cantante lavorano sulla voce.
The organist needs someone to pump the bellows and someone to record it.
A mosque, a synagogue and three churches: five photographers of domes and towers.
Choir conductors, cantors and organists: who lends whom a score?
Stained glass, lead and light: a chapel window needs four pairs of hands.
Bach cantatas and blues: the same eight bars, says the pianist.
Interfaith dialogue facilitators and mediators
Teachers of religious education and ethics who juggle
A pilgrim path, mapped stage by stage by hikers and historians
Das Orgelfest braucht Bläser, Bäcker und eine Beschallung.
Les cloches, les horloges et ceux qui les réparent
Campane, organi e chi li accorda
Court interpreters for Somali and Dari who also sing
A refugee legal aid lawyer, a cook and a bicycle mechanic run the Tuesday table.
Asylum lawyers, statisticians and map makers
Syrian bread, Greek olives and Polish dumplings: a table of three cooks
Anthropologists, linguists and drummers share field recorders.
Teaching literacy to newcomers on Wednesday evenings
Integrationslotsen und Fahrradwerkstatt
Bénévoles d'alphabétisation et bouquinistes
Traductores de árabe y de ruso que hacen radio
Constituency office clerks who knit
Policy researchers and podcast makers
Speech writers and stand-up comedians
A polling place needs tables; the carpenters have some.
Works councils from a lawyer's point of view: a seminar
Trade union archivists and banner restorers
Wage negotiation trainers
A film festival on queer cinema seeks a projectionist and a baker.
Gender studies lecturers and zine makers
Costume makers for drag shows and operas
Addiction medicine researchers and rock climbers
Night bus drivers and street workers drink the same coffee.
Brewers' yeast, bakers' yeast and one microscope
Household budgeting courses, taught by a retired banker
Debt counselling volunteers with a gift for spreadsheets
Recruiters, careers advisers and actors: rehearse the interview
Payroll clerks and percussionists count well.
Food bank logistics: drivers wanted on Fridays
Nursery nurses with ukuleles
Paediatricians who build model boats
Teachers who run a chess club for pupils aged eight to twelve
Illustrators and librarians plan a picture book on moths.
A crèche cook and a cheese maker share recipes.
Playworkers, foresters and rope makers could build a climbing trail.
House swaps, hostels and slow travel
Early birds at the allotment, night owls at the observatory
Ferrymen, lock keepers and swimmers know the river by heart.
Caretakers of the old mill and its machines
Conservators of empty country houses
Burglar alarms, bells and sensors: three electricians tinker.
A key cutter, a clock maker and a gunsmith's file
The last Friday of the month belongs to soup.
A statistician who runs the clinical trials in diabetes, and a maker of sensors
Lawyers who know insolvency and debt collection law
Jag forskar om cancer och bygger kyrkorglar.
Cami mimarisi çizen ve ahşap oyan üyeler
`;
