/** Mail as three calendar programs send it when somebody presses a button, and as SES stores it. Laid out by hand after real ones. */

export interface Pressed {
  /** Whose mailbox it leaves. */
  from: string
  uid: string
  partstat: string
  /** As the entry names them; `from` when it is the same. */
  attendee?: string
  method?: string
  /** `20210601T080000Z` */
  stamp?: string
  sequence?: number
  /** Of the entry, in UTC: `20210608T070000Z`; and in Brussels, where a program writes that: `20210608T090000`. */
  start?: string
  startInBrussels?: string
}

const filledIn = (pressed: Pressed) => ({
  method: 'REPLY',
  stamp: '20210601T080000Z',
  sequence: 1,
  start: '20210608T070000Z',
  startInBrussels: '20210608T090000',
  attendee: pressed.from,
  ...pressed,
})

/** What SES found, written above what was sent (SES developer guide, "Email receiving concepts"). */
export const taken = (raw: string, from: string, changes: { dmarc?: string; spam?: string; results?: string } = {}) => {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const { dmarc = 'pass', spam = 'PASS' } = changes
  const results =
    changes.results ??
    `spf=pass (spfCheck: domain of ${domain} designates 192.0.2.7 as permitted sender) client-ip=192.0.2.7; envelope-from=${from}; helo=mail.${domain};\r\n dkim=pass header.i=@${domain};\r\n dmarc=${dmarc} header.from=${domain};`
  return [
    `Return-Path: <${from}>`,
    `Received: from mail.${domain} (mail.${domain} [192.0.2.7])\r\n by inbound-smtp.eu-west-1.amazonaws.com with SMTP id abc123\r\n for loket@mail.example.be;\r\n Tue, 01 Jun 2021 08:00:00 +0000 (UTC)`,
    `X-SES-Spam-Verdict: ${spam}`,
    'X-SES-Virus-Verdict: PASS',
    `Authentication-Results: amazonses.com;\r\n ${results}`,
    'X-SES-RECEIPT: AEFBQUFB',
    raw,
  ].join('\r\n')
}

const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n`

/** Outlook on Exchange Online: beside the text, in base64, with hours of a zone that it names and explains. */
export function fromOutlook(pressed: Pressed, summer = 'FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3'): string {
  const { from, uid, partstat, attendee, method, stamp, sequence, startInBrussels } = filledIn(pressed)
  const calendar = lines(
    ...['BEGIN:VCALENDAR', `METHOD:${method}`, 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0'],
    ...['BEGIN:VTIMEZONE', 'TZID:Romance Standard Time'],
    ...['BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
    ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
    ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
    ...[`RRULE:${summer}`, 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ...['BEGIN:VEVENT', `ATTENDEE;PARTSTAT=${partstat};CN=Noor Voorbeeld:MAILTO:${attendee}`],
    ...['COMMENT;LANGUAGE=nl-BE:Ik ben ziek\\, sorry.\\n', `UID:${uid.slice(0, 60)}`, ` ${uid.slice(60)}`],
    ...['SUMMARY;LANGUAGE=nl-BE:Geweigerd: Verkennend overleg'],
    ...[`DTSTART;TZID=Romance Standard Time:${startInBrussels}`, `DTEND;TZID=Romance Standard Time:20210608T120000`],
    ...['CLASS:PUBLIC', 'PRIORITY:5', `DTSTAMP:${stamp}`, 'TRANSP:OPAQUE', 'STATUS:CONFIRMED', `SEQUENCE:${sequence}`],
    ...['LOCATION;LANGUAGE=nl-BE:Online', 'X-MICROSOFT-CDO-APPT-SEQUENCE:0', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
    ...['X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY', 'X-MICROSOFT-DISALLOW-COUNTER:FALSE', 'END:VEVENT', 'END:VCALENDAR'],
  )
  return lines(
    ...[`From: Noor Voorbeeld <${from}>`, 'To: Loket <loket@mail.example.be>'],
    ...['Subject: Geweigerd: Verkennend overleg', 'Message-ID: <AM0@eurprd01.prod.exchangelabs.example>'],
    ...['Accept-Language: nl-BE', 'X-MS-Has-Attach:', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/alternative;', '\tboundary="_000_AM0_"', '', '--_000_AM0_'],
    ...['Content-Type: text/plain; charset="iso-8859-1"', 'Content-Transfer-Encoding: quoted-printable', ''],
    ...['Ik ben ziek, sorry. Tot een volgende keer =E9=E9n.', '', '--_000_AM0_'],
    ...[`Content-Type: text/calendar; charset="utf-8"; method=${method}`, 'Content-Transfer-Encoding: base64', ''],
    ...[base64(calendar), '', '--_000_AM0_--'],
  )
}

/** Gmail: quoted-printable beside the text, and the same once more as a file. */
export function fromGmail(pressed: Pressed): string {
  const { from, uid, partstat, attendee, method, stamp, sequence, start } = filledIn(pressed)
  const calendar = lines(
    ...['BEGIN:VCALENDAR', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN'],
    ...[`METHOD:${method}`, 'BEGIN:VEVENT', `DTSTART:${start}`, 'DTEND:20210608T100000Z', `DTSTAMP:${stamp}`],
    ...['ORGANIZER;CN=Loket:mailto:loket@mail.example.be', `UID:${uid}`],
    ...[`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=N`],
    ...[' oor Voorbeeld;X-NUM-GUESTS=0:mailto:', ` ${attendee}`],
    ...['CREATED:20210501T080000Z', 'DESCRIPTION:', 'LAST-MODIFIED:20210601T080000Z', 'LOCATION:Online'],
    ...[`SEQUENCE:${sequence}`, 'STATUS:CONFIRMED', 'SUMMARY:Verkennend overleg', 'TRANSP:OPAQUE'],
    ...['END:VEVENT', 'END:VCALENDAR'],
  )
  return lines(
    ...['MIME-Version: 1.0', `Reply-To: Noor Voorbeeld <${from}>`, 'Sender: Google Calendar <calendar@google.example>'],
    ...['Message-ID: <calendar-1@google.example>', 'Subject: Declined: Verkennend overleg'],
    ...[`From: =?UTF-8?B?${Buffer.from('Noor Voorbeëld').toString('base64')}?= <${from}>`, 'To: loket@mail.example.be'],
    ...['Content-Type: multipart/mixed; boundary="0000m"', '', '--0000m'],
    ...['Content-Type: multipart/alternative; boundary="0000a"', '', '--0000a'],
    ...[
      'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
      '',
      'Noor heeft de uitnodiging afgewezen.',
      '',
    ],
    ...['--0000a', `Content-Type: text/calendar; charset="UTF-8"; method=${method}`],
    ...['Content-Transfer-Encoding: quoted-printable', '', calendar.replaceAll('=', '=3D'), '--0000a--', '--0000m'],
    ...['Content-Type: application/ics; name="invite.ics"', 'Content-Disposition: attachment; filename="invite.ics"'],
    ...['Content-Transfer-Encoding: base64', '', base64(calendar), '--0000m--'],
  )
}

/** Apple Mail: a file and no more, long lines folded. */
export function fromApple(pressed: Pressed): string {
  const { from, uid, partstat, attendee, method, stamp, sequence, start } = filledIn(pressed)
  const calendar = lines(
    ...[
      'BEGIN:VCALENDAR',
      'CALSCALE:GREGORIAN',
      'VERSION:2.0',
      `METHOD:${method}`,
      'PRODID:-//Apple Inc.//macOS 11.4//EN',
    ],
    ...['BEGIN:VEVENT', 'SUMMARY:Verkennend overleg naar gedeelde zorg voor mensen met psychische kw', ' etsbaarheid'],
    ...['TRANSP:OPAQUE', `ATTENDEE;CN="Noor Voorbeeld";CUTYPE=INDIVIDUAL;PARTSTAT=${partstat};E`],
    ...[` MAIL="${attendee}":mailto:${attendee}`, `UID:${uid.slice(0, 40)}`, ` ${uid.slice(40)}`],
    ...[`DTSTAMP:${stamp}`, `DTSTART:${start}`, 'DTEND:20210608T100000Z', `SEQUENCE:${sequence}`],
    ...['ORGANIZER;CN="Loket":mailto:loket@mail.example.be', 'END:VEVENT', 'END:VCALENDAR'],
  )
  return lines(
    ...[`From: ${from}`, 'To: Loket <loket@mail.example.be>', 'Subject: Noor Voorbeeld heeft geweigerd'],
    ...['Mime-Version: 1.0 (Mac OS X Mail 14.0)', 'Content-Type: multipart/mixed; boundary="Apple-Mail=_1"', ''],
    ...['--Apple-Mail=_1', 'Content-Disposition: attachment; filename=iCal-1.ics'],
    ...['Content-Type: text/calendar; x-unix-mode=0644; name="iCal-1.ics"', 'Content-Transfer-Encoding: 7bit', ''],
    ...[calendar, '--Apple-Mail=_1', 'Content-Type: text/plain; charset=us-ascii', '', '', '--Apple-Mail=_1--'],
  )
}

export const clients = { Outlook: fromOutlook, Gmail: fromGmail, 'Apple Mail': fromApple } as const
