import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds } from '../../forms/kit/time.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { mailKey } from '../../functions/shared/store/keys.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'
import { sampleEvent, sampleOf } from '../emails/samples.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { audit } from '../support/events.ts'
import { confirmation, noon, openPostOffice, type PostOffice, triage } from './post-office.ts'

let office: PostOffice
let stop: () => Promise<void>
let number = 0

beforeAll(async () => {
  const engine = await startDynamo()
  stop = engine.stop
  office = openPostOffice(engine.connection)
  await createEvents(engine.connection).create(sampleEvent, undefined, audit)
})
afterAll(() => stop())
beforeEach(() => {
  office.forget()
  office.setClock(noon)
  office.letSes(() => true)
})

const nextReference = () => {
  number += 1
  return `LCO-7K3M-9QX2-${100 + number}`
}

const postTo = (address: string) => {
  const subject = nextReference()
  return office.post({ subject, notification: confirmation(subject) }, address)
}

const postTriage = (network: string) => {
  const subject = nextReference()
  return office.post({ subject, notification: triage(subject, network), requestId: 'drukte' })
}

async function several<Item>(count: number, make: () => Promise<Item>): Promise<Item[]> {
  const made: Item[] = []
  for (let left = count; left > 0; left -= 1) made.push(await make())
  return made
}

const statuses = async (keys: MailKey[]) => {
  const items = await Promise.all(keys.map((key) => office.stored(key)))
  return Map.groupBy(items, (item) => `${item?.status} ${item?.reason ?? ''}`.trim())
}

describe('mails die terugkwamen', () => {
  const returned = (network: string, aan: 'aanvrager' | 'triage' = 'aanvrager') => {
    const to = aan === 'aanvrager' ? ('triage' as const) : ('plaatsvervanger' as const)
    const about = { kind: 'niet-aangekomen' as const, network, aan, to, fate: 'niet_aangekomen' as const }
    return office.post({ subject: nextReference(), mailId: 'terug', notification: about })
  }

  it('naar adressen die iemand verzon: twintig per uur en netwerk gemeld, de andere blijven staan', async () => {
    const keys = await several(25, () => returned('aalst'))
    const elsewhere = await several(2, () => returned('limburg'))
    await office.deliver([...keys, ...elsewhere])
    const byStatus = await statuses(keys)
    expect([byStatus.get('verstuurd')?.length, byStatus.get('aangehouden overzicht')?.length]).toEqual([20, 5])
    expect([...(await statuses(elsewhere)).keys()]).toEqual(['verstuurd'])
    office.setClock(addSeconds(noon, 3_600))
    const next = await several(1, () => returned('aalst'))
    await office.deliver(next)
    expect([...(await statuses(next)).keys()]).toEqual(['verstuurd'])
  })

  it('van mail aan mensen van het netwerk zelf hoort altijd iemand', async () => {
    const keys = await several(25, () => returned('zottegem', 'triage'))
    await office.deliver(keys)
    expect([...(await statuses(keys)).keys()]).toEqual(['verstuurd'])
  })
})

describe('wat op een vloed van aanvragen volgt', () => {
  const late = (why: 'te-laat' | 'voorbij' | 'blijft-liggen', to: 'plaatsvervanger' | 'triage' | 'coordinator') => ({
    ...{ kind: 'taak' as const, to, network: 'ota', form: 'aanmelding', reference: nextReference(), why },
    linkVersion: 1,
  })
  const unopened = () => ({
    ...{
      kind: 'ongeopend' as const,
      to: 'plaatsvervanger' as const,
      network: 'ota',
      form: 'aanmelding',
      linkVersion: 1,
    },
    ...{ reference: nextReference(), receivedAt: noon.toISOString(), answerBefore: '2021-05-27' },
  })

  it('twintig per uur van elke soort; de andere staan in de lijsten, en blijven zichtbaar aangehouden', async () => {
    const make = [unopened, () => late('voorbij', 'triage')]
    for (const of of make) {
      const keys = await several(23, async () => {
        const notification = of()
        return office.post({ subject: notification.reference, notification })
      })
      await office.deliver(keys)
      const byStatus = await statuses(keys)
      expect([byStatus.get('verstuurd')?.length, byStatus.get('aangehouden overzicht')?.length]).toEqual([20, 3])
    }
  })

  it.each([
    ['een antwoord dat te laat is, wordt altijd doorgegeven', () => late('te-laat', 'plaatsvervanger')],
    ['wat blijft liggen, hoort een coördinator altijd', () => late('blijft-liggen', 'coordinator')],
    [
      'wie een dossier heeft, hoort er altijd van',
      () => ({ ...late('voorbij', 'triage'), to: 'medewerker' as const, person: 'bemiddelaar-ota' }),
    ],
  ])('%s', async (_, make) => {
    const keys = await several(23, () => office.post({ subject: nextReference(), notification: make() }))
    await office.deliver(keys)
    expect([...(await statuses(keys)).keys()]).toEqual(['verstuurd'])
  })
})

describe('per adres per dag', () => {
  it('vertrekken er twintig; wat meer is, wordt zichtbaar aangehouden', async () => {
    const keys = await several(23, () => postTo('druk@dienst.be'))
    expect(await office.deliver(keys)).toEqual([])
    expect(await office.received()).toHaveLength(20)
    const byStatus = await statuses(keys)
    expect(byStatus.get('verstuurd')).toHaveLength(20)
    expect(byStatus.get('aangehouden dagplafond')).toHaveLength(3)
  })

  it.each([
    ['een activiteit', 'activiteit-link'],
    ['een half ingevuld formulier', 'verder'],
  ] as const)('mail over %s verbruikt niets van wat over een aanvraag mag vertrekken', async (_, kind) => {
    const notification = sampleOf(kind)
    const keys = await several(21, () => office.post({ subject: nextReference(), notification }, 'noor@dienst.be'))
    await office.deliver(keys)
    const byStatus = await statuses(keys)
    expect(byStatus.get('verstuurd')).toHaveLength(20)
    expect(byStatus.get('aangehouden dagplafond')).toHaveLength(1)
    office.forget()
    await office.deliver([await postTo('noor@dienst.be')])
    expect(await office.received()).toHaveLength(1)
  })

  it('telt hoofdletters als hetzelfde adres, en een ander adres apart', async () => {
    await office.deliver(await several(20, () => postTo('els@dienst.be')))
    office.forget()
    await office.deliver([await postTo('Els@Dienst.BE'), await postTo('elsa@dienst.be')])
    expect((await office.received()).map(({ destinations }) => destinations)).toEqual([['elsa@dienst.be']])
  })

  it('begint opnieuw om middernacht in Brussel', async () => {
    office.setClock(new Date('2021-05-20T21:59:59.000Z')) // 23:59:59 in Brussels
    await office.deliver(await several(20, () => postTo('laat@dienst.be')))
    office.forget()
    await office.deliver([await postTo('laat@dienst.be')])
    expect(await office.received()).toHaveLength(0)
    office.wait(1)
    await office.deliver([await postTo('laat@dienst.be')])
    expect(await office.received()).toHaveLength(1)
  })

  it('telt een nieuwe poging niet als een nieuwe mail', async () => {
    office.letSes(() => false)
    const keys = await several(20, () => postTo('pech@dienst.be'))
    await office.deliver(keys)
    office.letSes(() => true)
    office.wait(30)
    await office.deliver(keys)
    expect(await office.received()).toHaveLength(20)
  })

  it('laat de coördinator gerust: elke aanvraag komt bij triage', async () => {
    await office.deliver(await several(21, () => postTo('veel@dienst.be')))
    office.forget()
    await office.deliver([await postTriage('limburg')])
    expect(await office.received()).toHaveLength(1)
  })
})

describe('triage per netwerk per uur', () => {
  // 12.40 in Brussels, and the end of that hour
  const late = addSeconds(noon, 40 * 60)
  const endOfHour = addSeconds(noon, 3600)
  const digest = mailKey('TRIAGE-aalst-2021-05-20T10', 'overzicht')
  let keys: MailKey[]

  it('vertrekken er twintig; de andere worden aangehouden voor één overzicht', async () => {
    office.setClock(late)
    keys = await several(27, () => postTriage('aalst'))
    await Promise.all([office.deliver(keys.slice(0, 14)), office.worker()(keys.slice(14))])
    expect(await office.received()).toHaveLength(20)
    const byStatus = await statuses(keys)
    expect(byStatus.get('verstuurd')).toHaveLength(20)
    expect(byStatus.get('aangehouden overzicht')).toHaveLength(7)
    expect(await office.stored(digest)).toMatchObject({
      status: 'wacht',
      dueAt: endOfHour.toISOString(),
      requestId: 'drukte', // Of a request that caused it.
    })
  })

  it('houdt het overzicht vast tot het uur voorbij is, en zegt dan hoeveel', async () => {
    office.setClock(addSeconds(endOfHour, -1))
    await office.deliver([digest])
    expect(await office.received()).toHaveLength(0)
    office.setClock(endOfHour)
    await office.deliver([digest, digest])
    const [letter, ...others] = await office.received()
    expect(others).toEqual([])
    expect(letter?.destinations).toEqual(['aanvragen@lco-aalst.example'])
    expect(letter?.email.text).toContain('Niet apart gemaild: 7')
    expect(letter?.email.text).toContain('van 12.00 uur tot 13.00 uur')
  })

  it('telt elk netwerk apart', async () => {
    office.setClock(late)
    await office.deliver([await postTriage('limburg')])
    expect(await office.received()).toHaveLength(1)
  })

  it('begint elk uur opnieuw', async () => {
    office.setClock(endOfHour)
    await office.deliver([await postTriage('aalst')])
    expect(await office.received()).toHaveLength(1)
  })
})

it('telt het uur dat in de herfst twee keer komt als twee uren', async () => {
  for (const hour of ['2021-10-31T00:30:00.000Z', '2021-10-31T01:30:00.000Z']) {
    office.setClock(new Date(hour)) // both are 2.30 in Brussels
    office.forget()
    await office.deliver(await several(20, () => postTriage('limburg')))
    expect(await office.received()).toHaveLength(20)
  }
})
