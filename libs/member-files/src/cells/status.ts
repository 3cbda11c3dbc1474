import { MembershipStatus } from '@warren/contracts';
import { InvalidValue, folded, shown, textValue } from './value.ts';

/** Statuses of membership, CRM, chat and payment systems, letters alone, in seven languages. */
const statuses: Record<MembershipStatus, string> = {
  active:
    'active alumni activemember activepatron activated current enabled ok member fullmember regular regularmember paid paying pastdue renewed ' +
    'live new newmember grace graceperiod pendingrenewal pendingupgrade pendinglevelchange ' +
    'approved confirmed valid verified goodstanding ingoodstanding lifetime lifetimemember life honorary ' +
    'complimentary registered joined primaryowner workspaceprimaryowner owner workspaceowner admin workspaceadmin ' +
    'orgowner orgadmin administrator moderator organizer organiser coorganizer coorganiser eventorganizer leader ' +
    'multichannelguest singlechannelguest guest fullmemberadmin ' +
    'aktiv aktives aktivesmitglied aktivmitglied freimitglied jungmitglied juniorenmitglied passiv passivesmitglied passivmitglied mitglied neu neumitglied ordentlichesmitglied vollmitglied ehrenmitglied bezahlt ' +
    'gultig bestatigt fordermitglied eingetreten actif active adherent adherente membre membreactif ajour nouveau ' +
    'nouvelle activo activa miembro socio socia nuevo nueva vigente aldia attivo attiva membro nuovo nuova inregola ' +
    'confermato actief lid nieuw betaald ativo ativa novo nova emdia associado',
  trial:
    'trial trialing trialling trialist trialperiod trialmember free freetrial probe probezeit probemitglied ' +
    'probemitgliedschaft schnuppermitglied essai periodedessai prueba periododeprueba prova inprova periododiprova ' +
    'aspirant proef proefperiode proeflid proeflidmaatschap periododeteste teste periodoexperimental',
  paused:
    'paused pending enattente pendiente inattesa pendente geschorst waitlist waitlisted pendingnew pendingapproval incomplete unpaid onhold hold suspended frozen onbreak dormant pausiert ruhend ruht ausgesetzt gesperrt enpause suspendu ' +
    'suspendue pausado pausada enpausa suspendido suspendida suspenso suspensa inpausa sospeso sospesa gepauzeerd ' +
    'opgeschort empausa',
  cancelled:
    'cancelled canceled nonmember disabled demissionnaire radie beeindigd nietactief cancelling canceling left former formerpatron declinedpatron formermember exmember quit inactive closed deleted removed ' +
    'terminated resigned deactivated archived rejected declined banned withdrawn deceased died dead ' +
    'gekundigt ausgetreten ehemalig ehemaliger ehemalige ehemaligesmitglied inaktiv verstorben ' +
    'geloscht deaktiviert storniert ausgeschlossen beendet annule annulee resilie resiliee parti partie ancien ancienne ' +
    'ancienmembre inactif decede decedee desactive desactivee supprime cancelado cancelada baja debaja inactivo inactiva ' +
    'fallecido fallecida exsocio antiguo eliminado desactivado annullato annullata disdetto cessato cessata dimesso ' +
    'inattivo inattiva deceduto deceduta exmembro disattivato opgezegd geannuleerd uitgeschreven inactief overleden ' +
    'oudlid gestopt inativo inativa falecido falecida desligado desativado',
  expired:
    'expired incompleteexpired nonrenewed notrenewed lapsed ended overdue abgelaufen expire expiree echu echue perime caducado caducada vencido vencida expirado ' +
    'expirada scaduto scaduta verlopen vervallen',
};

const known = new Map<string, MembershipStatus>(
  MembershipStatus.options.flatMap((status) =>
    statuses[status].split(' ').map((name) => [name, status] as const),
  ),
);

const bots = new Set('bot appbot workflowbot integration app serviceaccount'.split(' '));

function lettersOf(value: unknown): string {
  return folded(textValue(value))
    .replace(/\(.*?\)/g, '')
    .replace(/[^a-z]/g, '');
}

/** Reads a membership status in any spelling; undefined if empty. */
export function statusOf(value: unknown): MembershipStatus | undefined {
  if (textValue(value) === '') {
    return undefined;
  }
  const status = known.get(lettersOf(value));
  if (status === undefined) {
    throw new InvalidValue(
      `${shown(value)} is not a known status: write active, trial, paused, cancelled or expired`,
    );
  }
  return status;
}

/** Statuses that do not say whether somebody is a member. */
const unclear = new Set(['invited']);

/** Returns whether a text is a status, of a person or a program, whether or not it says who is a member. */
export function isStatus(text: string): boolean {
  const letters = lettersOf(text);
  return known.has(letters) || unclear.has(letters) || isBotStatus(text);
}

/** Returns whether a status says that the row is a program, not a person, as the member lists of chats do. */
export function isBotStatus(value: unknown): boolean {
  return typeof value === 'string' && bots.has(lettersOf(value));
}
