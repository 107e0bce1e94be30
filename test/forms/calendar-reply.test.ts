/** Answers from a calendar: what three programs send, and what is no answer (docs/decisions/034). */
import { describe, expect, it } from 'vitest'
import { isFrom, isOld, isOnBehalfOf, whoseEntry } from '../../forms/kit/calendar-reply.ts'
import { readMail } from '../../functions/inbound/read-mail.ts'
import { clients, fromApple, fromGmail, fromOutlook, type Pressed, taken } from '../support/calendar-replies.ts'

const slug = 'verkennend-overleg-gedeelde-zorg-2'
const id = 'AbC_d-0123456789abcdef'
const uid = `${slug}-${id}@loket.example`
const from = 'noor@caw.example'
const pressed: Pressed = { from, uid, partstat: 'DECLINED' }

const read = (raw: string) => readMail(new TextEncoder().encode(raw))
const says = async (raw: string) => {
  const found = await read(raw)
  return found.kind === 'reply' ? found.reply.says : found.why
}

describe.each(Object.entries(clients))('%s', (_, client) => {
  it('zegt wie, wat, wanneer, en over welk moment', async () => {
    expect(await read(taken(client(pressed), from))).toEqual({
      kind: 'reply',
      reply: {
        ...{ says: 'nee', uid, attendee: from, sequence: 1 },
        ...{ stamp: '2021-06-01T08:00:00.000Z', start: '2021-06-08T07:00:00.000Z' },
      },
      sender: { address: from, proven: true },
    })
  })

  it.each([
    ['REPLY', 'DECLINED', 'nee'],
    ['REPLY', 'ACCEPTED', 'ja'],
    ['REPLY', 'TENTATIVE', 'anders'],
    ['REPLY', 'DELEGATED', 'anders'],
    ['REPLY', 'declined', 'nee'],
    ['reply', 'DECLINED', 'nee'],
    ['COUNTER', 'TENTATIVE', 'anders'],
    ['COUNTER', 'DECLINED', 'anders'],
    ['REQUEST', 'DECLINED', 'kapot'],
    ['PUBLISH', 'DECLINED', 'kapot'],
    ['CANCEL', 'DECLINED', 'kapot'],
  ])('%s met %s: %s', async (method, partstat, said) => {
    expect(await says(taken(client({ ...pressed, method, partstat }), from))).toBe(said)
  })
})

const calendar = (...inside: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REPLY', ...inside, 'END:VCALENDAR']
const entry = (...changes: string[]) => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20210601T080000Z', `ATTENDEE;PARTSTAT=DECLINED:mailto:${from}`],
  ...[...changes, 'END:VEVENT'],
]
const mail = (lines: string[], headers: string[] = [`From: ${from}`], type = 'text/calendar; method=REPLY') =>
  [...headers, 'MIME-Version: 1.0', `Content-Type: ${type}`, '', ...lines].join('\r\n')

describe('wat geen antwoord is, verandert niets', () => {
  it.each<[string, string, string]>([
    ['niets', '', 'mens'],
    ['een mens die schrijft', mail(['Dag, ik kan toch niet. Groeten'], undefined, 'text/plain'), 'mens'],
    [
      'een mens die onze mail meestuurt',
      `${mail([], [`From: ${from}`], 'multipart/mixed; boundary=b')}--b\r\nContent-Type: message/rfc822\r\n\r\n${mail(calendar(...entry()))}\r\n--b--`,
      'mens',
    ],
    ['geen agenda in de agenda', mail(['Dag']), 'kapot'],
    ['een halve agenda', mail(calendar(...entry()).slice(0, 5)), 'kapot'],
    ['twee afspraken', mail(calendar(...entry(), ...entry())), 'kapot'],
    ['geen afspraak', mail(calendar()), 'kapot'],
    ['een taak', mail(calendar('BEGIN:VTODO', `UID:${uid}`, 'END:VTODO')), 'kapot'],
    ['twee deelnemers', mail(calendar(...entry('ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@caw.example'))), 'kapot'],
    ['zonder UID', mail(calendar(...entry().filter((line) => !line.startsWith('UID')))), 'kapot'],
    ['zonder DTSTAMP', mail(calendar(...entry().filter((line) => !line.startsWith('DTSTAMP')))), 'kapot'],
    [
      'een onmogelijke DTSTAMP',
      mail(calendar(...entry()).map((line) => line.replace('DTSTAMP:2021', 'DTSTAMP:x'))),
      'kapot',
    ],
    [
      'een te lange UID',
      mail(calendar(...entry()).map((line) => line.replace('UID:', `UID:${'a'.repeat(300)}`))),
      'kapot',
    ],
    ['zonder afzender', mail(calendar(...entry()), []), 'kapot'],
    ['twee afzenders in één regel', mail(calendar(...entry()), [`From: ${from}, sam@caw.example`]), 'kapot'],
    ['twee regels met een afzender', mail(calendar(...entry()), [`From: ${from}`, 'From: sam@caw.example']), 'kapot'],
    ['een agenda van 100 KB', mail(calendar(...entry(`COMMENT:${'a'.repeat(100_000)}`))), 'kapot'],
    ['een negatieve SEQUENCE', mail(calendar(...entry('SEQUENCE:-1'))), 'kapot'],
  ])('%s', async (_, raw, why) => {
    expect(await read(taken(raw, from))).toEqual({ kind: 'other', why })
  })

  it('twee antwoorden die niet hetzelfde zeggen', async () => {
    const raw = fromGmail(pressed).replace('PARTSTAT=3DDECLINED', 'PARTSTAT=3DACCEPTED')
    expect(await says(taken(raw, from))).toBe('kapot')
  })

  it('spam en virussen worden niet gelezen', async () => {
    expect(await says(taken(fromApple(pressed), from, { spam: 'FAIL' }))).toBe('onveilig')
    expect(await says(taken(fromApple(pressed), from).replace('Virus-Verdict: PASS', 'Virus-Verdict: FAIL'))).toBe(
      'onveilig',
    )
    expect(await says(taken(fromApple(pressed), from, { spam: 'GRAY' }))).toBe('nee')
  })

  it('tweehonderd stukken van een echte mail: nooit een uitzondering', async () => {
    const raw = taken(fromOutlook(pressed), from)
    for (let cut = 0; cut < 200; cut += 1) {
      const at = (cut * 7919) % raw.length
      const found = await read(raw.slice(0, at) + raw.slice(at + (cut % 40)))
      expect(['reply', 'other']).toContain(found.kind)
    }
  })
})

it('de regels van een zone die iemand meestuurt, laten we niet lopen', async () => {
  const endless = fromOutlook(pressed, 'FREQ=SECONDLY;INTERVAL=1')
  const before = performance.now()
  expect(await says(taken(endless, from))).toBe('nee')
  expect(performance.now() - before).toBeLessThan(1000)
})

it('een dag zonder uur, of een uur in een zone die niemand uitlegt, is geen ander moment', async () => {
  for (const start of [
    'DTSTART;VALUE=DATE:20210608',
    'DTSTART;TZID=Ergens:20210608T090000',
    'DTSTART:20210608T090000',
  ]) {
    const found = await read(taken(mail(calendar(...entry(start))), from))
    expect(found).toMatchObject({ kind: 'reply', reply: { says: 'nee', start: undefined } })
  }
})

describe('wie de mail stuurde', () => {
  const proven = async (changes: Parameters<typeof taken>[2], raw = fromApple(pressed)) => {
    const found = await read(taken(raw, from, changes))
    return found.kind === 'reply' && found.sender.proven
  }
  it.each<[string, string, boolean]>([
    ['DMARC', 'spf=fail; dmarc=pass header.from=caw.example;', true],
    [
      'geen DMARC gevraagd, eigen handtekening',
      'dkim=pass header.i=@caw.example; dmarc=none header.from=caw.example;',
      true,
    ],
    ['geen DMARC gevraagd, handtekening van een ander', 'dkim=pass header.i=@elders.example; dmarc=none;', false],
    ['geen DMARC gevraagd, handtekening die niet klopt', 'dkim=fail header.i=@caw.example; dmarc=none;', false],
    [
      'geen DMARC gevraagd, eigen server',
      'spf=pass client-ip=192.0.2.7; envelope-from=a@mail.caw.example; dmarc=none;',
      true,
    ],
    [
      'geen DMARC gevraagd, server van een ander',
      'spf=pass client-ip=192.0.2.7; envelope-from=a@elders.example; dmarc=none;',
      false,
    ],
    ['geen DMARC gevraagd, domein dat erop lijkt', 'dkim=pass header.i=@nietcaw.example; dmarc=none;', false],
    ['DMARC faalt', 'dkim=pass header.i=@caw.example; dmarc=fail header.from=caw.example;', false],
    ['DMARC kon niet worden nagekeken', 'dkim=pass header.i=@caw.example; dmarc=temperror;', false],
    ['niets gevonden', 'none;', false],
    [
      'een oordeel in een vreemd adres',
      'spf=pass client-ip=1; envelope-from="a; dmarc=pass"@elders.example; dmarc=fail;',
      false,
    ],
    ['een oordeel in een toelichting', 'spf=fail (x; dmarc=pass); dmarc=fail;', false],
    ['twee oordelen', 'dmarc=pass; dmarc=fail;', false],
  ])('%s', async (_, results, is) => {
    expect(await proven({ results })).toBe(is)
  })

  it('wat de afzender zelf over zich schrijft, telt niet', async () => {
    const own = `Authentication-Results: amazonses.com; dmarc=pass header.from=caw.example;\r\n${fromApple(pressed)}`
    expect(await proven({ dmarc: 'fail' }, own)).toBe(false)
    const other = (await read(`Authentication-Results: mx.elders.example; dmarc=pass\r\n${own}`)) as { sender: object }
    expect(other.sender).toEqual({ address: from, proven: false })
  })

  const reply = { says: 'nee', uid, attendee: 'noor@caw.example', stamp: '2021-06-01T08:00:00Z' } as const
  it.each<[string, string, string, boolean, boolean, boolean]>([
    ['zelf', 'noor@caw.example', 'noor@caw.example', true, true, true],
    ['zelf, in hoofdletters', 'Noor@CAW.example', 'noor@caw.example', true, true, true],
    ['zelf, niet bewezen', 'noor@caw.example', 'noor@caw.example', false, false, false],
    ['een andere naam van dezelfde mailbox', 'noor.voorbeeld@caw.example', 'noor@caw.example', true, false, true],
    ['hetzelfde, niet bewezen', 'noor.voorbeeld@caw.example', 'noor@caw.example', false, false, false],
    ['iemand elders', 'noor@elders.example', 'noor@caw.example', true, false, false],
    ['een collega voor iemand anders', 'sam@caw.example', 'els@caw.example', true, false, false],
  ])('%s', (_, address, email, isProven, own, behalf) => {
    const arrived = { reply, sender: { address, proven: isProven } }
    expect([isFrom(arrived, email), isOnBehalfOf(arrived, email)]).toEqual([own, behalf])
  })
})

it.each<[string, ReturnType<typeof whoseEntry>]>([
  [uid, { kind: 'genodigde', slug, id }],
  [uid.replace('loket.example', 'LOKET.example'), { kind: 'genodigde', slug, id }],
  ['LCO-7K3M-9QX2-4T_01_p1@loket.example', { kind: 'deelnemer', participant: 'LCO-7K3M-9QX2-4T_01_p1' }],
  [`${slug}@loket.example`, undefined],
  [`${slug}-${id}x@loket.example`, undefined],
  [uid.replace('loket.example', 'elders.example'), undefined],
  [`${slug}-${id}`, undefined],
  ['040000008200E00074C5B7101A82E008', undefined],
  ['', undefined],
])('de UID %s', (of, named) => {
  expect(whoseEntry(of, 'loket.example')).toEqual(named)
})

describe('oud', () => {
  const now = { start: '2021-06-08T07:00:00Z', sequence: 4, answeredAt: '2021-06-01T08:00:00.500Z' }
  const at = (changes: object) =>
    isOld({ says: 'nee', uid, stamp: '2021-06-01T08:00:00.000Z', sequence: 4, start: now.start, ...changes }, now)
  it.each<[string, object, boolean]>([
    ['in dezelfde seconde als het antwoord', {}, false],
    ['een seconde ervoor', { stamp: '2021-06-01T07:59:59.000Z' }, true],
    ['een seconde erna', { stamp: '2021-06-01T08:00:01.000Z' }, false],
    ['een lagere SEQUENCE', { sequence: 3 }, true],
    ['een hogere SEQUENCE', { sequence: 5 }, false],
    ['geen SEQUENCE', { sequence: undefined }, false],
    ['een ander uur', { start: '2021-06-08T07:00:01Z' }, true],
    ['hetzelfde uur, anders geschreven', { start: '2021-06-08T07:00:00.000Z' }, false],
    ['geen uur', { start: undefined }, false],
  ])('%s', (_, changes, old) => {
    expect(at(changes)).toBe(old)
  })
})
