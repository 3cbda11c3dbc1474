import { describe, expect, it } from '@jest/globals';
import { isBotStatus, statusOf } from './status.ts';

describe('statusOf', () => {
  it.each([
    [
      'active',
      'New|Current|Grace|Active|PendingRenewal|Pending - Renewal|PendingUpgrade|Aktiv|Mitglied|actif|activa|attivo',
    ],
    [
      'active',
      'lid|ativo|Primary Owner|Workspace Owner|Owner|Admin|Member|Multi-Channel Guest|past_due|Organizer',
    ],
    ['active', 'Active (renewed 2026)|current 2026|À jour|Em dia|Actief'],
    ['trial', 'trialing|Trial|Probezeit|Probemitglied|essai|Período de prueba|In prova|Proeflid'],
    ['paused', 'Pending|PendingNew|On hold|Suspended|ruhend|en pause|gepauzeerd|unpaid'],
    [
      'cancelled',
      'Deceased|gekündigt|Ausgetreten|Canceled|Cancelled|Deactivated|résilié|de baja|disdetto|opgezegd|inativo',
    ],
    ['expired', 'Lapsed|Expired|abgelaufen|expiré|vencida|scaduto|verlopen|incomplete_expired'],
  ])('reads as %s: %s', (status, words) => {
    for (const word of words.split('|')) {
      expect([word, statusOf(word)]).toEqual([word, status]);
    }
  });

  it.each([
    'subscribed',
    'unsubscribed',
    'cleaned',
    'Bot',
    'purple',
    'not active',
    '42',
    'Invited',
    'true',
    'no',
  ])('does not know %s', (word) => {
    expect(() => statusOf(word)).toThrow(
      `"${word}" is not a known status: write active, trial, paused, cancelled or expired`,
    );
  });

  it('reads nothing as nothing', () => {
    expect([statusOf(''), statusOf(null), statusOf('  ')]).toEqual([undefined, undefined, undefined]);
  });

  it('knows programs among members', () => {
    expect(['Bot', 'bot', 'App', 'Member', 'Bottle', null, true].map(isBotStatus)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });
});
