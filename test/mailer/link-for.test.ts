import { expect, it } from 'vitest'
import { eventNotifications } from '../../forms/kit/events/event-notifications.ts'
import { roundKinds } from '../../forms/kit/overleg/overleg-notifications.ts'
import type { MailedKind, MailedNotification } from '../../forms/kit/post/notifications.ts'
import { linkFor } from '../../functions/mailer/link-for.ts'
import { readLinkToken } from '../../functions/shared/links.ts'
import { kinds, sampleOf } from '../emails/samples.ts'
import { secrets } from './post-office.ts'

const { linkKeys } = secrets
const settings = { baseUrl: 'https://loket.example', linkKeys }

const invitation = /^https:\/\/loket\.example\/uitnodiging\/(.+)$/
const purposeOf = (kind: string) => (kind.startsWith('plan-') ? 'plan' : 'overleg')
const guest = (kind: string) => new RegExp(`^https://loket\\.example/${purposeOf(kind)}/(.+)$`)
const toParticipants = [...roundKinds, 'overleg-antwoord']
const attest = /^https:\/\/loket\.example\/uitnodiging\/(.+)\/attest$/
const aboutEvents = eventNotifications.map(({ shape }) => [
  shape.kind.value,
  shape.kind.value === 'activiteit-attest' ? attest : invitation,
])

const expected: Partial<Record<MailedKind, RegExp>> = {
  ...Object.fromEntries(aboutEvents),
  ontvangen: /^https:\/\/loket\.example\/status\/(.+)$/,
  ingetrokken: /^https:\/\/loket\.example\/status\/(.+)$/,
  stand: /^https:\/\/loket\.example\/status\/(.+)$/,
  navraag: /^https:\/\/loket\.example\/status\/(.+)$/,
  bericht: /^https:\/\/loket\.example\/status\/(.+)$/,
  gegevens: /^https:\/\/loket\.example\/status\/(.+)$/,
  'adres-bevestigen': /^https:\/\/loket\.example\/adres\/(.+)$/,
  taak: /^https:\/\/loket\.example\/werkruimte\/dossier\/LCO-7K3M-9QX2-4T$/,
  overgedragen: /^https:\/\/loket\.example\/werkruimte\/week$/,
  ongeopend: /^https:\/\/loket\.example\/werkruimte\/dossier\/LCO-7K3M-9QX2-4T$/,
  'niet-aangekomen': /^https:\/\/loket\.example\/werkruimte\/dossier\/LCO-7K3M-9QX2-4T$/,
  triage: /^https:\/\/loket\.example\/werkruimte\/dossier\/LCO-7K3M-9QX2-4T$/,
  'triage-ingetrokken': /^https:\/\/loket\.example\/werkruimte\/dossier\/LCO-7K3M-9QX2-4T$/,
  dagoverzicht: /^https:\/\/loket\.example\/werkruimte$/,
  agenda: /^https:\/\/loket\.example\/werkruimte\/agenda\/2021-05-25$/,
  'triage-overzicht': /^https:\/\/loket\.example\/werkruimte$/,
  organisator:
    /^https:\/\/loket\.example\/werkruimte\/activiteiten\/verkennend-overleg-gedeelde-zorg\/genodigden\?lijst=laat$/,
  gekoppeld: /^https:\/\/loket\.example\/werkruimte$/,
  'gekoppeld-uitnodiger': /^https:\/\/loket\.example\/werkruimte\/beheer\/mensen\/organisator$/,
  'postbus-bevestigen': /^https:\/\/loket\.example\/werkruimte\/postbus\/(.+)$/,
  'postbus-verandert': /^https:\/\/loket\.example\/werkruimte\/beheer\/netwerk$/,
  toegang: /^https:\/\/loket\.example\/werkruimte\/toegang\/(.+)$/,
  ...Object.fromEntries(toParticipants.map((kind) => [kind, guest(kind)])),
  'overleg-taak': /^https:\/\/loket\.example\/werkruimte\/dossier\/LCO-7K3M-9QX2-4T\/overleg$/,
  'plan-taak': /^https:\/\/loket\.example\/werkruimte\/dossier\/LCO-7K3M-9QX2-4T\/plan\/evaluatie$/,
  verder: /^https:\/\/loket\.example\/verder\/(.+)$/,
  verloopt: /^https:\/\/loket\.example\/verder\/(.+)$/,
}

it.each(kinds)('%s leidt naar de juiste bladzijde', (kind) => {
  const notification = sampleOf(kind)
  const [link, token] = expected[kind]?.exec(linkFor(notification, settings)) ?? []
  expect(link).toBeDefined()
  if (!token) return
  const [purpose, id] =
    'genodigde' in notification
      ? (['uitnodiging', 'genodigde1'] as const)
      : 'draft' in notification
        ? (['verder', 'concept1'] as const)
        : 'invitation' in notification
          ? (['toegang', 'uitnodiging1'] as const)
          : 'mailbox' in notification
            ? (['postbus', 'aalst_triage'] as const)
            : 'participant' in notification
              ? ([purposeOf(kind), 'LCO-7K3M-9QX2-4T_01_p1'] as const)
              : ([kind === 'adres-bevestigen' ? 'adres' : 'status', 'LCO-7K3M-9QX2-4T'] as const)
  const version = 'asked' in notification ? notification.asked : 1
  expect(readLinkToken(linkKeys, purpose, token)).toEqual({ id, version })
})

it.each(['kwijt', 'bel-niet', 'gewist'] as const)(
  'wie een dossier kwijt is (%s), gaat naar wat nog van hen is',
  (why) => {
    const notification = { ...sampleOf('taak'), why } as MailedNotification
    expect(linkFor(notification, settings)).toBe('https://loket.example/werkruimte/week')
  },
)

it.each([
  ['plan-taak', 'evaluatie_gemist', ''],
  ['taak', 'plan-wissen', '/plan'],
] as const)('%s (%s) leidt naar waar iemand verder kan', (kind, why, page) => {
  const notification = { ...sampleOf(kind), why } as MailedNotification
  expect(linkFor(notification, settings)).toBe(`https://loket.example/werkruimte/dossier/LCO-7K3M-9QX2-4T${page}`)
})

it.each([
  ['gesloten', ''],
  ['niet-aangekomen', '/genodigden?lijst=niet-aangekomen'],
  ['volzet', ''],
  ['morgen', '/aanwezigheid'],
] as const)('wie organiseert (%s), komt waar het te doen is', (why, rest) => {
  const notification = { ...sampleOf('organisator'), why } as MailedNotification
  expect(linkFor(notification, settings)).toBe(
    `https://loket.example/werkruimte/activiteiten/verkennend-overleg-gedeelde-zorg${rest}`,
  )
})
