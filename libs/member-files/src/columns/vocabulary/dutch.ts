import type { Vocabulary } from './vocabulary.ts';

/** Dutch headings. */
export const dutch: Vocabulary = {
  headings: {
    member_id:
      'lidnummer, lid nummer, ledennummer, lidnr, lid nr, lidmaatschapsnummer, relatienummer, bondsnummer, lid id, ledennr, lidcode, lidmaatschap nummer',
    person_id:
      'gebruikers id, deelnemersnummer, deelnemer nummer, klantnummer, studentnummer, personeelsnummer, deelnemer id, contact nummer, gebruikersnummer, persoonsnummer, persoon id, deelnemernummer',
    plain_id: 'identificatie, kenmerk, unieke id, sleutel',
    record_id: 'antwoord id, reactie id, inzending id, registratienummer, antwoordnummer, respons id',
    row_number: 'nummer, rij, regel, volgnummer, rijnummer, volgnr',
    handle: 'gebruikersnaam, inlognaam, schermnaam, loginnaam',
    profile_url: 'profiellink, link naar profiel, linkedin profiel, profiel url, linkedin link',
    email:
      'emailadres, email adres, mailadres, e mailadres, elektronisch adres, mail adres, prive email, emailadressen, zakelijk email, email prive, e postadres',
    full_name:
      'naam, volledige naam, voor en achternaam, voornaam en achternaam, voornaam achternaam, achternaam voornaam, naam lid, naam en voornaam, voor en familienaam, volledige naam van het lid, naam van het lid, hoe heet je, hoe heet u, naam deelnemer, achternaam en voornaam, naam voornaam, lid',
    display_name: 'weergavenaam, getoonde naam',
    nickname: 'bijnaam, roepnaam en bijnaam',
    first_name: 'voornaam, roepnaam, voornamen',
    last_name: 'achternaam, familienaam, achternamen',
    name_part:
      'tussenvoegsel, tussenvoegsels, voorletters, meisjesnaam, initialen, voorvoegsel, voorvoegsels, achtervoegsel, geboortenaam, tweede voornaam',
    form_of_address: 'aanhef, aanspreektitel, aanspreekvorm, dhr mevr, briefaanhef',
    title: 'titel, titels',
    bio: 'biografie, over mij, over jou, beschrijving, introductie, voorstelling, profiel, samenvatting, profieltekst, over u, korte bio, omschrijving, over mezelf, wie ben ik, korte biografie, korte omschrijving, wie ben je, achtergrond',
    role: 'functie, beroep, rol, baan, functietitel, functieomschrijving, functienaam, werk, huidige functie, positie, beroep functie, huidige rol, huidig beroep, werkzaamheden, functie titel, huidige baan, ambt',
    roles:
      'rollen, functies, taken, commissie, commissies, bestuursfunctie, voorkeursrol, rol in de vereniging, gewenste rol, functie in vereniging, taak, vrijwilligersrol, verantwoordelijkheden, beroepen, functie binnen de vereniging',
    company:
      'bedrijf, bedrijfsnaam, organisatie, werkgever, onderneming, instelling, naam bedrijf, naam organisatie, naam werkgever, naam van het bedrijf, naam van de organisatie, werkplek, naam van je bedrijf, bedrijf organisatie, instituut naam, firma, organisatienaam, vereniging',
    location:
      'plaats, woonplaats, stad, gemeente, locatie, vestigingsplaats, standplaats, plaatsnaam, waar woon je, waar woont u, dorp, wijk, plaats woonplaats, huidige woonplaats, buurt, plaats stad',
    country: 'land, provincie, regio, woonland, land van herkomst, land van verblijf, gewest',
    website:
      'webpagina, webstek, internetadres, eigen website, persoonlijke website, webadres, internetpagina',
    urls: 'sociale media, koppelingen, weblinks, sociale netwerken',
    skills:
      'vaardigheden, vaardigheid, kennis, competenties, competentie, kunde, talenten, expertises, specialisaties, sterke punten, ik bied, aanbod, deskundigheid, kwaliteiten, specialismen, kan helpen met, specialisme, bekwaamheden, ik kan helpen met, kennisgebieden, vakgebieden, expertisegebieden, ervaring met, programmeertalen, kwalificaties, kennis en vaardigheden, vaardigheden en kennis, biedt, expertisegebied, specialiteiten, capaciteiten, wat kan je, wat kun je',
    interests:
      'interesses, interesse, hobby s, hobby, hobbys, onderwerpen, interessegebieden, passies, thema s, trefwoorden, categorieen, groepen, voorkeuren, vrijetijdsbesteding, labels, categorie, activiteiten, themas, passie, interessegebied, liefhebberijen, belangstelling, sporten, favoriete activiteit, favoriete activiteiten, onderwerp, vrije tijd, thema, interesse in',
    looking_for:
      'zoekt, ik zoek, op zoek naar, zoek, behoeften, wensen, nodig, wil leren, ik wil leren, leerdoelen, hulpvraag, gezocht, vraag, wens, behoefte, hulp nodig bij, zoekt naar, ik ben op zoek naar, gevraagd, leerwensen, hulp gevraagd, waar ben je naar op zoek, vraag en, doelen, wil graag leren, leervraag, ondersteuningsbehoefte, verwachtingen',
    all_traits:
      'stemgroep, stemsoort, afdeling, ploeg, groep, talen, taal, gesproken talen, universiteit, opleiding, school, studie, sector, werkgroep, werkgroepen, branche, kenmerken, opleidingsniveau, vakgroep, studierichting, moedertaal, faculteit, hogeschool, divisie, regioafdeling, hoogste opleiding, elftal, eigenschappen, talenkennis, studierichtingen, instituut, discipline, klas, vakgebied',
    answer:
      'opmerking bij de vragen, motivatie, beschikbaarheid, bericht, overig, reactie, suggesties, anders',
    notes: 'notities, interne notities, opmerkingen, opmerking, aantekeningen, notitie',
    membership_status:
      'lidmaatschapsstatus, lidstatus, status lidmaatschap, lidmaatschap, status lid, status van lidmaatschap, status van het lidmaatschap, ledenstatus',
    level_of_membership:
      'type lidmaatschap, soort lidmaatschap, soort lid, lidsoort, type lid, lidtype, contributiegroep, lidmaatschapstype, lidmaatschapsvorm, lidcategorie, lidmaatschapsniveau',
    is_public:
      'openbaar, zichtbaar, toestemming, openbaar profiel, publiceren, zichtbaarheid, toestemming ledenlijst, ledenlijst, akkoord, in ledenlijst, toestemming smoelenboek, profiel zichtbaar, smoelenboek, profiel openbaar, toestemming publicatie, profiel delen, in de ledenlijst, zichtbaar in ledenlijst, vermelding ledenlijst, publicatie, toestemming ledengids, ledengids',
    opt_out:
      'verborgen, verbergen, niet publiceren, prive, niet tonen, niet zichtbaar, afmelding ledenlijst, niet in ledenlijst, profiel verbergen, niet in de ledenlijst, niet openbaar, verberg profiel, anoniem, vertrouwelijk, onzichtbaar, niet vermelden, niet delen, geheim',
    level:
      'niveau, ervaringsniveau, jaren ervaring, beheersing, vaardigheidsniveau, kennisniveau, competentieniveau, aantal jaren ervaring, beheersingsniveau, werkervaring jaren, aantal jaar ervaring',
    present: 'actief, is actief, actief lid, nog lid',
    departed: 'verwijderd, gedeactiveerd, gearchiveerd, uitgeschreven, inactief, overleden, opgezegd',
    time: 'tijdstempel, datum, tijd, begin, einde, begintijd, starttijd, eindtijd, tijdstip van voltooien, lid sinds, inschrijfdatum, aanmelddatum, startdatum, einddatum, ingangsdatum, aangemaakt, aangemaakt op, gewijzigd, gewijzigd op, datum inschrijving, jaar, verzenddatum, datum lidmaatschap, laatste wijziging, datum aanmelding, duur, lid vanaf, lid tot, laatst gewijzigd, datum lid, voltooiingstijd, datum uitschrijving, laatste login',
    technical:
      'ip adres, bron, foto, afbeelding, bestand, type, wachtwoord, laatste pagina, bijlage, bijlagen, pasfoto',
    payment:
      'contributie, bedrag, betaling, betaald, prijs, factuur, betaalwijze, bestelling, kaartje, donatie, bestelnummer, rekeningnummer, rekening, incasso, machtiging, aantal, betaalmethode, kosten, totaal, ticketsoort, gift, contributie betaald, bankrekening, btw nummer, bankrekeningnummer',
    contact:
      'telefoon, telefoonnummer, mobiel, mobiele telefoon, mobiel nummer, gsm, straat, straat en huisnummer, huisnummer, postcode, adres, postadres, geboortedatum, verjaardag, fax, straatnaam, tel, toevoeging, huisnr, 06 nummer, gsm nummer, telefoon mobiel, telefoon thuis, telefoon prive, adresgegevens, contactgegevens, busnummer, woonadres, huisnummer toevoeging, tel nr, telefoonnr, postbus, mobiele nummer, telefoon vast, mobielnummer',
    personal:
      'geloofsovertuiging, geslacht, leeftijd, religie, nationaliteit, burgerlijke staat, handicap, inkomen, allergieen, dieet, seksuele geaardheid, gezondheid, voornaamwoorden, geboorteplaats, gender, bsn, geboortejaar, geloof, etniciteit, leeftijdsgroep, leeftijdscategorie, shirtmaat, kledingmaat, salaris, beperking, dieetwensen, rijksregisternummer, kinderen, medische gegevens, geboorteland, dieetvoorkeuren, gezinssamenstelling, t shirt maat, burgerservicenummer, afkomst',
    other_consent:
      'nieuwsbrief, avg, privacyverklaring, algemene voorwaarden, toestemming foto s, toestemming fotos, toestemming nieuwsbrief, avg toestemming, privacybeleid, beeldmateriaal, voorwaarden, toestemming beeldmateriaal, toestemming foto, huishoudelijk reglement, akkoord voorwaarden, akkoord privacy, gedragscode, toestemming mailing, aanmelding nieuwsbrief, reclame, akkoord avg, nieuwsbrieven',
    other_person:
      'noodcontact, partner, leidinggevende, contactpersoon, ouder, ouders, voogd, echtgenoot, contactpersoon bij nood, manager, ice contact, aangebracht door, verzorger, echtgenote',
  },
  phrases: {
    skills:
      'vaardighe*, competentie*, kennis en, expertise*, kun je goed, kunt u goed, kun je anderen, kunt u anderen, kan je anderen, kun je aanbieden, kunt u aanbieden, kun je helpen, kunt u helpen, goed in, kun je leren aan, sterke punten, talenten, zou je anderen kunnen, kun je delen, wil je delen, kan je goed, kan je aanbieden, kan je helpen, kun je bijdragen, kunt u bijdragen, heb je te bieden, heeft u te bieden, weet je veel, kun je onderwijzen, kennis _ delen, kwaliteiten, anderen leren, anderen helpen, wil je aanbieden, programmeertalen, deskundig*, bied je aan, specialis*',
    interests:
      'interess*, hobby*, doe je graag, doet u graag, vrije tijd, onderwerpen, favoriete, lievelings*, passies, boeit je, spreekt je aan, passie, leuk om te doen, vind je leuk, vindt u leuk, thema s, geinteresseerd in, houd je van, hou je van',
    looking_for:
      'meer leren, meer weten, op zoek, zoek je, zoekt u, heb je nodig, heeft u nodig, wil je leren, wilt u leren, zou je willen leren, zou je graag leren, hulp nodig, hulp bij, hoop je, hoopt u, wil je verbeteren, verwacht je, je helpen, u helpen, ondersteuning nodig, wil je ontwikkelen, graag leren, willen leren, vaardigheden _ leren, vaardigheden _ ontwikkelen, vaardigheden _ verbeteren, ontwikkelen, hulp krijgen, hulp _ gebruiken, behoefte aan, wil je bereiken, zou u willen leren, ondersteuning bij, wil je hulp',
    level:
      'niveau van, jaren ervaring, ervaringsniveau, hoe goed ben je, hoeveel jaar ervaring, wat is je niveau',
    role: 'je functie, uw functie, je beroep, uw beroep, huidige functie, huidige rol, je rol, uw rol, wat voor werk, wat doe je voor werk, je huidige baan, jouw functie, jouw rol, doe je in het dagelijks leven, jouw beroep',
    roles:
      'voorkeursrol, welke rollen, welke rol wil, gewenste rol, welke rol zou, rollen _ wil, welke taken',
    company:
      'naam van je bedrijf, naam van uw bedrijf, naam van het bedrijf, naam van de organisatie, waar werk je, waar werkt u, je werkgever, uw werkgever, je organisatie, uw organisatie, bedrijf werk je, naam van je organisatie, welk bedrijf, welke organisatie, voor wie werk je, naam van je werkgever',
    location:
      'waar woon, waar woont, welke stad, welke plaats, waar ben je gevestigd, waar kom je vandaan, je woonplaats, uw woonplaats, waar bent u gevestigd, waar bevind, in welke gemeente, jouw woonplaats',
    country: 'welk land, welke provincie, uw land, je land, uit welk land, welke regio',
    bio: 'over jezelf, over uzelf, stel jezelf, stelt u zich, wie ben je, wie bent u, beschrijf jezelf, iets over jou, vertel iets over, stel je voor, meer over jou',
    all_traits:
      'welke talen, talen spreek*, welke afdeling, welk team, je afdeling, welke opleiding, welke universiteit, welke sector, welke groep, heb je gestudeerd, hoogste opleiding, welke studie, welke branche, welke werkgroep, opleidingsniveau, jouw afdeling',
    answer: 'hoe heb je, hoe bent u bij, waarom, verder nog, eerste keer, hoe kende, hoe ken je',
    is_public:
      'in de ledenlijst, andere leden, openbaar profiel, profiel delen, zichtbaar voor, mijn profiel, vermeld worden, in het smoelenboek, getoond worden, gegevens delen, zichtbaar zijn, opgenomen in, ledenlijst, profiel _ zichtbaar, gepubliceerd, tonen aan, in de ledengids, gedeeld worden met, smoelenboek, openbaar maken, mijn gegevens publiceren, je profiel tonen, ledengids',
    opt_out:
      'niet _ ledenlijst, niet publiceren, niet tonen, verbergen, anoniem blijven, prive houden, niet _ zichtbaar, niet _ vermeld, niet _ delen, niet _ getoond, geen vermelding, niet _ openbaar, niet _ gepubliceerd, niet _ opgenomen, niet _ smoelenboek, prive blijven',
    other_consent:
      'nieuwsbrief*, avg, privacy*, foto s, beeldmateriaal, algemene voorwaarden, verwerking van, verwerken van, ontvangen van, per mail, toestemming _ foto*, gedragscode, informatie ontvangen, mailing*, persoonsgegevens, huishoudelijk reglement, fotos, video s, e mails ontvangen, op de hoogte, mails ontvangen',
    personal:
      'geslacht, gender*, hoe oud, leeftijd*, religi*, nationaliteit, handicap*, beperking*, allergie*, dieet*, inkomen, burgerlijke staat, gezondheid*, etni*, seksuele, vegetar*, medisch*, voornaamwoorden, geboorteplaats, levensovertuiging, medicijn*',
    contact: 'telefoonnummer, postadres, postcode, geboortedatum, mobiel nummer, mobiele nummer',
    time: 'datum van, sinds wanneer, tijdstip van',
    payment: 'betaal*, contributie*, factuur*, rekeningnummer, ticket*',
    other_person:
      'geval van nood, noodgeval, noodcontact, naam van de ouder, naam ouder, naam van je kind, naam kind, naam van je leidinggevende, naam partner, naam van je partner, naam leidinggevende',
    nickname: 'wil je genoemd worden, aangesproken worden, naambordje, je noemen, naambadge',
    full_name:
      'voor en achternaam, voornaam en achternaam, volledige naam, hoe heet, naam en voornaam, naam en achternaam',
    email: 'email adres, emailadres, je email, uw email, mailadres',
    level_of_membership: 'soort lidmaatschap, type lidmaatschap',
    membership_status: 'status van je lidmaatschap, status van het lidmaatschap, status van uw lidmaatschap',
    website: 'je website, uw website',
  },
  hints: {
    role: 'beroep, functie',
    company: 'bedrijf, werkgever',
    location: 'woonplaats, stad, plaats',
    country: 'land',
    all_traits: 'talen, opleiding, sector',
    full_name: 'naam',
    last_name: 'achternaam',
    first_name: 'voornaam',
  },
  fillers:
    'je jouw uw mijn de het een van is zijn wat welke welk graag vul in opgeven huidige huidig lid leden deelnemer persoonlijk persoonlijke en heb heeft u jij volledige hier geef aub svp alstublieft primair primaire ben bent zakelijk prive',
  others:
    'noodcontact noodgeval nood partner partners leidinggevende ouder ouders voogd vader moeder kind kinderen echtgenoot echtgenote begeleider huisarts vriend werver introducee evenement project verzorger betaler gast koper assistent',
  negations: 'niet geen nooit zonder weiger',
  reasons: 'waarom hoe wanneer',
};
