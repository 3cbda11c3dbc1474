import type { Vocabulary } from './vocabulary.ts';

/** Italian headings. */
export const italian: Vocabulary = {
  headings: {
    member_id:
      'numero socio, numero di socio, n socio, numero tessera, id socio, tessera, codice socio, numero di tessera, numero membro, id membro, n tessera, nr tessera, tessera n, numero iscritto, codice tessera, matricola socio',
    person_id:
      'id utente, numero partecipante, matricola, id partecipante, codice utente, numero cliente, codice cliente, numero di matricola, id contatto',
    plain_id: 'identificativo, codice, codice identificativo, chiave',
    record_id: 'id risposta, numero risposta, id registrazione, codice risposta',
    row_number: 'numero, riga, progressivo, numero progressivo, n ordine',
    handle: 'nome utente, utente, username utente',
    profile_url: 'link al profilo, profilo linkedin, url profilo, link profilo',
    email:
      'indirizzo email, posta elettronica, indirizzo di posta elettronica, indirizzo mail, indirizzo e mail, email personale, indirizzo di posta, casella email, recapito email, indirizzi email',
    full_name:
      'nome, nome e cognome, cognome e nome, nome completo, nome cognome, cognome nome, nominativo, nome del socio, socio, nome e cognome del socio, come ti chiami, nome del membro, iscritto, nome partecipante',
    display_name: 'nome visualizzato',
    nickname: 'soprannome, nome preferito, nomignolo',
    first_name: 'nome di battesimo, primo nome, nome proprio',
    last_name: 'cognome, cognomi, nome di famiglia',
    name_part: 'secondo nome, suffisso, cognome da nubile',
    form_of_address: 'appellativo, sig sig ra, titolo di cortesia, saluto, prefisso',
    title: 'titolo',
    bio: 'biografia, chi sono, su di me, descrizione, presentazione, profilo, su di te, riassunto, breve biografia, presentati, descrizione personale, breve presentazione, chi sei, informazioni su di me',
    role: 'ruolo professionale, ruolo, professione, lavoro, mansione, occupazione, posizione, qualifica, mestiere, incarico, posizione lavorativa, titolo professionale, impiego, funzione, ruolo attuale, qualifica professionale, professione attuale, attivita lavorativa, ruolo aziendale, posizione attuale',
    roles:
      'ruoli, incarichi, cariche, responsabilita, carica, ruolo preferito, carica sociale, cariche sociali, mansioni, ruoli preferiti, funzioni',
    company:
      'azienda, societa, organizzazione, ditta, datore di lavoro, ente, impresa, nome azienda, nome dell azienda, istituzione, luogo di lavoro, ragione sociale, compagnia, nome della societa, ente di appartenenza, nome organizzazione, nome dell organizzazione, istituto di appartenenza, sede di lavoro',
    location:
      'citta, comune, luogo, localita, residenza, luogo di residenza, citta di residenza, comune di residenza, paese di residenza citta, dove vivi, dove abiti, domicilio, sede, quartiere, posizione geografica, dove vive, citta residenza',
    country:
      'paese, nazione, stato, regione, provincia, paese di residenza, prov, regione di residenza, provincia di residenza, stato di residenza',
    website: 'sito web, sito internet, sito, pagina web, sito personale',
    urls: 'social network, link, collegamenti, canali social, profili social, siti web',
    skills:
      'competenze, competenza, abilita, capacita, conoscenze, talenti, specializzazioni, punti di forza, aree di competenza, esperienze, offro, posso aiutare con, saper fare, so fare, posso offrire, specializzazione, competenze tecniche, linguaggi di programmazione, qualifiche, area di competenza, competenze professionali, attitudini, offerta, offerte, cosa sai fare, posso insegnare, settori di competenza, ambiti di competenza, talento',
    interests:
      'interessi, interesse, hobby, passioni, passione, argomenti, temi, aree di interesse, temi di interesse, etichette, categorie, gruppi, tempo libero, attivita, argomenti di interesse, passatempi, sport, sport praticati, parole chiave, area di interesse, categoria, tema, interessi personali, ambiti di interesse, attivita preferite, attivita preferita, gruppi di interesse',
    looking_for:
      'cerco, cerca, ricerca, bisogni, desideri, ho bisogno di, voglio imparare, vorrei imparare, richieste, necessita, cosa cerchi, cosa cerco, aspettative, obiettivi, bisogno, richiesta, in cerca di, alla ricerca di, ho bisogno di aiuto con, cerco aiuto, vuole imparare, fabbisogni, desidero imparare, mi serve',
    all_traits:
      'voce, sezione vocale, reparto, squadra, gruppo, sezione, dipartimento, lingue, lingua, lingue parlate, universita, scuola, formazione, titolo di studio, settore, gruppo di lavoro, facolta, corso di studi, livello di istruzione, istruzione, caratteristiche, lingua madre, madrelingua, ambito, commissione, gruppo locale, studi, laurea, gruppi di lavoro, ateneo, disciplina, settore di attivita, corso di laurea, sede locale',
    answer:
      'commenti, commento, motivazione, disponibilita, messaggio, altro, suggerimenti, osservazioni, aspettativa',
    notes: 'note, note interne, annotazioni',
    membership_status:
      'stato iscrizione, stato socio, stato del socio, stato di iscrizione, stato associativo, stato tesseramento, stato tessera, iscrizione, stato membro, stato dell iscrizione, stato adesione',
    level_of_membership:
      'tipo socio, tipo di socio, categoria socio, tipo di tessera, tipologia socio, tipo iscrizione, tipologia di socio, tipo tessera, livello di iscrizione, quota tipo, tipo di iscrizione',
    is_public:
      'pubblico, visibile, consenso, profilo pubblico, pubblicare, visibilita, consenso elenco soci, elenco soci, autorizzazione, consenso rubrica, consenso alla pubblicazione, profilo visibile, consenso pubblicazione, acconsento, consenso elenco, autorizzo, condividi profilo, consenso annuario, presente in elenco',
    opt_out:
      'nascosto, privato, nascondere, non pubblicare, non mostrare, profilo privato, non visibile, nascondi profilo, nascondi, profilo nascosto, non in elenco, riservato, non elencare, non condividere',
    level:
      'livello, livello di competenza, livello di esperienza, anni di esperienza, padronanza, livello competenza, livello di conoscenza, esperienza anni, grado di conoscenza',
    present: 'attivo, attiva, socio attivo, membro attivo',
    departed: 'eliminato, disattivato, archiviato, cancellato, dimesso, deceduto, inattivo',
    time: 'informazioni cronologiche, data, ora, inizio, fine, data di iscrizione, data iscrizione, data di creazione, creato il, modificato il, socio dal, data inizio, data fine, ora di inizio, ora di completamento, anno, data adesione, data di adesione, data invio, data di invio, membro dal, ultima modifica, ultimo accesso, scadenza, data scadenza, durata, data di scadenza, iscritto dal',
    technical: 'indirizzo ip, fonte, foto, immagine, origine, file, tipo, allegato, ultima pagina, allegati',
    payment:
      'quota, importo, pagamento, pagato, prezzo, fattura, metodo di pagamento, ordine, biglietto, donazione, numero ordine, iban bancario, quota associativa, modalita di pagamento, quota pagata, partita iva, quantita, totale, banca, costo, tipo biglietto',
    contact:
      'telefono, cellulare, numero di telefono, numero di cellulare, indirizzo, indirizzo postale, via, cap, codice postale, data di nascita, compleanno, fax, numero civico, indirizzo di residenza, telefono cellulare, recapito telefonico, tel, telefono fisso, cell, indirizzo completo, recapiti, contatti, recapito, nato il, nata il, casella postale, numero telefono, data nascita, n telefono',
    personal:
      'sesso, genere, eta, religione, nazionalita, stato civile, disabilita, reddito, allergie, dieta, orientamento sessuale, salute, pronomi, luogo di nascita, codice fiscale, anno di nascita, fascia di eta, fascia d eta, taglia maglietta, cittadinanza, stipendio, etnia, figli, intolleranze, intolleranze alimentari, gruppo sanguigno, taglia, comune di nascita, restrizioni alimentari, esigenze alimentari',
    other_consent:
      'privacy, gdpr, informativa privacy, termini e condizioni, consenso privacy, consenso newsletter, consenso foto, liberatoria, trattamento dei dati, iscritto alla newsletter, consenso marketing, liberatoria foto, consenso gdpr, trattamento dati, regolamento, consenso immagini, statuto, consenso trattamento dati, codice di condotta, pubblicita',
    other_person:
      'contatto di emergenza, coniuge, responsabile, supervisore, genitore, referente, persona di contatto, partner, tutore, presentato da, compagno, capo',
  },
  phrases: {
    skills:
      'competenz*, abilita, capacita, conoscenze, sai fare, sa fare, puoi insegnare, puo insegnare, puoi offrire, puo offrire, potresti insegnare, potrebbe insegnare, puoi aiutare, puo aiutare, sei bravo, sei brava, punti di forza, esperto in, esperta in, puoi condividere, potresti offrire, offri, potresti condividere, puoi contribuire, i tuoi talenti, sei capace, saper fare, linguaggi di programmazione, insegnare agli altri, ti piacerebbe insegnare, mettere a disposizione, aiutare gli altri',
    interests:
      'interessi, hobby, passion*, ti interessa*, le interessa*, ti piace fare, le piace fare, tempo libero, argomenti, preferit*, aree di interesse, ti appassiona*, temi, ti piace*, interessat* a, sei interessat*',
    looking_for:
      'stai cercando, sta cercando, cerchi, hai bisogno, ha bisogno, vuoi imparare, vorresti imparare, vorrebbe imparare, ti serve, ti aspetti, si aspetta, speri di, aiutarti, vuoi migliorare, vorresti migliorare, imparare, aiuto ti serve, ti piacerebbe imparare, possiamo aiutarti, vorresti sviluppare, vuoi sviluppare, competenze _ sviluppare, competenze _ acquisire, competenze _ migliorare, ricevere aiuto, vorresti ricevere, avresti bisogno, competenze ricercate, vorresti trovare',
    level:
      'livello di competenza, livello di esperienza, anni di esperienza, qual e il tuo livello, livello di conoscenza',
    role: 'il tuo ruolo, il suo ruolo, tua professione, sua professione, tuo lavoro, suo lavoro, che lavoro, ruolo attuale, posizione attuale, cosa fai nella vita, di cosa ti occupi, tua occupazione, tuo ruolo, suo ruolo',
    roles: 'ruolo preferito, quali ruoli, ruoli preferiti, che ruolo vorresti, quale ruolo vorresti',
    company:
      'nome dell azienda, nome della tua azienda, tua azienda, sua azienda, dove lavori, dove lavora, azienda lavor*, tua organizzazione, nome della societa, nome dell organizzazione, per chi lavori',
    location:
      'dove vivi, dove vive, dove abiti, dove abita, quale citta, che citta, tua citta, sua citta, dove risiedi, dove risiede, dove ti trovi, di dove sei, da dove vieni, luogo di residenza, dove si trova, in che citta',
    country:
      'quale paese, che paese, tuo paese, quale regione, paese di residenza, quale provincia, quale nazione',
    bio: 'parlaci di te, presentati, su di te, chi sei, raccontaci di te, descriviti, raccontaci qualcosa di te, breve presentazione, parlaci di lei, si presenti, di te stesso, qualcosa su di te',
    all_traits:
      'quali lingue, che lingue, lingue parl*, quale reparto, quale gruppo, quale squadra, quale universita, titolo di studio, quale settore, tuo reparto, hai studiato, che settore, tua universita, livello di istruzione',
    answer:
      'come hai saputo, come ci hai conosciuto, come hai conosciuto, perche, altro da, prima volta, come e venuto',
    is_public:
      'nell elenco, altri membri, altri soci, profilo pubblico, condividere il mio profilo, visibile a, visibile agli, pubblicare il, pubblicare i miei, mostrare il mio, apparire nell, essere visibile, condividere il tuo profilo, elenco dei soci, elenco soci, nella rubrica, reso visibile, condividere i miei, mostrato agli, mostrare il tuo, comparire nell, gli altri soci, gli altri membri, annuario',
    opt_out:
      'non pubblicare, non mostrare, nascondere, non _ elenco, non apparire, restare anonim*, rimanere anonim*, mantenere privat*, non comparire, non condividere, non desidero, non voglio, non acconsento, non essere visibile',
    other_consent:
      'newsletter*, privacy, gdpr, trattamento dei, foto, fotografie, termini e condizioni, riprese, liberatoria, ricevere informazioni, comunicazioni, ricevere comunicazioni, dati personali, regolamento, statuto, immagini, ricevere aggiornamenti, ricevere email, codice di condotta, marketing',
    personal:
      'genere, sesso, quanti anni hai, eta, fascia di eta, religio*, nazionalita, disabil*, allergi*, alimentar*, reddito, stato civile, salute, etni*, orientamento sessuale, intolleran*, vegetarian*, pronomi, medic*, cittadinanza',
    contact: 'telefono, indirizzo postale, codice postale, data di nascita, cellulare, numero di telefono',
    time: 'data di, data del, da quando, ora di',
    payment: 'metodo di pagamento, modalita di pagamento, pagamento, fattura*, quota*, bigliett*',
    other_person:
      'caso di emergenza, contatto di emergenza, nome del padre, nome della madre, nome del genitore, nome del figlio, nome del responsabile, nome di tuo figlio',
    nickname: 'come vuoi essere chiamat*, nome preferito, vorresti essere chiamat*',
    full_name: 'nome e cognome, cognome e nome, nome completo, ti chiami, si chiama',
    email: 'indirizzo email, posta elettronica, tua email, sua email, indirizzo mail, indirizzo di posta',
    level_of_membership: 'tipo di socio, tipo di iscrizione',
    membership_status: 'stato dell iscrizione, stato di iscrizione',
    website: 'tuo sito, suo sito, sito web',
  },
  hints: {
    role: 'professione, ruolo, occupazione',
    company: 'azienda, societa',
    location: 'citta, comune',
    country: 'paese, nazione',
    all_traits: 'lingue, universita, settore',
    full_name: 'nome, nominativo',
    last_name: 'cognome',
    urls: 'sito',
  },
  fillers:
    'tuo tua tuoi tue suo sua suoi sue mio mia miei mie il lo la i gli le l un una uno di del della dei e sono qual quale quali che per favore indica indicare inserisci attuale principale membro socio partecipante personale ed in hai ha scrivi completo cosa cos a iscritto si prega',
  others:
    'emergenza coniuge responsabile supervisore genitore genitori padre madre tutore figlio figlia figli moglie marito accompagnatore medico acquirente amico assistente referente evento progetto capo partner invitato pagante',
  negations: 'non mai senza rifiuto nessun',
  reasons: 'perche come quando',
};
