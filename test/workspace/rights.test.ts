/**
 * Who may open and do what in the werkruimte: every page and every action, as everybody. A route that is not in the
 * table fails the first test; so does a row without a route.
 */
import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { callBackService, services, vraagService } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { Move } from '../../forms/kit/lifecycle/lifecycle.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { routesOf } from '../support/app.ts'
import { invite, putEvent } from '../support/events.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { moves } from '../support/moves.ts'
import { place } from '../support/place-dossiers.ts'
import { createVisitor, type Fields, type Visitor } from '../support/visitor.ts'
import { refOf, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** The same words as in the table's columns. `eigen` and `andermans`: a casemanager, and whose dossier it is. */
const people = {
  coordinator: 'Coördinator Aalst',
  eigen: 'Casemanager Aalst',
  andermans: 'Casemanager Aalst',
  bemiddelaar: 'Bemiddelaar OTA',
  organisator: 'Organisator',
  'ander netwerk': 'Coördinator OTA',
} as const
type Somebody = keyof typeof people
type Anybody = Somebody | 'buitenstaander' | 'even weg' | 'niemand'

/** `ja`: the row's own answer. 403: another role. 404: not theirs, and not even whether it exists. */
type Answer = 'ja' | 403 | 404
type Policy = Record<Somebody, Answer>

const [ja, rol, weg] = ['ja', 403, 404] as const
const policies = {
  //                  coordinator      eigen       andermans       bemiddelaar       organisator        other network
  iedereen: { coordinator: ja, eigen: ja, andermans: ja, bemiddelaar: ja, organisator: ja, 'ander netwerk': ja },
  lijsten: { coordinator: ja, eigen: ja, andermans: ja, bemiddelaar: ja, organisator: rol, 'ander netwerk': ja },
  dossier: { coordinator: ja, eigen: ja, andermans: weg, bemiddelaar: weg, organisator: rol, 'ander netwerk': weg },
  netwerk: { coordinator: ja, eigen: rol, andermans: rol, bemiddelaar: rol, organisator: rol, 'ander netwerk': weg },
  coordinatie: { coordinator: ja, eigen: rol, andermans: rol, bemiddelaar: rol, organisator: rol, 'ander netwerk': ja },
  // Of whom an address leads to; here to nobody.
  aanTafel: { coordinator: weg, eigen: rol, andermans: rol, bemiddelaar: rol, organisator: rol, 'ander netwerk': weg },
  // Only a network whose team meets has an agenda; only who answers the phone sees who waits for a call.
  agenda: { coordinator: weg, eigen: rol, andermans: rol, bemiddelaar: ja, organisator: rol, 'ander netwerk': ja },
  // What it decides, a coordinator writes down.
  beslissen: { coordinator: weg, eigen: rol, andermans: rol, bemiddelaar: rol, organisator: rol, 'ander netwerk': ja },
  // Days of a team, where one meets.
  team: { coordinator: weg, eigen: rol, andermans: rol, bemiddelaar: rol, organisator: rol, 'ander netwerk': ja },
  telefoon: { coordinator: ja, eigen: rol, andermans: rol, bemiddelaar: ja, organisator: rol, 'ander netwerk': ja },
  // Only where a form is there to log it in.
  bellen: { coordinator: weg, eigen: rol, andermans: rol, bemiddelaar: ja, organisator: rol, 'ander netwerk': ja },
  gebeld: { coordinator: ja, eigen: rol, andermans: rol, bemiddelaar: weg, organisator: rol, 'ander netwerk': weg },
  activiteiten: { coordinator: ja, eigen: rol, andermans: rol, bemiddelaar: rol, organisator: ja, 'ander netwerk': ja },
  activiteit: { coordinator: ja, eigen: rol, andermans: rol, bemiddelaar: rol, organisator: ja, 'ander netwerk': weg },
} as const satisfies Record<string, Policy>

interface Row {
  policy: keyof typeof policies
  /** Status of a `ja`. */
  status: number
  /** What a browser would post; `:reference` stands for the dossier at hand. */
  fields?: Fields
}

const row = (policy: Row['policy'], status: number, fields?: Fields): Row => ({
  policy,
  status,
  ...(fields ? { fields } : {}),
})
const of = '/werkruimte/dossier/:reference'
const ofTask = `${of}/taak/:task{\\d{2}}`
const task = { taak: 'Kanarie', tegen: '2026-11-30', wie: 'casemanager-aalst' }
const mensen = '/werkruimte/beheer/mensen'
const member = `${mensen}/:person`
const network = '/werkruimte/beheer/netwerk'
const changes = '/werkruimte/beheer/wijzigingen'
const kept = '/werkruimte/gegevens/dossier/:reference'
const seat = '/werkruimte/gegevens/tafel/:seat'
const applicant = '/werkruimte/gegevens/persoon/:applicant{[A-Za-z0-9_-]{43}}'
const agenda = '/werkruimte/agenda/:date{\\d{4}-\\d{2}-\\d{2}}'
const offers = '/werkruimte/beheer/aanbod'
/** Of Aalst only. */
const offer = `${offers}/:key`
const criteria = '/werkruimte/beheer/criteria'
const closed = '/werkruimte/beheer/sluitingsdagen'
const closing = `${closed}/:from{\\d{4}-\\d{2}-\\d{2}}`
const meetings = '/werkruimte/beheer/teamoverleg'
const meeting = `${meetings}/:date{\\d{4}-\\d{2}-\\d{2}}`
const figures = '/werkruimte/cijfers'
const year = `${figures}/:year{\\d{4}}`
const signaal = `${year}/signaal`
const casussen = `${figures}/casussen`
const reading = `${figures}/nalezen/:of{(?:\\d{4}|casus)}`
/** Of a signaal or a casus. */
const written = ':id{[\\w-]{22}}'
const events = '/werkruimte/activiteiten'
const event = `${events}/:slug`
const invited = `${event}/genodigden/:id`
const once = 'A'.repeat(22)

const table: Readonly<Record<string, Row>> = {
  'GET /werkruimte/aangemeld': row('iedereen', 200),
  'GET /werkruimte': row('iedereen', 200),
  'GET /werkruimte/week': row('lijsten', 200),
  'GET /werkruimte/zoek': row('lijsten', 303),
  // Nothing is found: whose dossiers somebody finds is in test/workspace/search.test.ts.
  'POST /werkruimte/zoek': row('lijsten', 404, { zoek: 'Kanarie' }),
  'GET /werkruimte/lijst': row('lijsten', 200),
  'GET /werkruimte/lijst.csv': row('lijsten', 200),
  'GET /werkruimte/toewijzen': row('coordinatie', 303),
  // Nothing is ticked: whose dossiers go is in test/workspace/queue-assign.test.ts.
  'POST /werkruimte/toewijzen': row('coordinatie', 422, { persoon: 'Kanarie' }),
  'GET /werkruimte/post': row('coordinatie', 200),
  'POST /werkruimte/post/opnieuw': row('netwerk', 303, { subject: ':reference', mailId: 'mail' }),
  'POST /werkruimte/post/opgelost': row('netwerk', 303, { subject: ':reference', mailId: 'mail' }),

  'GET /werkruimte/agenda': row('agenda', 200),
  [`GET ${agenda}`]: row('agenda', 200),
  [`GET ${agenda}/beslist`]: row('agenda', 200),
  [`POST ${agenda}`]: row('beslissen', 303),
  'GET /werkruimte/beheer': row('coordinatie', 200),
  [`GET ${offers}`]: row('coordinatie', 200),
  [`GET ${offers}.csv`]: row('coordinatie', 200),
  [`GET ${offers}/nieuw`]: row('coordinatie', 200),
  [`POST ${offers}/nieuw`]: row('coordinatie', 422, { naam: 'Kanarie' }),
  [`GET ${offers}/importeren`]: row('coordinatie', 200),
  [`POST ${offers}/importeren`]: row('coordinatie', 422, { csv: 'Kanarie' }),
  [`GET ${offer}`]: row('netwerk', 200),
  [`POST ${offer}`]: row('netwerk', 422, { naam: '', wat: 'Kanarie' }),
  // From a page of long ago: somebody filled the network in since.
  [`POST ${offer}/nagekeken`]: row('netwerk', 409),
  [`GET ${offer}/weg`]: row('netwerk', 200),
  [`POST ${offer}/weg`]: row('netwerk', 409),
  [`POST ${offer}/terug`]: row('netwerk', 409),
  [`GET ${network}`]: row('coordinatie', 200),
  [`POST ${network}`]: row('coordinatie', 422, { triage: 'Kanarie' }),
  [`POST ${network}/:form/open`]: row('netwerk', 404),
  [`GET ${changes}`]: row('coordinatie', 200),
  // The one the network began with: all of it was given.
  [`GET ${changes}/:revision{\\d{1,9}}`]: row('coordinatie', 200),
  [`POST ${changes}/:revision{\\d{1,9}}`]: row('coordinatie', 409),
  // To the first form that judges.
  [`GET ${criteria}`]: row('coordinatie', 303),
  [`GET ${criteria}/:form`]: row('netwerk', 200),
  [`POST ${criteria}/:form`]: row('netwerk', 422, {}),
  [`GET ${closed}`]: row('coordinatie', 200),
  [`POST ${closed}`]: row('coordinatie', 422, { van: '1/1/2020', waarom: 'Kanarie' }),
  // Nobody closed anything: test/workspace/closing-days.test.ts.
  [`GET ${closing}`]: row('coordinatie', 404),
  [`POST ${closing}`]: row('coordinatie', 404, { van: '24/12/2026', waarom: 'Kanarie' }),
  [`GET ${closing}/weg`]: row('coordinatie', 404),
  [`POST ${closing}/weg`]: row('coordinatie', 404),
  [`GET ${meetings}`]: row('team', 200),
  [`POST ${meetings}`]: row('team', 422, { datum: '1/1/2020' }),
  [`GET ${meeting}`]: row('team', 200),
  [`POST ${meeting}`]: row('team', 422, { in_de_plaats: '1/1/2020' }),
  [`POST ${meeting}/terug`]: row('team', 303),
  [`GET ${figures}`]: row('lijsten', 200),
  // Nothing is frozen or written here: what these show is in test/workspace/signals.test.ts.
  [`GET ${year}`]: row('lijsten', 404),
  [`GET ${figures}/:file{\\d{4}\\.csv}`]: row('lijsten', 404),
  [`POST ${year}/openbaar`]: row('coordinatie', 303, { actie: 'openbaar', revision: '1' }),
  [`GET ${signaal}`]: row('coordinatie', 200),
  [`POST ${signaal}`]: row('coordinatie', 422, { titel: 'Kanarie' }),
  [`GET ${signaal}/${written}`]: row('coordinatie', 404),
  [`POST ${signaal}/${written}`]: row('coordinatie', 404),
  [`POST ${signaal}/${written}/weg`]: row('coordinatie', 404),
  [`GET ${casussen}`]: row('lijsten', 200),
  [`GET ${casussen}/${written}`]: row('lijsten', 404),
  [`GET ${casussen}/${written}/wijzigen`]: row('coordinatie', 404),
  [`POST ${casussen}/${written}/wijzigen`]: row('coordinatie', 404),
  [`POST ${casussen}/${written}/weg`]: row('coordinatie', 404),
  [`GET ${reading}/${written}`]: row('lijsten', 404),
  [`POST ${reading}/${written}`]: row('lijsten', 404, { actie: 'goed' }),
  [`GET ${of}/casus`]: row('netwerk', 200),
  [`POST ${of}/casus`]: row('netwerk', 422, { titel: 'Kanarie' }),
  'GET /werkruimte/telefoon': row('telefoon', 200),
  'GET /werkruimte/telefoon/nieuw': row('bellen', 200),
  'POST /werkruimte/telefoon/nieuw': row('bellen', 303, {
    ...{ telefoon: '0478123456', klaar: 'terugbellen', vraag: 'Kanarie', eenmalig: once },
  }),
  'POST /werkruimte/telefoon/:reference': row('gebeld', 303, { revision: '1', actie: 'informatie' }),

  [`GET ${of}`]: row('dossier', 200),
  [`GET ${of}/afdruk`]: row('dossier', 200),
  [`GET ${of}/contact`]: row('lijsten', 303),
  [`GET ${of}/ongedaan`]: row('lijsten', 303),
  // Nothing was done yet: what can be taken back is in test/workspace/undo.test.ts.
  [`POST ${of}/ongedaan`]: row('dossier', 409, { revision: '1' }),
  [`GET ${of}/meteen`]: row('lijsten', 303),
  [`POST ${of}/meteen`]: row('dossier', 303, { revision: '1' }),
  [`POST ${of}/contact`]: row('dossier', 303, { contact: 'gebeld', eenmalig: once }),
  [`GET ${of}/notitie`]: row('dossier', 200),
  [`POST ${of}/notitie`]: row('dossier', 303, { notitie: 'Kanarie', eenmalig: once }),
  [`GET ${of}/notitie/:line/verbeter`]: row('dossier', 200),
  [`POST ${of}/notitie/:line/verbeter`]: row('dossier', 303, { notitie: 'Kanarie', versie: '0' }),
  [`GET ${of}/contact/:line/terug`]: row('lijsten', 303),
  [`POST ${of}/contact/:line/terug`]: row('dossier', 303),
  [`GET ${of}/mail/:mail/opnieuw`]: row('lijsten', 303),
  [`POST ${of}/mail/:mail/opnieuw`]: row('dossier', 303),
  [`GET ${of}/adres`]: row('dossier', 200),
  [`POST ${of}/adres`]: row('dossier', 303, { email: 'kanarie@caw.example', revision: '1' }),
  [`GET ${of}/bereikt`]: row('lijsten', 303),
  [`POST ${of}/bereikt`]: row('dossier', 303, { wie: 'aanvrager' }),
  [`GET ${of}/bericht/:key`]: row('dossier', 409),
  [`POST ${of}/bericht/:key`]: row('dossier', 409, { revision: '1' }),
  [`GET ${of}/taak`]: row('dossier', 200),
  [`POST ${of}/taak`]: row('dossier', 303, { ...task, eenmalig: once }),
  [`GET ${ofTask}`]: row('dossier', 200),
  [`POST ${ofTask}`]: row('dossier', 303, { ...task, versie: '0' }),
  [`GET ${ofTask}/klaar`]: row('lijsten', 303),
  [`POST ${ofTask}/klaar`]: row('dossier', 303, { versie: '0' }),
  [`GET ${ofTask}/toch-niet`]: row('lijsten', 303),
  [`POST ${ofTask}/toch-niet`]: row('dossier', 303, { versie: '0' }),
  [`POST ${of}/ander-gezin`]: row('netwerk', 404, { referentie: 'Kanarie' }),
  [`GET ${of}/verwant`]: row('dossier', 200),
  [`POST ${of}/verwant`]: row('dossier', 422, { referentie: 'Kanarie', revision: '1' }),
  [`GET ${of}/verplaatsen`]: row('netwerk', 200),
  [`POST ${of}/verplaatsen`]: row('netwerk', 303, { naar: 'ota/aanmelding', toelichting: 'Kanarie', revision: '1' }),
  [`GET ${of}/overleg/tafel`]: row('dossier', 200),
  // Without a day on which the client was asked.
  [`POST ${of}/overleg/tafel`]: row('dossier', 422, { 'deelnemers[0].dienst': 'Kanarie', revision: '0' }),
  [`GET ${of}/overleg/brief`]: row('dossier', 200),
  // Nobody at this table gets one.
  [`POST ${of}/overleg/brief`]: row('dossier', 409, {
    bezorgd_op: '24/11/2026',
    bezorgd_hoe: 'gegeven',
    revision: '0',
  }),
  [`GET ${of}/overleg/agenda`]: row('dossier', 200),
  [`GET ${of}/overleg`]: row('dossier', 200),
  // There is no table yet: what each of these needs is what test/overleg/ is about.
  [`POST ${of}/overleg`]: row('dossier', 422, { actie: 'stel_voor', revision: '0' }),
  [`GET ${of}/overleg/momenten`]: row('dossier', 200),
  [`POST ${of}/overleg/momenten`]: row('dossier', 422, { 'momenten[0].datum': '1/3/2027', revision: '0' }),
  [`GET ${of}/overleg/praktisch`]: row('dossier', 303),
  [`POST ${of}/overleg/praktisch`]: row('dossier', 422, { plaats: 'Kanarie', revision: '0' }),
  [`GET ${of}/overleg/verzetten`]: row('dossier', 303),
  [`POST ${of}/overleg/verzetten`]: row('dossier', 409, { datum: '1/3/2027', revision: '0' }),
  [`GET ${of}/overleg/afgelasten`]: row('dossier', 303),
  [`POST ${of}/overleg/afgelasten`]: row('dossier', 409, { reden: 'Kanarie', revision: '0' }),
  [`GET ${of}/overleg/verslag`]: row('dossier', 303),
  [`POST ${of}/overleg/verslag`]: row('dossier', 409, { besluiten: 'Kanarie', revision: '0' }),
  // Nor was it held: what a plan needs is what test/plan/ is about.
  [`GET ${of}/plan`]: row('dossier', 200),
  [`POST ${of}/plan`]: row('dossier', 409, { 'doelen[0].doel': 'Kanarie', revision: '0' }),
  [`GET ${of}/plan/akkoord`]: row('dossier', 303),
  [`POST ${of}/plan/akkoord`]: row('dossier', 409, { besproken_op: '24/11/2026', revision: '0' }),
  [`GET ${of}/plan/client`]: row('dossier', 404),
  [`GET ${of}/plan/heel`]: row('dossier', 200),
  [`GET ${of}/plan/bestand`]: row('dossier', 404),
  [`GET ${of}/plan/evaluatie`]: row('dossier', 303),
  [`POST ${of}/plan/evaluatie`]: row('dossier', 409, { gelukt: 'Kanarie', revision: '0' }),
  [`GET ${of}/:action`]: row('dossier', 200),
  [`POST ${of}/:action`]: row('dossier', 303, { toelichting: 'Kanarie', revision: '1', bij: '' }),

  'GET /werkruimte/beheer/mensen': row('coordinatie', 200),
  'GET /werkruimte/mensen': row('coordinatie', 308),
  'GET /werkruimte/mensen/*': row('coordinatie', 308),
  [`GET ${mensen}/nieuw`]: row('coordinatie', 200),
  [`POST ${mensen}/nieuw`]: row('coordinatie', 422, { naam: 'Kanarie' }),
  [`GET ${member}`]: row('netwerk', 200),
  [`GET ${member}/wijzigen`]: row('netwerk', 200),
  [`POST ${member}/wijzigen`]: row('netwerk', 422, { naam: 'Kanarie' }),
  [`GET ${member}/weg`]: row('netwerk', 200),
  // Whoever has dossiers stays: who leaves is in test/workspace/people-change.test.ts.
  [`POST ${member}/weg`]: row('netwerk', 409),
  [`POST ${member}/uitnodigen`]: row('netwerk', 303),
  [`GET ${member}/uitnodiging/:invitation`]: row('netwerk', 410),
  [`GET ${member}/ontkoppelen`]: row('netwerk', 200),
  [`POST ${member}/ontkoppelen`]: row('netwerk', 303),
  [`POST ${member}/afwezig`]: row('netwerk', 303, { van: '24/11/2026', tot: '25/11/2026' }),
  [`POST ${member}/aanwezig`]: row('netwerk', 303),
  [`POST ${member}/overdragen`]: row('netwerk', 422, { toelichting: 'Kanarie' }),
  'GET /werkruimte/ik': row('iedereen', 200),
  'GET /werkruimte/ik/overzicht': row('lijsten', 303),
  'POST /werkruimte/ik/overzicht': row('lijsten', 303, { overzicht: 'ja' }),
  'POST /werkruimte/ik/afwezig': row('iedereen', 303, { van: '24/11/2026', tot: '25/11/2026' }),
  'POST /werkruimte/ik/aanwezig': row('iedereen', 303),

  'GET /werkruimte/ik/kalender': row('lijsten', 303),
  'POST /werkruimte/ik/kalender': row('lijsten', 303, { actie: 'stop' }),

  'GET /werkruimte/gegevens': row('coordinatie', 200),
  'POST /werkruimte/gegevens': row('coordinatie', 303, { zoek: 'kanarie@caw.example' }),
  [`GET ${kept}`]: row('netwerk', 200),
  [`GET ${kept}/export`]: row('netwerk', 200),
  [`POST ${kept}/export`]: row('netwerk', 200),
  [`GET ${kept}/wissen`]: row('netwerk', 200),
  [`POST ${kept}/wissen`]: row('netwerk', 303),
  // Another network finds nothing there: test/workspace/personal-data.test.ts.
  // Nobody sits there: what it shows of who does is in test/overleg/personal-data.test.ts.
  [`GET ${seat}`]: row('aanTafel', 404),
  [`POST ${seat}/export`]: row('aanTafel', 404),
  [`GET ${seat}/wissen`]: row('aanTafel', 404),
  [`POST ${seat}/wissen`]: row('aanTafel', 404),
  [`GET ${applicant}`]: row('coordinatie', 200),
  [`POST ${applicant}/export`]: row('coordinatie', 200),
  [`GET ${applicant}/wissen`]: row('coordinatie', 303),
  [`GET ${events}`]: row('activiteiten', 200),
  [`GET ${events}/nieuw`]: row('activiteiten', 200),
  [`POST ${events}/nieuw`]: row('activiteiten', 422),
  [`GET ${event}`]: row('activiteit', 200),
  // The event is over by this clock: nothing is changed, and the page says why.
  [`GET ${event}/wijzigen`]: row('activiteit', 409),
  [`POST ${event}/wijzigen`]: row('activiteit', 409),
  [`GET ${event}/kopie`]: row('activiteit', 200),
  [`GET ${event}/link`]: row('activiteit', 409),
  [`POST ${event}/link`]: row('activiteit', 409),
  [`GET ${event}/annuleren`]: row('activiteit', 409),
  [`POST ${event}/annuleren`]: row('activiteit', 409),
  [`POST ${event}/bijwerken`]: row('activiteit', 303),
  [`POST ${event}/doorschuiven`]: row('activiteit', 409),
  [`GET ${event}/genodigden`]: row('activiteit', 200),
  [`POST ${event}/genodigden/zoek`]: row('activiteit', 200, { zoek: 'Kanarie' }),
  [`GET ${invited}`]: row('activiteit', 200),
  [`POST ${invited}/gegevens`]: row('activiteit', 409, { email: 'kanarie@caw.example' }),
  [`POST ${invited}/opnieuw`]: row('activiteit', 303),
  [`GET ${invited}/vrijgeven`]: row('activiteit', 200),
  [`POST ${invited}/vrijgeven`]: row('activiteit', 303),
  [`GET ${invited}/weghalen`]: row('activiteit', 200),
  [`POST ${invited}/weghalen`]: row('activiteit', 303),
  [`POST ${event}/genodigden/toelaten`]: row('activiteit', 409),
  [`GET ${event}/nieuws`]: row('activiteit', 200),
  [`POST ${event}/nieuws`]: row('activiteit', 409, { tekst: 'Kanarie' }),
  [`GET ${event}/volgende`]: row('activiteit', 200),
  [`POST ${event}/volgende`]: row('activiteit', 422),
  [`GET ${event}/uitnodigen`]: row('activiteit', 409),
  [`POST ${event}/uitnodigen/test`]: row('activiteit', 409),
  [`GET ${event}/aanwezigheid`]: row('activiteit', 200),
  // The names of this one are gone already: only its numbers stand there.
  [`POST ${event}/aanwezigheid`]: row('activiteit', 409),
  [`GET ${event}/aanwezigheid/lijst`]: row('activiteit', 200),
  [`GET ${event}/aanwezigheid/attesten`]: row('activiteit', 200),
  [`POST ${event}/aanwezigheid/attesten`]: row('activiteit', 303),
  [`GET ${event}/aanwezigheid/nakijken`]: row('activiteit', 200),
  [`POST ${event}/aanwezigheid/nakijken`]: row('activiteit', 422),
  [`GET ${event}/importeren`]: row('activiteit', 200),
  [`POST ${event}/importeren`]: row('activiteit', 422),
  [`POST ${event}/uitnodigen`]: row('activiteit', 409),
  [`GET ${event}/namens`]: row('activiteit', 409),
  [`POST ${event}/namens`]: row('activiteit', 422),
  [`POST ${event}/genodigden/:id/:besluit{aanvaarden|weigeren}`]: row('activiteit', 303),
  [`POST ${event}/export`]: row('activiteit', 200),
  [`GET ${event}/bericht`]: row('activiteit', 200),
  [`POST ${event}/bericht/:soort/:wat{test|versturen}`]: row('activiteit', 409),

  [`POST ${applicant}/wissen`]: row('coordinatie', 303, { wat: 'LCO-7K3M-9QX2-4T' }),
}

/** What a page leaves behind of who looked; a page that shows nothing of anybody says why. */
const leaves: Readonly<Record<string, Line | `niets: ${string}`>> = {
  'GET /werkruimte/aangemeld': 'niets: de weg terug na het aanmelden',
  'GET /werkruimte': 'LIJST aanvragen',
  'GET /werkruimte/week': 'LIJST week',
  'GET /werkruimte/zoek': 'niets: de weg naar de lijst',
  'GET /werkruimte/lijst': 'LIJST aanvragen_papier',
  'GET /werkruimte/lijst.csv': 'LIJST aanvragen_bestand',
  'GET /werkruimte/toewijzen': 'niets: de weg naar de lijst',
  'GET /werkruimte/post': 'LIJST post',
  'GET /werkruimte/agenda': 'LIJST agenda',
  [`GET ${agenda}`]: 'LIJST agenda',
  [`GET ${agenda}/beslist`]: 'niets: alleen referenties',
  'GET /werkruimte/beheer': 'niets: alleen links',
  [`GET ${offers}`]: 'niets: aanbod en geen mensen',
  [`GET ${offers}.csv`]: 'niets: aanbod en geen mensen',
  [`GET ${offers}/nieuw`]: 'niets: een leeg formulier',
  [`GET ${offers}/importeren`]: 'niets: een leeg formulier',
  [`GET ${offer}`]: 'niets: aanbod, en welke coördinator het veranderde',
  [`GET ${offer}/weg`]: 'niets: aanbod en geen mensen',
  [`GET ${criteria}`]: 'niets: alleen criteria',
  [`GET ${criteria}/:form`]: 'niets: alleen criteria',
  [`GET ${closed}`]: 'niets: alleen dagen',
  [`GET ${closing}`]: 'niets: alleen dagen',
  [`GET ${closing}/weg`]: 'niets: alleen dagen',
  [`GET ${meetings}`]: 'niets: alleen dagen',
  [`GET ${meeting}`]: 'niets: alleen dagen',
  [`GET ${figures}`]: 'niets: alleen aantallen',
  [`GET ${year}`]: 'niets: alleen aantallen',
  [`GET ${figures}/:file{\\d{4}\\.csv}`]: 'niets: alleen aantallen',
  [`GET ${signaal}`]: 'niets: een leeg formulier',
  [`GET ${signaal}/${written}`]: 'niets: wat een collega schreef, over niemand',
  [`GET ${casussen}`]: 'niets: wat een collega schreef, over niemand',
  [`GET ${casussen}/${written}`]: 'niets: wat een collega schreef, over niemand',
  [`GET ${casussen}/${written}/wijzigen`]: 'niets: wat een collega schreef, over niemand',
  [`GET ${reading}/${written}`]: 'niets: wat een collega schreef, over niemand',
  [`GET ${of}/casus`]: 'niets: een leeg formulier',
  'GET /werkruimte/telefoon': 'LIJST telefoon',
  'GET /werkruimte/telefoon/nieuw': 'niets: een leeg formulier',
  [`GET ${of}`]: 'RAADPLEGING',
  [`GET ${of}/afdruk`]: 'RAADPLEGING',
  [`GET ${of}/ongedaan`]: 'niets: de weg naar het dossier',
  [`GET ${of}/meteen`]: 'niets: de weg naar het dossier',
  [`GET ${of}/contact`]: 'niets: de weg naar het dossier',
  [`GET ${of}/notitie`]: 'niets: een leeg formulier',
  [`GET ${of}/notitie/:line/verbeter`]: 'RAADPLEGING',
  [`GET ${of}/contact/:line/terug`]: 'niets: de weg naar het dossier',
  [`GET ${of}/mail/:mail/opnieuw`]: 'niets: de weg naar het dossier',
  [`GET ${of}/adres`]: 'RAADPLEGING',
  [`GET ${of}/bereikt`]: 'niets: de weg naar het dossier',
  [`GET ${of}/bericht/:key`]: 'niets: een leeg formulier',
  [`GET ${of}/taak`]: 'niets: een leeg formulier',
  [`GET ${ofTask}`]: 'RAADPLEGING',
  [`GET ${ofTask}/klaar`]: 'niets: de weg naar het dossier',
  [`GET ${ofTask}/toch-niet`]: 'niets: de weg naar het dossier',
  [`GET ${of}/verwant`]: 'niets: een leeg formulier',
  [`GET ${of}/verplaatsen`]: 'niets: een leeg formulier',
  [`GET ${of}/overleg/tafel`]: 'RAADPLEGING',
  [`GET ${of}/overleg/brief`]: 'RAADPLEGING',
  [`GET ${of}/overleg/agenda`]: 'RAADPLEGING',
  ...Object.fromEntries(
    ['', '/momenten', '/praktisch', '/verzetten', '/afgelasten', '/verslag'].map((page) => [
      `GET ${of}/overleg${page}`,
      'RAADPLEGING' as const,
    ]),
  ),
  ...Object.fromEntries(
    ['', '/akkoord', '/evaluatie', '/heel'].map((page) => [`GET ${of}/plan${page}`, 'RAADPLEGING' as const]),
  ),
  // Where there is one: test/plan/views.test.ts.
  [`GET ${of}/plan/client`]: 'niets: er is geen plan',
  [`GET ${of}/plan/bestand`]: 'niets: er is geen plan',
  [`GET ${of}/:action`]: 'niets: een leeg formulier',
  'GET /werkruimte/beheer/mensen': 'LIJST mensen',
  [`GET ${member}`]: 'LIJST mensen',
  'GET /werkruimte/mensen': 'niets: de weg naar waar het nu staat',
  'GET /werkruimte/mensen/*': 'niets: de weg naar waar het nu staat',
  [`GET ${mensen}/nieuw`]: 'niets: een leeg formulier',
  [`GET ${member}/wijzigen`]: 'LIJST mensen',
  [`GET ${member}/weg`]: 'niets: alleen een naam uit de inhoud van het netwerk',
  [`GET ${network}`]: 'niets: postbussen en geen mensen',
  [`GET ${changes}`]: 'LIJST mensen',
  [`GET ${changes}/:revision{\\d{1,9}}`]: 'LIJST mensen',
  // Of an invitation that is over; of one that works: test/workspace/trail.test.ts.
  [`GET ${member}/uitnodiging/:invitation`]: 'niets: alleen een naam uit de inhoud van het netwerk',
  [`GET ${member}/ontkoppelen`]: 'niets: alleen een naam uit de inhoud van het netwerk',
  'GET /werkruimte/ik': 'niets: alleen over wie zelf kijkt',
  'GET /werkruimte/ik/overzicht': 'niets: de weg naar de eigen bladzijde',
  'GET /werkruimte/ik/kalender': 'niets: de weg naar de eigen bladzijde',
  'GET /werkruimte/gegevens': 'niets: een leeg formulier',
  [`GET ${kept}`]: 'GEGEVENS getoond',
  [`GET ${kept}/export`]: 'GEGEVENS getoond',
  [`GET ${kept}/wissen`]: 'niets: alleen een referentie',
  [`GET ${seat}`]: 'niets: niemand zit er',
  [`GET ${seat}/wissen`]: 'niets: niemand zit er',
  [`GET ${applicant}`]: 'GEGEVENS gezocht',
  [`GET ${applicant}/wissen`]: 'GEGEVENS gezocht',
  [`GET ${events}`]: 'niets: activiteiten en geen mensen',
  [`GET ${events}/nieuw`]: 'niets: een leeg formulier',
  [`GET ${event}`]: 'niets: aantallen en geen mensen',
  [`GET ${event}/wijzigen`]: 'niets: een activiteit en geen mensen',
  [`GET ${event}/kopie`]: 'niets: een activiteit en geen mensen',
  [`GET ${event}/link`]: 'niets: een activiteit en geen mensen',
  [`GET ${event}/annuleren`]: 'niets: een activiteit en geen mensen',
  [`GET ${event}/genodigden`]: 'LIJST genodigden',
  [`GET ${invited}`]: 'LIJST genodigden',
  [`GET ${invited}/weghalen`]: 'LIJST genodigden',
  [`GET ${invited}/vrijgeven`]: 'LIJST genodigden',
  [`GET ${event}/nieuws`]: 'niets: een activiteit en geen mensen',
  [`GET ${event}/volgende`]: 'niets: aantallen en geen mensen',
  [`GET ${event}/uitnodigen`]: 'niets: aantallen en geen mensen',
  // Of an event whose names are there: test/workspace/attendance.test.ts.
  [`GET ${event}/aanwezigheid`]: 'niets: alleen nog aantallen',
  [`GET ${event}/aanwezigheid/lijst`]: 'niets: niemand staat erop',
  [`GET ${event}/aanwezigheid/attesten`]: 'niets: niemand was er',
  [`GET ${event}/aanwezigheid/nakijken`]: 'niets: een leeg formulier',
  [`GET ${event}/importeren`]: 'niets: een leeg formulier',
  [`GET ${event}/namens`]: 'niets: een leeg formulier',
  [`GET ${event}/bericht`]: 'niets: aantallen en geen mensen',
}
/** The first words of a line in the table: of a list, a dossier, personal data, or a refusal. */
type Line = `LIJST ${string}` | 'RAADPLEGING' | `GEGEVENS ${string}` | `SPOOR ${string}`

/** Of a client, an applicant, an invitee; and of a colleague, whose address is in the network's content. */
const canaries = ['dossier een', 'genodigde@caw.example', 'casemanager2@lco-aalst.example']

/** For whoever is not signed in: the way in (test/workspace/sign-in.test.ts, invitation.test.ts), and one's own calendar. */
const withoutDoor = [
  'GET /werkruimte/aanmelden',
  'GET /werkruimte/terug',
  'POST /werkruimte/afmelden',
  'GET /werkruimte/afgemeld',
  'GET /werkruimte/toegang/:token',
  'POST /werkruimte/toegang/:token',
  // Along the link in a mail to it: test/workspace/mailboxes.test.ts.
  'GET /werkruimte/postbus/:token',
  'POST /werkruimte/postbus/:token',
  // The secret in the address is the key: test/workspace/calendar.test.ts.
  'GET /werkruimte/kalender/:file{[A-Za-z0-9_-]{43}\\.ics}',
]

let loket: TestWorkspace
let app: Hono
beforeAll(async () => {
  loket = await startTestWorkspace()
  app = loket.app
  // Something on the agenda and the phone list, which Aalst does not have.
  for (const soort of ['traject', 'helpdesk'] as const) {
    const visitor = loket.visitor()
    const check = await fillForm(visitor, otaStart, ota[soort])
    loket.clock.later(60)
    await visitor.post(check)
  }
})

/** Whose cookies are to be had once: signing in is not what is tried here. */
const cookies = new Map<Anybody, Map<string, string>>()

async function cookiesOf(who: Anybody): Promise<Map<string, string>> {
  if (who === 'niemand') return new Map()
  if (who === 'buitenstaander') {
    const secret = randomBytes(32).toString('base64url')
    await loket.deps.sessions.start({ secret, identity: 'outsider', now: loket.clock.now })
    return new Map([['__Host-loket-werk', secret]])
  }
  const { name, value } = await loket.cookieOf(people[who === 'even weg' ? 'coordinator' : who])
  const jar = new Map([[name, value]])
  if (who !== 'even weg') return jar
  const visitor = browserWith(jar)
  await visitor.get('/werkruimte')
  await visitor.post('/werkruimte/afmelden')
  return jar
}

const browserWith = (jar: Map<string, string>): Visitor =>
  createVisitor(loket.url, (request) => app.fetch(request), jar)

async function browserOf(who: Anybody): Promise<Visitor> {
  const jar = cookies.get(who) ?? (await cookiesOf(who))
  cookies.set(who, jar)
  return browserWith(new Map(jar))
}

const dossierFor = (who: Anybody, about: Partial<Dossier> = {}) =>
  place(loket, {
    state: 'toegewezen',
    holder: who === 'andermans' ? 'casemanager-aalst-2' : 'casemanager-aalst',
    ...about,
  })

/** A mail of the dossier that waits for somebody to send it again. */
async function holdMail(reference: string) {
  const { client, PutCommand } = await loket.connection.dynamo()
  const about = { network: 'aalst', form: 'lco-aanvraag', reference, linkVersion: 1 }
  const Item = outboxItem({
    subject: reference,
    mailId: 'mail',
    notification: { kind: 'ingetrokken', to: 'aanvrager', ...about },
    now: loket.clock.now,
    // One by one on the page of mails, where many of one reason would be one row.
    held: 'geen-adres',
  })
  await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
}

/** A note and a call of who holds it. */
async function noteLines(reference: string) {
  const about = { at: loket.clock.now.toISOString(), who: 'casemanager-aalst' }
  const sealed = await loket.deps.seal('aalst', reference, { notitie: 'Een notitie' })
  await loket.deps.logbook.add(reference, { ...about, id: 'nota', kind: 'notitie', sealed })
  await loket.deps.logbook.add(reference, { ...about, id: 'telefoon', kind: 'gebeld' })
}

/** Something to do for who holds it. */
async function giveTask(reference: string, who: Anybody) {
  const wie = who === 'andermans' ? 'casemanager-aalst-2' : 'casemanager-aalst'
  const coordinator = await browserOf('coordinator')
  await coordinator.post(`${of}/taak`.replace(':reference', reference), { ...task, wie, eenmalig: once })
  loket.clock.later(0.001)
}

/** What the address is about: to whoever does not come in, one dossier and one event are as good as another. */
let anything: { reference: string; slug: string; id?: string } | undefined

async function aboutFor(route: string, who: Anybody): Promise<NonNullable<typeof anything>> {
  const isOutside = who === 'niemand' || who === 'buitenstaander' || who === 'even weg'
  if (isOutside && anything) return anything
  const { reference } = await dossierFor(who, route.endsWith('/week') ? { nextOn: '2026-11-24' } : {})
  if (isOutside) {
    anything = { reference, slug: (await putEvent(loket.connection, {})).slug }
    return anything
  }
  if (route.includes('/post') || route.includes(':mail')) await holdMail(reference)
  if (route.includes(':line')) await noteLines(reference)
  if (route.includes(':task')) await giveTask(reference, who)
  if (!route.includes(events)) return { reference, slug: '' }
  // Of an event that is long over, nobody is on the list any more.
  const coming = { start: '2027-06-08T07:00:00.000Z', einde: '2027-06-08T10:00:00.000Z', deadline: '2027-05-21' }
  const aboutPeople = route === `GET ${event}/genodigden` || (route.includes(invited) && !route.includes('besluit'))
  const about = await putEvent(loket.connection, aboutPeople ? coming : {})
  const { id } = await invite(loket, about, 'genodigde@caw.example')
  return { reference, slug: about.slug, id }
}

async function tryRoute(route: string, who: Anybody) {
  const [method = '', pattern = ''] = route.split(' ')
  // Lines of this try have a moment of their own.
  loket.clock.later(0.001)
  const { reference, slug, id = 'x' } = await aboutFor(route, who)
  const path = pattern
    .replace(':reference', reference)
    .replace(':slug', slug)
    .replace('/:id/:besluit{aanvaarden|weigeren}', '/x/aanvaarden')
    .replace(written, once)
    .replace(/:from\{.*\}/, '2026-12-24')
    .replace(':form', 'lco-aanvraag')
    .replace(':id', id)
    .replace(/:of\{.*?\)\}/, 'casus')
    .replace(/:year\{.*?\}\}/, '2026')
    .replace(/:file\{.*\}/, '2025.csv')
    .replace(':soort/:wat{test|versturen}', 'praktisch/test')
    .replace(':action', 'teruggeven')
    .replace(':mail', 'mail')
    .replace(':line', pattern.includes('/notitie/') ? 'nota' : 'telefoon')
    .replace(':key', pattern.includes('/bericht/') ? 'bel-mij' : 'inloopcentrum')
    .replace(/:task\{.*?\}\}/, '01')
    .replace(':seat', 'LCO-7K3M-9QX2-4T_01_p1')
    .replace(':person', 'casemanager-aalst-2')
    .replace(':revision{\\d{1,9}}', '1')
    .replace('mensen/*', 'mensen/casemanager-aalst')
    .replace(':invitation', 'uitnodiging')
    .replace(/:date\{.*\}/, '2026-11-24')
    .replace(/:applicant\{.*\}/, 'x'.repeat(43))
  const browser = await browserOf(who)
  const fields = Object.fromEntries(
    Object.entries(table[route]?.fields ?? {}).map(([name, value]) => [
      name,
      String(value).replace(':reference', reference),
    ]),
  )
  const response = await (method === 'GET' ? browser.get(path) : browser.post(path, fields))
  // CloudFront keeps what does not forbid it, for whoever asks the same address (infra/edge-stack.ts).
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { reference, path, fields, response, html: await response.text(), at: loket.clock.now.toISOString() }
}

/** What one try left behind of who looked, or was refused. */
async function linesOf(who: Somebody, { reference, at }: { reference: string; at: string }): Promise<Line[]> {
  const { network, person } = refOf(people[who])
  const { client, QueryCommand } = await loket.connection.dynamo()
  const found = await Promise.all(
    [`PERSOON#${network}#${person}`, `DOSSIER#${reference}`, `GEGEVENS#${network}`].map(async (pk) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: loket.connection.tables.loket,
          KeyConditionExpression: 'pk = :pk',
          FilterExpression: '#at = :at',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':pk': pk, ':at': at },
          ConsistentRead: true,
        }),
      )
      return Items.flatMap((item): Line[] => {
        if (pk.startsWith('GEGEVENS')) return [`GEGEVENS ${item.what}`]
        if (item.sk.startsWith('LIJST')) return [`LIJST ${item.list}`]
        if (item.sk.startsWith('SPOOR')) return [`SPOOR ${item.what} ${item.status} ${item.route}`]
        return item.sk.startsWith('RAADPLEGING') ? ['RAADPLEGING'] : []
      })
    }),
  )
  return found.flat()
}

async function views(reference: string): Promise<number | undefined> {
  const { client, QueryCommand } = await loket.connection.dynamo()
  const found = await client.send(
    new QueryCommand({
      TableName: loket.connection.tables.loket,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': `DOSSIER#${reference}`, ':sk': 'RAADPLEGING#' },
      ConsistentRead: true,
    }),
  )
  return found.Count
}

it('elke bladzijde en elke actie staat in de tabel', () => {
  expect(routesOf(app).sort()).toEqual([...Object.keys(table), ...withoutDoor].sort())
})

it('elke bladzijde zegt wat ze nalaat van wie keek', () => {
  expect(Object.keys(leaves).sort()).toEqual(
    Object.keys(table)
      .filter((route) => route.startsWith('GET'))
      .sort(),
  )
})

it.each(withoutDoor)('%s wordt nergens bewaard', async (route) => {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replace(':token', 'x')
  for (const who of ['niemand', 'buitenstaander', 'coordinator'] as const) {
    // One of its own: it may sign out.
    const browser = browserWith(await cookiesOf(who))
    const answers =
      method === 'GET' ? [browser.get(path), browser.send(path, { method: 'HEAD' })] : [browser.post(path)]
    for (const { headers } of await Promise.all(answers)) expect(headers.get('cache-control')).toBe('no-store')
  }
})

/** Pages that had something to show to somebody. */
const seen = new Set<string>()

describe.each(Object.entries(table))('%s', (route, { policy, status }) => {
  it.each(Object.entries(policies[policy]))('%s: %s', async (who, answer) => {
    const { response, html, ...done } = await tryRoute(route, who as Somebody)
    expect(response.status).toBe(answer === 'ja' ? status : answer)
    if (answer !== 'ja') expect(html).not.toContain('dossier een')

    const lines = await linesOf(who as Somebody, done)
    const refusals = lines.filter((line) => line.startsWith('SPOOR'))
    const refused = response.status === 403 || response.status === 404
    expect(refusals).toEqual(refused ? [`SPOOR geweigerd ${response.status} ${route}`] : [])
    const views = lines.filter((line) => !line.startsWith('SPOOR'))
    if (canaries.some((canary) => html.includes(canary))) expect(views).not.toEqual([])
    const left = leaves[route]
    if (left === undefined || refused) return
    if (left.startsWith('niets')) expect(views).toEqual([])
    else if (views.length > 0) {
      expect(views).toContain(left)
      seen.add(route)
    }
  })

  it('een buitenstaander leest wie te bellen', async () => {
    const { response, html } = await tryRoute(route, 'buitenstaander')
    expect([response.status, html]).toEqual([403, expect.stringContaining('Vraag toegang aan')])
  })

  it('niemand meldt zich aan, en wat getypt is wordt niet gelezen', async () => {
    const { response, html, path } = await tryRoute(route, 'niemand')
    const isGet = route.startsWith('GET')
    expect([response.status, html.includes(`action="${path}"`)]).toEqual([isGet ? 303 : 401, false])
  })

  it('wie even weg was meldt zich aan, en houdt wat getypt is', async () => {
    const { response, html, path, fields } = await tryRoute(route, 'even weg')
    if (route.startsWith('GET')) {
      expect([response.status, response.headers.get('location')]).toEqual([
        303,
        expect.stringMatching(/^\/werkruimte\/aanmelden/),
      ])
    } else {
      expect([response.status, html]).toEqual([401, expect.stringContaining(`action="${path}"`)])
      for (const [name, value] of Object.entries(fields))
        expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"`)
    }
  })
})

it('wat iets toont van iemand, toonde het hierboven minstens een keer', () => {
  const shown = Object.entries(leaves).filter(([, left]) => !left.startsWith('niets'))
  expect([...seen].sort()).toEqual(shown.map(([route]) => route).sort())
})

const ofAalst = services.filter(({ network }) => network.slug === 'aalst')
/** Who may make each move is in test/support/moves.ts; a casemanager only of what they hold, nobody of another network. */
const everyMove: [string, Service, Move][] = [
  ...ofAalst,
  ...ofAalst.flatMap((service) => [vraagService(service), callBackService(service.network)]),
].flatMap((service) =>
  service.form.lifecycle.moves.map((move): [string, Service, Move] => [
    `${service.form.slug} ${move.action}`,
    service,
    move,
  ]),
)

describe.each(everyMove)('%s', (_, { form }, move) => {
  it.each(Object.keys(people) as Somebody[])('%s', async (who) => {
    const [state = ''] = move.from
    const dossier = await dossierFor(who, {
      form: form.slug,
      state,
      suspect: move.forSuspect === true,
      ...(move.held === 'by-nobody' ? { holder: undefined } : {}),
      ...(move.callsClient === 'done' ? { callClient: '2026-11-20' } : {}),
      ...(move.arrived ? { referral: { aanbod: 'caw', checkOn: '2026-12-07' } } : {}),
      ...(move.callsService
        ? { referral: { aanbod: 'caw', checkOn: '2026-12-07', call: { who: 'coordinator-aalst', on: '2026-11-25' } } }
        : {}),
      ...(form.lifecycle.states.find(({ name }) => name === state)?.closed ? { ttl: 1_900_000_000 } : {}),
    })
    const browser = await browserOf(who)
    const fields = { revision: '1', bij: dossier.holder ?? '' }
    const { status } = await browser.post(`/werkruimte/dossier/${dossier.reference}/${move.action}`, fields)
    const { by = [], byOverleg } = moves[form.slug]?.[move.action] ?? {}
    const mayBy = (who === 'coordinator' && by.includes('coordinator')) || (who === 'eigen' && by.includes('houder'))
    const may = mayBy && !byOverleg
    // Made, or asked for what is missing; otherwise refused, without a trace.
    if (may) expect([303, 422]).toContain(status)
    else {
      expect([403, 404, 409]).toContain(status)
      expect(await loket.deps.dossiers.read(dossier.reference, loket.clock.now)).toEqual(dossier)
    }
  })
})

describe('wie een dossier ziet, laat een regel na', () => {
  const shown = [`GET ${of}`, `GET ${of}/adres`, `GET ${kept}`, `POST ${kept}/export`]
  it.each(shown)('%s', async (route) => {
    for (const who of Object.keys(people) as Somebody[]) {
      const { reference, response } = await tryRoute(route, who)
      expect(await views(reference)).toBe(response.status === 200 ? 1 : 0)
    }
  })
})

describe('wat iemand ook post, niets zegt of een dossier van een collega bestaat', () => {
  const posts = Object.keys(table).filter((route) => route.startsWith(`POST ${of}`))
  const names = ['revision', 'email', 'contact', 'notitie', 'toelichting']
  const kinds = { 'niet te lezen': ['1', '1'], 'velden van een ander formulier': ['1'] }
  const cases = posts.flatMap((route) => Object.entries(kinds).map(([kind, values]) => [route, kind, values] as const))
  it.each(cases)('%s, %s', async (route, _, values) => {
    const fields = Object.fromEntries(names.map((name) => [name, values]))
    const browser = await browserOf('andermans')
    const { reference } = await dossierFor('andermans')
    const answerOn = async (about: string) => {
      const path = route.slice(5).replace(':reference', about).replace(':action', 'verlengen')
      const response = await browser.post(path.replace(':mail', 'mail'), fields)
      return { status: response.status, html: (await response.text()).replaceAll(about, '') }
    }
    expect(await answerOn(reference)).toEqual(await answerOn(makeReference('LCO', randomBytes(10))))
    // A control: on one's own dossier the same form is told apart.
    const own = await dossierFor('eigen')
    if (route.endsWith(':action') && values.length > 1) expect((await answerOn(own.reference)).status).toBe(400)
  })
})
