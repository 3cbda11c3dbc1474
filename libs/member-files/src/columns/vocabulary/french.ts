import type { Vocabulary } from './vocabulary.ts';

/** French headings. */
export const french: Vocabulary = {
  headings: {
    member_id: `numero d adherent, numero adherent, n adherent, no adherent, num adherent, id adherent, numero de membre, n de membre, n membre, identifiant membre, matricule, numero d adhesion, identifiant adherent,
      numero membre, id membre, no de membre, no membre, n d adherent, code adherent, numero de licence, n licence, numero d adherente, n d adhesion, numero licence`,
    person_id:
      'identifiant utilisateur, numero participant, id utilisateur, id participant, numero client, numero etudiant, id contact, numero de participant, numero de client, numero d etudiant, id personne',
    plain_id: 'identifiant, identifiant unique, cle',
    record_id:
      'id reponse, id de la reponse, numero de reponse, identifiant de la reponse, numero d enregistrement',
    row_number: 'numero, ligne, numero de ligne, n ordre, rang',
    handle: 'nom d utilisateur, pseudo, pseudonyme, nom utilisateur, identifiant de connexion',
    profile_url: 'lien du profil, url du profil, profil linkedin, lien linkedin',
    email: `courriel, adresse email, adresse mail, adresse electronique, mel, adresse courriel, adresse de messagerie, courrier electronique, adresse e mail, adresse email personnelle, mail personnel, email personnel, courriels`,
    full_name: `nom, nom complet, nom et prenom, prenom et nom, nom prenom, prenom nom, nom prenoms, noms et prenoms, nom de l adherent, nom du membre, nom et prenoms, adherent, adherente, nom du participant, prenom nom de famille, nom de famille et prenom, comment vous appelez vous, comment t appelles tu`,
    display_name: 'nom affiche, nom d affichage',
    nickname: 'surnom, prenom usuel, prenom d usage',
    first_name: 'prenom, prenoms',
    last_name: 'nom de famille, nom famille, patronyme, nom d usage',
    name_part: 'nom de naissance, deuxieme prenom, nom de jeune fille, suffixe, autres prenoms',
    form_of_address: 'civilite, titre de civilite, m mme, politesse, formule de politesse, mme m',
    title: 'titre',
    bio: 'biographie, a propos, a propos de moi, a propos de vous, presentation, description, presentation personnelle, qui suis je, parcours, profil, presentez vous, courte biographie, resume, a propos de toi, accroche, bio courte',
    role: `fonction, poste, profession, metier, intitule du poste, intitule de poste, poste actuel, role, emploi, titre du poste, poste occupe, activite professionnelle, profession exercee, qualite, situation professionnelle, metier actuel, fonction actuelle, profession actuelle, titre professionnel`,
    roles:
      'roles, fonctions, responsabilites, mandats, fonction dans l association, role souhaite, role prefere, responsabilite, role dans l association, postes',
    company: `entreprise, societe, organisation, employeur, structure, organisme, nom de l entreprise, etablissement, raison sociale, nom de la societe, lieu de travail, nom de l organisation, nom de l employeur, association, institution, nom de la structure, entreprise organisation, compagnie, nom de l organisme`,
    location: `ville, commune, lieu, lieu de residence, localite, localisation, residence, ville de residence, lieu d habitation, domicile, ou habitez vous, ou habites tu, quartier, village, lieu de vie, code postal et ville, ville ou commune, ou vivez vous, cp ville, code postal ville, municipalite`,
    country:
      'pays, region, departement geographique, pays de residence, province, canton, pays residence, etat',
    website:
      'site web, site internet, site, page web, site personnel, adresse du site, site internet personnel, blogue',
    urls: 'reseaux sociaux, liens, sites web, lien, medias sociaux',
    skills: `competences, competence, savoir faire, talents, expertises, expertise, domaines de competence, domaine de competence, atouts, aptitudes, capacites, connaissances, domaines d expertise, specialites, specialite, je propose, offre, offres,
      points forts, qualifications, je sais faire, ce que je propose, domaine d expertise, langages de programmation, je peux aider, je peux offrir, competences techniques, competences professionnelles, savoirs, que savez vous faire, diplomes et competences, competences cles`,
    interests: `centres d interet, centre d interet, interets, interet, loisirs, passions, passion, hobbies, themes, thematiques, sujets d interet, activites, thematique, etiquettes, categories, groupes, mots cles, gouts, centres d interets, domaines d interet, loisir,
      passe temps, sports, activites preferees, theme, categorie, sujets, centres interet, themes d interet, domaine d interet, activites favorites, sujets qui vous interessent`,
    looking_for: `recherche, recherches, je recherche, cherche, je cherche, besoins, besoin, souhaits, attentes, souhaite apprendre, je souhaite apprendre, j ai besoin, besoin d aide, demandes, demande, j aimerais apprendre, objectifs, envies, besoins d aide, que recherchez vous, a la recherche de, je veux apprendre, voudrais apprendre, aide recherchee, aide souhaitee`,
    all_traits: `pupitre, voix, service, equipe, section, departement, langues, langue, langues parlees, universite, formation, ecole, diplome, etudes, secteur, secteur d activite, groupe local, antenne, groupe de travail, commission, commissions, niveau d etudes, domaine, filiere, promotion, caracteristiques, pole, langue maternelle, domaine d etudes, groupes de travail, discipline, branche, faculte, comite, comites, antenne locale, equipes`,
    answer:
      'commentaires, commentaire, motivation, motivations, disponibilites, disponibilite, message, autre, remarques, remarque, suggestions, autres',
    notes: 'notes internes, observations, notes, note interne',
    membership_status:
      'statut, statut d adhesion, statut du membre, statut de l adhesion, statut membre, etat de l adhesion, adhesion, statut adherent, statut de membre, statut de l adherent',
    level_of_membership: `type d adhesion, type de membre, categorie de membre, formule, formule d adhesion, categorie d adherent, type adhesion, type d adherent, niveau d adhesion`,
    is_public: `public, visible, consentement, profil public, publier, publication, visibilite, annuaire, consentement annuaire, figurer dans l annuaire, visible dans l annuaire, accord, autorisation annuaire, profil visible, accord annuaire, consentement a la publication, j accepte, autorisation de publication, autorisation`,
    opt_out: `masque, cache, prive, masquer, ne pas publier, ne pas afficher, ne pas figurer, profil prive, masquer mon profil, refus de publication, opposition, invisible, liste rouge, profil masque, ne pas diffuser, confidentiel, cacher mon profil, cacher`,
    level:
      'niveau, niveau de competence, niveau d experience, annees d experience, maitrise, niveau de maitrise, experience annees, niveau d expertise, niveau competence',
    present: 'actif, active, est actif, membre actif, adherent actif',
    departed: 'supprime, desactive, archive, parti, decede, inactif, radie, demissionnaire',
    time: `horodateur, date, heure, debut, fin, date d adhesion, date d inscription, date de creation, cree le, modifie le, date de soumission, heure de debut, heure de fin, membre depuis, date de debut, date de fin, derniere connexion, annee, date d entree, date de modification, date de sortie, derniere modification, date de lancement, adherent depuis, inscrit le, date de renouvellement, duree, date adhesion, date inscription, date de premiere adhesion`,
    technical:
      'adresse ip, source, photo, image, langue de depart, derniere page, fichier, mot de passe, type, piece jointe, langue initiale, tete de serie, portrait photo',
    payment:
      'cotisation, montant, paiement, paye, prix, facture, mode de paiement, moyen de paiement, commande, billet, don, numero de commande, tarif, reglement, quantite, rib, dons, mode de reglement, type de billet, cotisation payee, a jour de cotisation, cheque',
    contact: `telephone, telephone portable, portable, mobile, numero de telephone, tel, adresse, adresse postale, rue, code postal, cp, date de naissance, anniversaire, fax, telephone fixe, tel portable, telephone mobile, ne le, nee le, adresse complete, tel fixe, tel mobile, coordonnees, boite postale, telephone domicile, adresse personnelle, numero de portable, complement d adresse, npa`,
    personal: `sexe, genre, age, religion, nationalite, situation familiale, handicap, revenus, revenu, allergies, regime alimentaire, orientation sexuelle, sante, pronoms, lieu de naissance, annee de naissance, tranche d age, taille de t shirt, etat civil, salaire, ethnie, enfants, situation de handicap, statut marital, groupe sanguin, problemes de sante, origine ethnique, taille t shirt, opinions politiques`,
    other_consent: `rgpd, lettre d information, infolettre, droit a l image, conditions generales, cgu, cgv, politique de confidentialite, consentement rgpd, newsletter consentement, reglement interieur, autorisation photo, consentement newsletter, abonnement newsletter, droits image, autorisation droit image, abonne a la newsletter, mentions legales, autorisation parentale, charte`,
    other_person:
      'contact d urgence, personne a contacter, personne a prevenir, conjoint, responsable legal, responsable, parrain, representant legal, personne a contacter en cas d urgence, superviseur, conjointe, parraine par, tuteur',
  },
  phrases: {
    skills: `competence*, savoir faire, savez vous faire, sais tu faire, pouvez vous offrir, pouvez vous apporter, pouvez vous aider, pouvez vous enseigner, peux tu apporter, peux tu offrir, peux tu aider, peux tu enseigner, pouvez vous partager, peux tu partager, pourriez vous enseigner, pourrais tu enseigner, etes vous bon, es tu doue,
      points forts, domaines d expertise, expertise*, connaissances, pouvez vous proposer, pourriez vous partager, pourriez vous apporter, souhaitez vous partager, aimeriez vous partager, aimeriez vous enseigner, transmettre aux autres, proposez vous, vos talents, tes talents, maitrisez vous, maitrises tu, langages de programmation, pouvez vous transmettre`,
    interests: `centres d interet*, centre d interet, interets, loisirs, passions, passionne*, vous interesse, vous interessent, t interesse, t interessent, interesse* par, temps libre, aimez vous faire, aimes tu faire, sujets qui, themes qui, thematiques, prefere*, favori*, aimez vous, hobbies, thematiques qui`,
    looking_for: `de l aide, recherchez vous, cherchez vous, cherches tu, recherches tu, avez vous besoin, as tu besoin, besoin d aide, souhaitez vous apprendre, aimeriez vous apprendre, voulez vous apprendre, souhaites tu apprendre, aimerais tu apprendre, veux tu apprendre, attendez vous, attends tu, vous aider, t aider,
      esperez vous, esperes tu, souhaitez vous developper, souhaitez vous acquerir, souhaitez vous ameliorer, aimeriez vous developper, apprendre, besoin de, a la recherche, competences _ developper, competences _ acquerir, competences recherchees, souhaitez vous recevoir de l aide, vos besoins, tes besoins, aimeriez vous trouver`,
    level:
      'niveau de competence*, niveau en, annees d experience, niveau de maitrise, quel est votre niveau, niveau d expertise',
    role: 'votre fonction, votre poste, votre metier, ta profession, votre profession, poste actuel, votre role, ton metier, ton poste, fonction actuelle, intitule de votre poste, faites vous dans la vie, ton role',
    roles:
      'role souhaite*, quels roles, role prefere, fonction dans l association, quel role aimeriez, quel role souhaitez, roles _ souhait*',
    company:
      'nom de l entreprise, votre entreprise, votre employeur, nom de votre entreprise, travaillez vous pour, ou travaillez vous, nom de votre organisation, votre organisation, nom de votre employeur, ou travailles tu, votre structure',
    location:
      'ou habitez, ou habites, ou vivez, ou vis tu, quelle ville, ou etes vous, votre ville, ta ville, ou residez, lieu de residence, habitez vous, ou etes vous base*, ou es tu, dans quelle commune, d ou venez, vous situez',
    country: 'quel pays, votre pays, dans quelle region, pays de residence, ton pays',
    bio: 'presentez vous, presente toi, parlez nous de vous, parle nous de toi, qui etes vous, decrivez vous, quelques mots sur vous, votre parcours, propos de vous, plus sur vous, qui es tu, decris toi',
    all_traits:
      'langues _ parl*, quelles langues, quel service, quelle equipe, votre service, quel departement, votre formation, niveau d etudes, quelle universite, secteur d activite, dans quel secteur, quelle commission, votre equipe, quelle section',
    answer:
      'entendu parler, connu l association, autre chose, pourquoi, premiere fois, connu notre, connu nous',
    is_public: `dans l annuaire, autres membres, profil public, visible par, visible* dans, partager mon profil, figurer dans, figurer sur, publier mon, publier mes, publier vos, consentement _ annuaire, etre visible, rendre public*, etre repertorie*, partager vos, visible* aux, partager mes, etre liste*, affiche* dans, autres adherents`,
    opt_out: `ne pas _ annuaire, ne pas figurer, masquer votre, masquer mon, ne pas publier, ne pas _ visible*, rester anonyme, rester prive*, cacher, ne souhaite pas, ne pas apparaitre, ne pas partager, masquer, ne pas etre visible*, ne pas etre liste*, ne pas diffuser, m oppose, ne veux pas`,
    other_consent:
      'newsletter*, infolettre, rgpd, droit a l image, photos, photo*, conditions generales, politique de confidentialite, traitement de, traitement des, lettre d information, recevoir des, recevoir la, recevoir les, reglement interieur, donnees personnelles, recevoir nos, captation, etre contacte*, courriels d information, etre recontacte*',
    personal:
      'votre genre, quel genre, identite de genre, sexe, quel age, tranche d age, votre age, nationalite, religion, religieu*, handicap*, allergi*, regime alimentaire, alimentaire*, revenu*, situation familiale, sante, origine ethnique, orientation sexuelle, votre date de naissance, etat civil, vegetarien*, pronoms, medica*',
    contact:
      'telephone, adresse postale, code postal, date de naissance, numero de telephone, numero de portable',
    time: 'date de, date d, depuis quand, heure de',
    payment: 'mode de paiement, cotisation*, paiement, facture*, billet*, montant',
    other_person:
      'en cas d urgence, contact d urgence, personne a prevenir, nom du responsable, representant legal, nom du conjoint, nom des parents, nom de votre enfant',
    nickname: 'comment souhaitez vous etre appele*, prenom d usage, nom sur le badge',
    full_name:
      'nom et prenom, prenom et nom, nom complet, prenom et nom de famille, vous appelez vous, nom et prenoms, t appelles tu',
    email: 'adresse email, adresse mail, votre courriel, votre email, votre mail, adresse electronique',
    level_of_membership: 'type d adhesion, type de membre',
    membership_status: 'statut d adhesion, statut de votre adhesion',
    website: 'votre site, site web, site internet',
  },
  hints: {
    role: 'metier, poste, fonction, profession',
    company: 'entreprise, employeur, societe',
    location: 'ville, commune',
    country: 'pays',
    all_traits: 'universite, secteur, langues',
    full_name: 'nom',
    first_name: 'prenom',
    last_name: 'nom de famille',
    email: 'courriel',
    urls: 'site, lien',
  },
  fillers: `votre vos ton ta tes mon ma mes le la les l un une des du de d est sont quel quelle quels quelles est ce que qu veuillez indiquer indiquez saisir entrer merci et actuel actuelle principal principale
    membre adherent participant personnel personnelle a vous tu avez as n renseigner s il svp plait donnez preciser precisez etes en dans nous`,
  others: `urgence conjoint conjointe parent parents responsable superviseur partenaire enfant enfants mere pere tuteur acheteur parrain medecin accompagnant ami chef assistant assistante invite projet evenement epoux epouse prevenir legal payeur`,
  negations: 'ne pas non refuse oppose aucun',
  reasons: 'pourquoi comment quand',
};
