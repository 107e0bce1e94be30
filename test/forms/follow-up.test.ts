/** Who hears when a day passed and nothing happened, and when: exact days, and after every move of every form (docs/decisions/021). */
import { describe, expect, it } from 'vitest'
import { networkForms } from '../../forms/index.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { followUp } from '../../forms/kit/lifecycle/follow-up.ts'
import { isClosed, openStates } from '../../forms/kit/lifecycle/lifecycle.ts'
import { decide } from '../../forms/kit/lifecycle/move.ts'
import { afterLife, sameAgain } from '../../forms/kit/post/silence.ts'
import { addDays, brusselsDate, nineOn } from '../../forms/kit/time.ts'
import { demoContent, demoNetworks } from '../support/content.ts'
import { openDays } from '../support/open-days.ts'

const cases = demoNetworks.flatMap((network) =>
  networkForms(network).map((service) => ({ service, name: `${network.slug} ${service.form.slug}` })),
)
const lco = cases.find(({ name }) => name === 'aalst lco-aanvraag')?.service
if (!lco) throw new Error('The data files changed')

/** A Monday, ten in the morning in Brussels. */
const now = new Date('2026-11-23T09:00:00Z')
const dossier = (changes: Partial<Dossier> = {}): Dossier => ({
  ...{ reference: 'LCO-7K3M-9QX2-4T', network: 'aalst', form: 'lco-aanvraag', state: 'toegewezen' },
  ...{ stateSince: now.toISOString(), receivedAt: now.toISOString(), outcome: 'voldoet', doubtful: [], suspect: false },
  ...{ answerBefore: '2026-11-30', revision: 3, planned: [], related: [], origin: 'd', linkVersion: 1, trend: {} },
  ...{ holder: 'casemanager-aalst', applicant: 'hmac', livedOn: '2026-11-23' },
  ...changes,
})
const planned = (changes: Partial<Dossier>, at = now) => followUp(lco, openDays(), dossier(changes), at)
/** "voorbij di 2026-11-24", and to whom. */
const lines = (changes: Partial<Dossier>, at = now) =>
  planned(changes, at).map(({ mailId, notification, dueAt }) => {
    expect(dueAt).toEqual(nineOn(mailId.slice(-10)))
    return `${mailId} ${'person' in notification && notification.to === 'medewerker' ? notification.person : notification.to}`
  })

describe('de dag is voorbij', () => {
  it.each([
    ['op een woensdag', '2026-11-25', '2026-11-26', '2026-12-01'],
    ['op een vrijdag', '2026-11-27', '2026-11-30', '2026-12-03'],
    ['op een zondag', '2026-11-29', '2026-11-30', '2026-12-03'],
    ['voor Kerstmis', '2026-12-24', '2026-12-28', '2026-12-31'],
    ['voor Nieuwjaar', '2026-12-29', '2026-12-30', '2027-01-05'],
    ['voor Pasen', '2027-03-26', '2027-03-30', '2027-04-02'],
    ['voor Hemelvaart', '2027-05-05', '2027-05-07', '2027-05-12'],
  ])('%s: de werkdag erna wie het heeft, drie werkdagen later de coördinator', (_, nextOn, holder, coordinator) => {
    expect(lines({ nextOn })).toEqual([
      `voorbij-${holder} casemanager-aalst`,
      `blijft-liggen-${coordinator} coordinator`,
    ])
  })

  it('een dag die al voorbij was toen er iets gebeurde: dan telt die laatste dag', () => {
    expect(lines({ nextOn: '2026-11-10' })).toEqual([
      'voorbij-2026-11-24 casemanager-aalst',
      'blijft-liggen-2026-11-27 coordinator',
    ])
  })

  it('zonder dag: twee weken na wat het laatst gebeurde', () => {
    expect(lines({})).toEqual(['voorbij-2026-12-08 casemanager-aalst', 'blijft-liggen-2026-12-11 coordinator'])
  })

  it('een dag zo ver weg dat het intussen lang stil is: dan al, en niet pas na die dag', () => {
    const [first] = planned({ nextOn: '2027-11-23' })
    expect(first?.mailId).toBe('voorbij-2027-05-24')
  })

  it('moet de cliënt gebeld worden, dan is dat de dag', () => {
    expect(lines({ nextOn: '2027-02-01', callClient: '2026-11-23' })[0]).toBe('voorbij-2026-11-24 casemanager-aalst')
    const [told] = planned({ nextOn: '2027-02-01', callClient: '2026-11-23' })
    // What its state says comes later.
    expect(told?.notification).not.toHaveProperty('state')
  })

  it('een dringend telefoontje dat niemand deed: dat is de dag, en niet het teamoverleg erna', () => {
    expect(lines({ nextOn: '2026-12-01', callBy: '2026-11-23' })).toEqual([
      'voorbij-2026-11-24 casemanager-aalst',
      'blijft-liggen-2026-11-27 coordinator',
    ])
    expect(planned({ nextOn: '2026-12-01', callBy: '2026-11-23' })[0]?.notification).not.toHaveProperty('state')
  })

  it.each<[string, Partial<Dossier>, object]>([
    ['de stap van de stand', { nextOn: '2026-11-25' }, { on: '2026-11-25', state: 'toegewezen' }],
    ['de cliënt bellen', { nextOn: '2027-02-01', callClient: '2026-11-23' }, { on: '2026-11-23', call: 'client' }],
    ['dringend bellen', { nextOn: '2026-12-01', callBy: '2026-11-23' }, { on: '2026-11-23', call: 'urgent' }],
    [
      'de dienst bellen',
      {
        ...{ state: 'doorverwezen', nextOn: '2026-11-25' },
        referral: { aanbod: 'caw', checkOn: '2026-12-07', call: { who: 'casemanager-aalst', on: '2026-11-25' } },
      },
      { on: '2026-11-25', call: 'service' },
    ],
  ])('zegt aan allebei wat er te doen was: %s', (_, changes, what) => {
    const mails = planned(changes)
    expect(mails).toHaveLength(2)
    for (const { notification } of mails) expect(notification).toMatchObject(what)
    for (const { notification } of mails)
      expect(['call', 'state'].filter((name) => name in notification)).toHaveLength(1)
  })

  it('een overleg dat vastligt vraagt zelf hoe het ging', () => {
    const overleg = { number: '01', state: 'vastgelegd', applicantInvited: true, moved: false } as const
    expect(lines({ state: 'overleg_gepland', nextOn: '2026-11-25', overleg })).toEqual([
      'blijft-liggen-2026-12-01 coordinator',
    ])
  })

  it('een verdachte: alleen de coördinatoren, en nooit als een gewone', () => {
    const { holder: _, ...loose } = dossier({ state: 'ingediend', nextOn: '2026-11-30', suspect: true })
    const mails = followUp(lco, openDays(), loose, now)
    expect(mails.map(({ mailId, notification }) => [mailId, notification.to])).toEqual([
      ['nakijken-2026-12-01', 'triage'],
    ])
    expect(mails[0]?.silence?.again).toBe(15)
  })

  it('wie alleen kijkt, begint niets opnieuw: wat gezegd is, wordt pas op zijn tijd herhaald', () => {
    const at = new Date('2026-12-07T09:00:00Z')
    expect(lines({ nextOn: '2026-11-25' }, at)).toEqual(['blijft-liggen-2026-12-22 coordinator'])
  })
})

it('nog eens, elke vijftien werkdagen: tien jaar lang nooit dertig dagen niets', () => {
  let mail = planned({ nextOn: '2026-11-25' })[1] as { mailId: string; dueAt: Date } | undefined
  for (let last = mail?.dueAt; mail && mail.dueAt < new Date('2036-12-01T00:00:00Z'); last = mail?.dueAt) {
    mail = sameAgain(mail, openDays())
    expect(addDays(brusselsDate(last ?? now), 30) >= brusselsDate(mail?.dueAt ?? now)).toBe(true)
  }
  expect(mail?.dueAt.getFullYear()).toBe(2036)
})

it('leven stelt uit, nooit vervroegt', () => {
  const [told, passedOn] = planned({ nextOn: '2026-11-25' }) as { mailId: string; dueAt: Date }[]
  const after = (life: string) => [told, passedOn].map((mail) => mail && afterLife(mail, openDays(), life).mailId)
  expect(after('2026-11-24')).toEqual(['voorbij-2026-11-26', 'blijft-liggen-2026-12-01'])
  expect(after('2026-11-25')).toEqual(['voorbij-2026-11-26', 'blijft-liggen-2026-12-01'])
  expect(after('2026-11-27')).toEqual(['voorbij-2026-11-30', 'blijft-liggen-2026-12-03'])
  expect(after('2020-01-01')).toEqual(['voorbij-2026-11-26', 'blijft-liggen-2026-12-01'])
})

it.each(cases)('$name: na elke stap die het open laat, in elke stand, is er een vervolg', ({ service }) => {
  const { lifecycle } = service.form
  const content = demoContent(service.network.slug)
  const coordinator = content.people.find(({ role }) => role === 'coordinator')
  const person = content.people.find(({ role }) => role !== 'organisator')?.id
  if (!coordinator) throw new Error('Nobody coordinates')
  let made = 0
  for (const state of openStates(lifecycle))
    for (const suspect of [false, true])
      for (const holder of [undefined, coordinator.id])
        for (const move of lifecycle.moves.filter(({ from }) => from.includes(state))) {
          const before = dossier({
            network: service.network.slug,
            form: service.form.slug,
            state,
            suspect,
            holder,
            livedOn: '2026-11-20',
          })
          const by = move.by.includes('coordinator') ? coordinator : 'aanvrager'
          const answers = {
            person,
            offer: Object.keys(content.aanbod)[0],
            date: '2026-12-04',
            drempels: ['geen'],
            explained: true,
          }
          const decided = decide(service, content, before, { ...answers, action: move.action, by }, now)
          if (decided.kind === 'refused' || isClosed(lifecycle, decided.dossier.state)) continue
          made += 1
          const last = decided.mails.put.find(({ silence }) => silence?.again !== undefined)
          expect(last, `${state}: ${move.action}`).toBeDefined()
          expect(decided.dossier.livedOn).toBe('2026-11-23')
        }
  expect(made).toBeGreaterThan(0)
})
