/** @jsxImportSource react */
/**
 * The one layout of every mail: paper, a white card under an arch, one button. Inline styles, because
 * many clients drop the rest; without any style it still reads from top to bottom. No images: nothing is fetched, so
 * nothing tells us a mail was opened. The button is a styled Link: jsx-email's own Button does not escape its text.
 */
import { Body, ColorScheme, Container, Html, jsxToString, Link, Section } from 'jsx-email'
import type { CSSProperties } from 'react'
import { phoneHref } from '../forms/kit/contact.ts'
import { dark, light, lightened } from './colours.ts'
import type { MailContent } from './content.ts'

const { ink, soft, paper, card, line } = light

const font: CSSProperties = {
  fontFamily: "'Atkinson Hyperlegible Next', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontSize: '18px',
  lineHeight: '27px',
  color: ink,
}
/** Written on each text, not inherited: a client that turns colours around by itself then turns them with their ground. */
const inked: CSSProperties = { color: ink }
/** What an organiser typed stays in a box of its own, whatever it is made of; where it is not known, it is only longer. */
const boxed: CSSProperties = { overflow: 'hidden', overflowWrap: 'anywhere', unicodeBidi: 'isolate' }
const paragraph: CSSProperties = { ...boxed, ...inked, margin: '0 0 16px' }
/** A table is as wide as its place, not as what cannot be broken in it. */
const fixed: CSSProperties = { tableLayout: 'fixed' }
const small: CSSProperties = { ...paragraph, fontSize: '16px', lineHeight: '24px', color: soft }
const cell: CSSProperties = { padding: '4px 0', verticalAlign: 'top', textAlign: 'left' }

/**
 * Only for clients that know their reader wants dark; the others keep the colours on the elements, or turn them around themselves. A
 * colour on the element wins from a class, so each says that it is important.
 */
const darkStyle = (lit: string) => `@media (prefers-color-scheme: dark) {
  .paper { background-color: ${dark.paper} !important }
  .card { background-color: ${dark.card} !important; border-color: ${lit} ${dark.line} ${dark.line} !important }
  .ink { color: ${dark.ink} !important }
  .soft { color: ${dark.soft} !important }
  .link { color: ${lit} !important }
  .button { background-color: ${lit} !important; color: ${dark.paper} !important }
}`

/** On a phone what a fact is stands above it: beside it there is no room for a long word. */
const narrowStyle = `@media (max-width: 480px) {
  .fact { display: block !important; width: auto !important }
  th.fact { padding-bottom: 0 !important }
  td.fact { padding-top: 0 !important; padding-bottom: 8px !important }
}`

/**
 * The HTML of a mail. Not jsx-email's render(): that looks for a configuration file, parses the HTML again, takes ten
 * times as long and a quarter of a megabyte of the bundle, for components that this layout does not use.
 */
export const htmlOf = async (content: MailContent): Promise<string> =>
  `<!DOCTYPE html>${await jsxToString(<Card {...content} />)}`

function Card({
  subject,
  preview,
  heading,
  paragraphs,
  facts,
  next,
  button,
  closing,
  links = [],
  network,
  phone = network.phone,
}: MailContent) {
  const { brand } = network.colours
  return (
    <Html lang="nl-BE" enableVML={false}>
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{subject}</title>
        <ColorScheme mode="light dark" />
        <style>{`${darkStyle(lightened(brand))}\n${narrowStyle}`}</style>
      </head>
      <Body className="paper" style={{ ...font, margin: 0, padding: 0, backgroundColor: paper }}>
        <div style={{ display: 'none' }}>{preview}</div>
        <Container
          alignment="left"
          className="paper"
          style={{ ...fixed, padding: '24px 16px', backgroundColor: paper }}
        >
          <Section className="card" style={cardStyle(brand)}>
            <h1 className="ink" style={headingStyle}>
              {heading}
            </h1>
            {paragraphs.map((text) => (
              <Paragraph key={text} text={text} phone={phone} />
            ))}
            <Facts facts={facts} />
            {next.length > 0 && <Next steps={next} />}
            {button && (
              <p style={{ margin: '0 0 24px' }}>
                <Link href={button.href} className="button" style={buttonStyle(brand)}>
                  {button.label}
                </Link>
              </p>
            )}
            {closing.map((text) => (
              <Paragraph key={text} text={text} phone={phone} />
            ))}
            {links.map(({ label, href, quiet }) => (
              <p key={href} className="soft" style={small}>
                <Link href={href} className={quiet ? 'soft' : 'link'} style={linkStyle(quiet ? soft : brand)}>
                  {label}
                </Link>
              </p>
            ))}
          </Section>
          <p className="soft" style={{ ...small, margin: '16px 0 0' }}>
            Loket · {network.name}
            <br />
            <Phone number={network.phone} />, {network.reachable}
          </p>
        </Container>
      </Body>
    </Html>
  )
}

/** Words, with the phone number in them to tap. */
function Paragraph({ text, phone }: { text: string; phone: string }) {
  const [before, ...rest] = text.split(phone)
  return (
    <p className="ink" style={paragraph}>
      {before}
      {rest.length > 0 && <Phone number={phone} />}
      {rest.join(phone)}
    </p>
  )
}

/** Never broken over two lines. */
function Phone({ number }: { number: string }) {
  return (
    <a href={phoneHref(number)} style={{ color: 'inherit', whiteSpace: 'nowrap' }}>
      {number}
    </a>
  )
}

/** A table with headers in its rows, so that a screen reader says the label before the value. */
function Facts({ facts }: Pick<MailContent, 'facts'>) {
  return (
    <table style={{ ...fixed, width: '100%', borderCollapse: 'collapse', margin: '0 0 16px' }}>
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <th
              scope="row"
              className="soft fact"
              style={{ ...cell, width: '28%', paddingRight: '16px', fontSize: '16px', fontWeight: 400, color: soft }}
            >
              {label}
            </th>
            <td className="ink fact" style={{ ...cell, ...inked, fontWeight: 700 }}>
              <bdi style={{ ...boxed, display: 'block' }}>{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Next({ steps }: { steps: MailContent['next'] }) {
  return (
    <>
      <h2 className="ink" style={{ ...inked, margin: '0 0 8px', fontSize: '20px', lineHeight: '26px' }}>
        Wat gebeurt er nu?
      </h2>
      <ul className="ink" style={{ ...inked, margin: '0 0 24px', padding: '0 0 0 20px' }}>
        {steps.map((step) => (
          <li key={step} style={{ margin: '0 0 8px' }}>
            {step}
          </li>
        ))}
      </ul>
    </>
  )
}

const headingStyle: CSSProperties = { ...inked, margin: '0 0 16px', fontSize: '27px', lineHeight: '34px' }

/** The arch: an awning in the network's colour above the card. */
const cardStyle = (brand: string): CSSProperties => ({
  ...fixed,
  backgroundColor: card,
  border: `1px solid ${line}`,
  borderTop: `14px solid ${brand}`,
  borderRadius: '38px 38px 6px 6px',
  borderCollapse: 'separate',
  padding: '24px 24px 8px',
})

const linkStyle = (color: string): CSSProperties => ({ color, fontSize: '16px', textDecoration: 'underline' })

const buttonStyle = (brand: string): CSSProperties => ({
  display: 'inline-block',
  padding: '12px 24px',
  borderRadius: '6px',
  backgroundColor: brand,
  color: '#ffffff',
  fontSize: '18px',
  fontWeight: 700,
  textDecoration: 'none',
})
