import type { SensitiveVocabulary } from './sensitive-vocabulary.ts';

/** Membership of a trade union. */
export const union: SensitiveVocabulary = {
  always: `
strikers turned/who/from, organisierte metaller, cheminots syndiqués, gewerkschaftssekretär*, tarifkommission, streikleitung, streikkasse, caisse de grève, caja de resistencia, cassa di resistenza, stakingskas, comité de grève, comité de huelga
members/member/reps/rep/branch/secretary of/in/for/with ?the ?my unison/unite/gmb/rmt/ucu/usdaw/pcs/nasuwt/neu/unia/verdi/fnv/cgt/cgil/ccoo/ugt/cisl/uil/cfdt/acv/abvv/ögb/dgb/gew/ngg/seiu/afscme/teamsters/iww, unison/unite/gmb members/member/reps/branch, organised/organized workers/labor/labour, organising/organizing ?the/@my/our workplace/warehouse/depot/factory, wildcat strike, went/walked out ?on strike, walked out together, fait/faire/font grève, lid van de fnv/cnv/bond/vakbond/acv/abvv, streik/streiks mit/gestreikt/organisiert, huelga general/en/de, sciopero generale/in, staking bij/in, strajkowa*
union member/members/membership/card/rep/reps/representative*/steward*/organiser*/organizer*/delegate*/dues/branch/official*/activist*/meeting*/man/woman/comrades/badge/drive, unionised, unionized, unionise/unionize/unionising/unionizing, unionist/unionists, member/members/activist of ver/verdi/ig, trade/trades/labor/labour/teachers/nurses/workers/rail/tenants/miners/dockers union/unions/unionist*/unionism, shop steward*, joined/join/member/members/active/organise/organize/card/in/through/paid/pay ?of/in/a/up/my ?to/the/a/my/our/their ?local/same union/wobblies/iww, picket line*, picket/picketing/picketed, on strike, went on strike, strike fund/committee, striking workers, strikes with, wobblies, iww, teamster*, seiu, afscme, unison member*/rep*, unite the union, gmb member*/rep, rmt, ucu, aslef, usdaw, tuc, afl cio, uaw, cwa union, ibew, works council member*/rep*/chair*, collective bargaining team/rep*
gewerkschafter*, gewerkschaftsmitglied*, gewerkschaftlich* organisiert*/aktiv*, in ?der/einer gewerkschaft ?organisiert/aktiv, mitglied* der/bei/von/in/im ?der/einer gewerkschaft/ver/verdi/igm/dgb/gew/eg/ngg/gdl/ig, ver di ?mitglied*, verdi mitglied*/vertrauens*/streik*, ig metall/bau/bce, igm mitglied*, gdl, dgb mitglied*, gew mitglied*, ngg mitglied*, unia mitglied*, ögb, vertrauensleute*, vertrauensmann/vertrauensfrau gewerkschaft*/im/bei, streikposten, im streik, warnstreik*, gestreikt, betriebsrat/betriebsrätin/betriebsräte/betriebsratsmitglied*/betriebsratsvorsitz*, personalrat mitglied*/im, gewerkschaft*
syndiqué*, syndicaliste*, délégué*/déléguée*/militant*/adhérent*/carte/élu* ?à/de/du/au ?la/un/le syndical*/syndicat*/cgt/cfdt/fo/sud/unsa/fsu/cftc, cgt, cfdt, cftc, membre* d/du/de ?un/la syndicat/cgt/cfdt, section syndicale, syndicat, syndicats, en grève, gréviste*, piquet de grève, comité d entreprise élu*, délégué* du personnel
sindicalista*, sindicat*, sindical*, afiliad* a/al/en ?la/un ugt/ccoo/cgt/cnt/sindicato, ccoo, ugt, comisiones obreras, delegad* sindical, enlace sindical, en huelga, huelguista*, piquete*, comité de empresa
sindacalista, sindacalisti, sindacat*, sindacal*, iscritt*/tesserat*/tessera/delegat* ?alla/alle/al/della/di/a cgil/cisl/uil/fiom/cobas/sindacato/sindacal*/usb, cgil, cisl, fiom, cobas, uil iscritt*, in sciopero, scioperant*, rsu delegat*, picchetto, picchetti
vakbond*, fnv, cnv vakbond*/lid, vakbondslid, lid van de ?fnv/cnv/bond/vakbond, kaderlid, ondernemingsraad lid/voorzitter, in staking, stakingsleider, stakers, acv lid, abvv
sindicalizad*, sindicaliz*, sindicat*, sindical*, filiad*/sóci*/delegad* ?ao/à/na/no/em/da/de cgtp/ugt/cut/sindicato/sindical, cgtp, em greve, grevista*, piquete*
związk* zawodow*, związkow*, członk* związku, należę/należy/należą do związku/związków/solidarności, opzz, strajk*, sendika*, greve, grevdeyiz, türk iş, disk üye*, kesk
verdi liste*/mitglied*/jugend/vertrauens*/streik*/fahne*, für verdi/ver kandidier*, kandidier* ..4 verdi/gewerkschaft*, ordförande för/i ?fack* fackklubb*/facket, facket, fackklubb*, fackförening*, fackligt aktiv*/engagerad*/förtroende*/ombud, skyddsombud*, strejk*, med/medlem/medlemmar/aktiv*/engagerad* i/för kommunal/unionen/metall/seko/handels/lo/if
w/z/do/od solidarności ?od, jestem/byłem/byłam/należę/działam ..2 solidarności, komisj* związkow*, komitet* strajkow*, grev yap*/çadır*/gözcü*/yaptı*, greve çık*, grevdey*
`,
  topics: `
`,
  labels: `
union, trade union, unions, labor union, labour union, unionist, iww, teamsters, unison, gmb, ver di, verdi, ig metall, dgb, gew, gewerkschaft, gewerkschaften, betriebsrat, syndicat, syndicalisme, syndiqué, fo, sindicato, sindicalismo, sindacato, sindacalismo, fnv, cnv, vakbond, sindicalista, związek zawodowy, solidarność, sendika
`,
  harmless: `
trade/trades/labour/labor union/unions archiv*/history/histor*/banner/banners/songs/museum/research*/law/lawyer*/seminar*, works council/councils law/lawyer*/from, gewerkschaftsarchiv*, gewerkschaftsgeschicht*
student union building, students union building, student union bar, european union law, union of sets, union type*, union jack, union square, union station, credit union*, set union, sql union, rugby union, union find, tagged union*, union all, western union, soviet union, african union, union catalogue, union workshop joint, pipe union*, european union, customs union, giuseppe verdi, verdi opera*/requiem/aria/arias/chorus, verdi choir, lightning strike*, bird strike*, strike/strikes a/the, bowling strike, strike price, gew gaw, trade union history/archive*/archives/banners museum, labour history, syndicat d initiative, syndicat de copropriété, syndic de copropriété, picket fence*, disk storage, disk drive, kvk, huelga vieja, strajk kobiet film
student* union, union rep of concord
greve in chianti
`,
};
