/** What people say of themselves: the kind, and the words. */
export const sensitiveStatements = `
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
health: I've had type 2 diabetes for ten years and I cook for a living.
health: Since the accident I use crutches.
health: Beekeeping keeps my depression at bay.
health: I'm on the waiting list for a kidney.
health: My Crohn's means I plan my days.
health: OCD and origami, both daily.
health: Recovering from long covid, slowly, with watercolours.
health: Two hip replacements and still folk dancing.
health: I was born deaf and I make furniture.
health: Ich lebe mit HIV und singe Tenor.
health: Seit der Diagnose Brustkrebs nähe ich Herzkissen.
health: Ich habe eine bipolare Störung und gärtnere.
health: Meine Angststörung lässt mich nur kleine Gruppen aushalten.
health: Ich bin Epileptikerin und töpfere.
health: Je suis bipolaire et je peins.
health: J'ai la maladie de Parkinson et je chante.
health: Suite à un AVC, je réapprends la guitare.
health: Soy diabético y cocinero.
health: Vivo con VIH desde 2005 y bailo.
health: Padezco ansiedad y hago cerámica.
health: Soffro di epilessia e coltivo rose.
health: Ho la sclerosi multipla e scrivo.
health: Ik heb epilepsie en bak taarten.
health: Ik ben slechthorend en speel piano.
health: Tenho diabetes e faço pão sem açúcar.
health: Mam stwardnienie rozsiane i maluję.
health: Depresyonla yaşıyorum, resim yapıyorum.
health: We all carry an inhaler and still climb.
health: What unites them is the ward they once shared, and clay.
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
faith: I keep Shabbat and build radios.
faith: Being a Quaker shapes how I work.
faith: As a Sikh I cook langar every week.
faith: I found Jesus on a night shift.
faith: Our mosque has a garden and I tend it.
faith: I'm an atheist who loves choral music.
faith: Ich bin evangelisch und baue Boote.
faith: Als Muslima nähe ich Kopftücher.
faith: Mein Glaube an Gott trägt mich.
faith: Je suis musulmane et brodeuse.
faith: Je crois en Dieu et je jardine.
faith: Soy judío y panadero.
faith: Mi parroquia es mi familia.
faith: Sono cattolica e restauro mobili.
faith: Credo in Dio e nel pane buono.
faith: Ik ben moslim en kweek tulpen.
faith: Sou espírita e bordo.
faith: Jestem wierzący i buduję domy.
faith: Müslümanım ve kaligrafi yapıyorum.
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
origin: I'm an asylum seeker waiting for my hearing.
origin: As a Black woman in tech I mentor others.
origin: My family is Roma and we mend copper.
origin: My parents came as refugees from Vietnam.
origin: Half Nigerian, half Scottish, all baker.
origin: Ich bin Kurde und spiele Saz.
origin: Ich kam 2015 als Flüchtling nach Deutschland.
origin: Meine Wurzeln liegen in der Türkei, ich backe Simit.
origin: Je suis d'origine sénégalaise et je couds.
origin: Je suis réfugié syrien et cuisinier.
origin: Soy refugiada siria y bordo.
origin: Soy de origen marroquí y cocino.
origin: Sono afrodiscendente e danzo.
origin: Ben van Surinaamse afkomst en kook.
origin: Sou imigrante sem documentos e cozinho.
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
sexuality: I'm a lesbian carpenter.
sexuality: My boyfriend Tom and I, two men with a boat, row.
sexuality: I'm trans and I restore clocks.
sexuality: Out as bisexual since 2012.
sexuality: Ich bin lesbisch und schreinere.
sexuality: Ich bin nichtbinär und webe.
sexuality: Je suis gay et boulanger.
sexuality: Soy trans y diseño joyas.
sexuality: Sono lesbica e faccio birra.
sexuality: Ik ben homo en tuinier graag.
sexuality: Sou lésbica e surfista.
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
politics: I'm a member of the Conservative Party.
politics: I campaign for the Greens every spring.
politics: Proud MAGA woodworker.
politics: I'm an anarchist and a baker.
politics: Ich bin in der CDU und singe.
politics: Ich wähle die Linke.
politics: Je suis adhérente aux Républicains.
politics: Soy de Podemos y hago pan.
politics: Sono di destra e amo le moto.
politics: Ik ben lid van de VVD.
politics: Sou filiada ao PT e costuro.
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
union: I'm a union rep at the hospital.
union: IWW member and bike mechanic.
union: Ich bin im Betriebsrat und bei der IG Metall.
union: Je suis syndiquée à la CGT.
union: Estoy afiliada a Comisiones Obreras.
union: Sono delegata sindacale della FIOM.
union: Ik ben lid van de vakbond.
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
addiction: Three years clean, one day at a time.
addiction: I used to drink; now I throw pots.
addiction: NA saved my life, and so did the allotment.
addiction: I'm a gambling addict in recovery.
addiction: Ich war heroinabhängig, heute imkere ich.
addiction: Ich bin Alkoholikerin, seit 2016 nüchtern.
addiction: J'ai arrêté l'alcool il y a cinq ans.
addiction: Soy alcohólico en recuperación.
addiction: Ho smesso di bere nel 2019.
addiction: Ik ben sinds drie jaar nuchter.
addiction: Sou adicto em recuperação.
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
money: I went bankrupt in 2018 and started over with bread.
money: I'm on Universal Credit and swap what I can.
money: Still paying off my credit card debt.
money: Ich lebe von Hartz IV.
money: Ich habe Privatinsolvenz angemeldet.
money: Je suis au RSA.
money: J'ai des dettes.
money: Estoy en paro desde mayo.
money: Sono disoccupato da un anno.
money: Ik leef van een uitkering.
money: Estou endividado.
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
children: Mum to three boys under ten.
children: I'm a single dad.
children: My daughter has Down syndrome and loves clay.
children: Ich habe zwei Töchter.
children: Ich bin Mutter von Zwillingen.
children: J'ai deux filles.
children: Je suis papa solo.
children: Tengo tres hijas.
children: Ho due bambini piccoli.
children: Ik heb drie kinderen.
children: Tenho dois filhos.
children: Mam dwójkę dzieci.
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
whereabouts: I live alone at 7 Mill Lane.
whereabouts: Every night I walk the dog alone along the canal.
whereabouts: I'm in Thailand until 15 March.
whereabouts: Ich wohne Lindenweg 8.
whereabouts: Jeden Morgen um fünf laufe ich allein durch den Wald.
whereabouts: J'habite au 12 rue Victor Hugo.
whereabouts: Vivo en la calle Sol 4.
whereabouts: Abito in via Garibaldi 10.
whereabouts: Ik woon op de Dorpsstraat 5.
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
empty_home: We leave the house empty all August.
empty_home: Nobody's home until six on weekdays.
empty_home: Key's under the mat.
empty_home: Im Juli steht die Wohnung leer.
empty_home: L'appartement est vide tout août.
empty_home: En agosto no hay nadie en casa.
empty_home: Ad agosto la casa è vuota.
empty_home: In juli staat ons huis leeg.
health: I live with schizophrenia and write music.
health: My eating disorder is quiet when I cook for others.
health: He draws because his tremor eases with a pencil.
health: A stroke took my speech; the choir gave it back.
health: Since my diagnosis I cycle less and paint more.
health: I've got a stoma and a kayak.
health: Ich habe seit zwei Jahren Long Covid und häkle.
health: Trotz Arthrose stricke ich jeden Tag.
health: Je souffre de migraines et je jardine le soir.
health: Mi esclerosis no me impide tocar.
health: Nonostante il Parkinson, canto.
health: Ondanks mijn reuma brei ik door.
health: Apesar da fibromialgia, danço.
health: A group of people whose immune systems keep them at home
health: They take it day by day since the tumour
health: Sie bringen ihre Medikamente mit zur Probe
faith: Every Friday I pray at the mosque, then I bake.
faith: My church sends us to repair roofs.
faith: God comes first, then the garden.
faith: I grew up in an orthodox Jewish home.
faith: Fünfmal am Tag bete ich.
faith: Wir gehen jeden Sonntag zur Messe.
faith: Le dimanche, nous allons au culte.
faith: Los viernes rezo en la mezquita.
faith: La domenica siamo in chiesa, il sabato al mercato.
faith: Op zondag gaan we naar de kerk.
faith: Aos domingos vou à missa.
origin: I'm Kurdish and proud of it.
origin: My skin is dark and I photograph it.
origin: We are Sinti and make violins.
origin: I crossed the sea in a small boat.
origin: Ich bin schwarz und Feuerwehrmann.
origin: Meine Eltern sind aus der Türkei geflohen.
origin: Je suis noire et menuisière.
origin: Soy negra y carpintera.
origin: Sono nera e falegname.
origin: Ik ben zwart en timmerman.
origin: Sou negro e padeiro.
sexuality: I like men and motorbikes.
sexuality: As a gay man I found the choir welcoming.
sexuality: Ich liebe Frauen und Holz.
sexuality: J'aime les femmes et le bois.
sexuality: Me gustan las mujeres y la madera, soy carpintera bollera.
politics: I never miss a Labour meeting.
politics: Trump voter, trout fisher.
politics: Ich habe AfD gewählt und backe Brot.
politics: Ich bin Sozialdemokrat seit 1980.
politics: Je vote Rassemblement national.
politics: Voté a Milei y crío ovejas.
politics: Ho votato Lega.
politics: Ik stem PVV.
politics: Votei no Lula.
union: I pay my union dues and my choir fees.
union: Ich war zehn Jahre Vertrauensfrau bei ver.di.
union: Je suis à la CFDT.
addiction: Heroin took ten years; gardening gives them back.
addiction: My sponsor plays the cello.
addiction: I go to AA on Mondays.
addiction: Ich trinke seit drei Jahren nicht mehr.
addiction: Je vais aux Alcooliques anonymes.
addiction: Voy a Narcóticos Anónimos.
addiction: Vado agli Alcolisti Anonimi.
addiction: Ik ga naar de AA.
money: I owe three months' rent.
money: Lost my job in May, lost the flat in June.
money: We eat from the food bank.
money: Ich kann die Miete kaum zahlen.
money: Je dors dans ma voiture.
money: Nos han desahuciado.
money: Ci hanno sfrattati.
money: Wij zijn uit huis gezet.
children: Our little girl starts school in August.
children: I foster two teenagers.
children: Mein Sohn ist acht.
children: Ma fille a cinq ans.
children: Mi hijo tiene ocho años.
children: Mia figlia ha sei anni.
children: Mijn zoon is acht.
children: Meu filho tem oito anos.
whereabouts: I'm always alone at the studio after ten at night.
whereabouts: From 1 to 20 August we're in Greece.
whereabouts: Vom 1. bis 20. August sind wir in Griechenland.
whereabouts: Du 1er au 20 août nous sommes en Grèce.
whereabouts: Del 1 al 20 de agosto estamos en Grecia.
whereabouts: Dall'1 al 20 agosto siamo in Grecia.
whereabouts: Van 1 tot 20 augustus zijn we in Griekenland.
whereabouts: De 1 a 20 de agosto estamos na Grécia.
empty_home: While we're in Greece the house is empty.
empty_home: The key hangs behind the shed.
empty_home: Der Schlüssel hängt im Schuppen.
empty_home: La clé est dans le pot de fleurs.
empty_home: Las llaves están en el buzón.
empty_home: La chiave è nella cassetta della posta.
empty_home: De sleutel hangt in de schuur.
faith: From Friday sundown we rest, with challah and a long table.
faith: Sou filha de santo num terreiro.
faith: Co roku idę z pielgrzymką na Jasną Górę.
faith: Cuma günleri camideyim.
faith: Vi går i kyrkan varje söndag.
money: Some months the food bank gets us through the last week.
money: Ab dem Zwanzigsten ist das Konto leer.
money: Tegen het einde van de maand haal ik een pakket bij de voedselbank.
money: Kredi kartı borcumu ödeyemiyorum.
money: Jag har kontakt med kronofogden.
health: Two white tablets with breakfast keep my heart in step.
health: Seit der Brustkrebsoperation schwimme ich ganz früh.
health: Vivo com o vírus e tomo um comprimido por dia.
health: Kalp pilim var.
health: Jag tar mina mediciner varje morgon.
addiction: I used to feed the slots until the wages were gone.
addiction: Diez años sin probar una gota.
addiction: Od sześciu lat nie piję.
addiction: Jag har varit nykter i tre år.
union: Ich kandidiere wieder auf der Verdi-Liste.
union: Jag är skyddsombud och med i Kommunal.
politics: Fui interventor de Vox en mi mesa.
politics: I deliver leaflets before every election.
sexuality: We were two grooms on one cake.
sexuality: Je n’aime que les femmes depuis toujours.
origin: My parents came over from Lagos with one suitcase.
origin: Sus padres vinieron de Marruecos.
empty_home: We are in Portugal the whole of August.
empty_home: A casa fica fechada de julho a setembro.
children: Ik haal mijn kleinzoon van school.
whereabouts: Il giovedì sera rientro a piedi dal porto, sempre per il vicolo.
`;
