/** Privacy and accessibility: what the law asks us to say, in words people read. */
import type { FC } from 'hono/jsx'
import type { Controller, Network } from '../../../forms/kit/network.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'

/** A network that receives something, and where its mail is read. */
export interface Reachable {
  network: Network
  /** Absent until somebody filled it in. */
  reply: string | undefined
}

interface TextProps extends Frame {
  everybody: readonly Reachable[]
}

const ByMail: FC<{ address: string | undefined }> = ({ address }) =>
  address ? (
    <>
      , <a href={`mailto:${address}`}>{address}</a>
    </>
  ) : null

/** What the law asks to say of who answers for the data, as far as the network says it. */
const factsOf = ({ runs, officer, agreement, assessedOn, destroys }: Controller): string[] => [
  ...(runs ? [`Wie Loket laat werken: ${runs}`] : []),
  ...(officer ? [`Functionaris voor gegevensbescherming: ${officer}`] : []),
  ...(agreement ? [`Afspraken tussen de diensten: ${agreement}`] : []),
  ...(assessedOn ? [`De risico’s zijn nagekeken op ${dateInWords(assessedOn)}`] : []),
  ...(destroys ? [`Regel om te wissen: ${destroys}`] : []),
]

export const PrivacyPage: FC<TextProps> = ({ assets, everybody }) => (
  <Layout assets={assets} title="Privacy">
    <div class="prose">
      <h1>Privacy</h1>
      <p class="lead">Wie hulp vraagt voor een gezin, vertelt ons veel. Dit doen we daarmee, en dit doen we niet.</p>

      <h2>Wie is verantwoordelijk?</h2>
      <p>
        Elk netwerk is zelf verantwoordelijk voor de aanvragen die het krijgt. Komt er een overleg? Dan is elke dienst
        aan tafel verantwoordelijk voor de eigen notities. Daarover maakten ze afspraken, volgens artikel 26 van de AVG.
      </p>
      <ul>
        {everybody.map(({ network: { name, controller, phone }, reply }) => (
          <li>
            <strong>{name}</strong>: {controller.name}, <Phone number={phone} />
            <ByMail address={reply} />
            <ul>
              {factsOf(controller).map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>

      <h2>Wat vragen we, en waarom?</h2>
      <ul>
        <li>Uw naam, functie, organisatie, e-mailadres en telefoonnummer: om u te antwoorden.</li>
        <li>
          Initialen of een dossiernummer van de cliënt, nooit een volledige naam, geboortedatum of rijksregisternummer.
        </li>
        <li>De situatie en de vraag van de cliënt: om te zien welke hulp past en het overleg voor te bereiden.</li>
        <li>
          Bij een bezoek aan huis: het adres, en een telefoonnummer als u dat geeft. Zo weten we waar we moeten zijn.
        </li>
        <li>Wie aan tafel zit: om alleen die mensen uit te nodigen met wie de cliënt akkoord gaat.</li>
        <li>
          Bij een activiteit: uw naam, organisatie, functie, e-mailadres, antwoord en opmerking. Zo weet de organisator
          wie komt, en kunnen we u mailen.
        </li>
      </ul>
      <p>
        Dit is een taak van algemeen belang (artikel 6.1.e AVG). Voor gegevens over gezondheid of hulp geldt het beheer
        van sociale diensten (artikel 9.2.h AVG). De hulpverlener bespreekt de aanvraag eerst met de cliënt. De cliënt
        mag altijd stoppen.
      </p>

      <h2>Wie leest het?</h2>
      <p>
        Alleen de coördinatoren van het netwerk waar u aanvraagt, de casemanager of de bemiddelaar die zij kiezen, en
        wie hen vervangt. Bespreekt een team uw vraag? Dan leest dat team ze ook. Zodra u verzendt, versleutelen we uw
        aanvraag. De website zelf kan ze daarna niet meer lezen. In mails staan nooit antwoorden uit een aanvraag of
        gegevens over de cliënt.
      </p>
      <p>
        Uw antwoord op een activiteit lezen de organisatoren en de coördinatoren van het netwerk. U ziet het met uw
        link.
      </p>

      <h2>Hoelang bewaren we het?</h2>
      <ul>
        <li>Een formulier dat u niet verstuurt: 24 uur. Vroeg u een link om later verder te gaan: 14 dagen.</li>
        <li>Past uw aanvraag niet: uw antwoorden worden binnen 24 uur gewist en naar niemand gestuurd.</li>
        <li>Een afgesloten of doorverwezen aanvraag: 90 dagen.</li>
        <li>Een gestopte aanvraag: de antwoorden 24 uur.</li>
        <li>
          Uw antwoord op een activiteit: tot 30 dagen erna. Wilt u op de hoogte blijven: tot u dat stopt, met de link
          onderaan elke mail.
        </li>
        <li>Het logboek van wie wat deed, zonder inhoud: een jaar.</li>
      </ul>
      <p>Voor jaarcijfers bewaren we anonieme tellingen. Daarin is niemand te herkennen.</p>

      <h2>Cookies</h2>
      <p>
        Er is een cookie met een toevallige code. Daardoor kan alleen uw browser een half ingevuld formulier verder
        lezen. Een tweede cookie onthoudt welke formulieren openstaan. Wie zich aanmeldt in de werkruimte, krijgt er nog
        enkele bij, zolang dat duurt. We meten niet wie u bent of wat u doet, en laden niets van andere bedrijven.
      </p>

      <h2>Uw rechten</h2>
      <p>
        U en uw cliënt mogen vragen wat er over u staat. U mag het laten verbeteren, bezwaar maken, of vragen om het te
        wissen. U mag ook vragen dat we er een tijd niets mee doen. Bel of mail het netwerk. Helpt dat niet? Dan kunt u
        klagen bij de Vlaamse Toezichtcommissie of de Gegevensbeschermingsautoriteit.
      </p>
      <p>Alle gegevens blijven in datacentra in de Europese Unie.</p>
    </div>
  </Layout>
)

export const AccessibilityPage: FC<TextProps> = ({ assets, everybody }) => (
  <Layout assets={assets} title="Toegankelijkheid">
    <div class="prose">
      <h1>Toegankelijkheid</h1>
      <p class="lead">
        Iedereen moet deze website kunnen gebruiken: met een schermlezer, met alleen een toetsenbord, op een kleine
        telefoon, met sterk vergrote tekst.
      </p>

      <h2>Hoe toegankelijk is deze website?</h2>
      <p>
        We volgen de norm WCAG 2.2, niveau AA, zoals het bestuursdecreet van 7 december 2018 vraagt. Bij elke wijziging
        testen we elke pagina automatisch, ook met fouten, ook zonder JavaScript en op 320 pixels breed. Dat vindt niet
        alles. Een onafhankelijke toets door mensen met een beperking is nog niet gebeurd.
      </p>

      <h2>Wat weten we nog niet zeker?</h2>
      <ul>
        <li>Of de formulieren vlot werken met spraakbesturing.</li>
        <li>Of alle woorden eenvoudig genoeg zijn voor wie Nederlands leert.</li>
      </ul>

      <h2>Lukt iets niet?</h2>
      <p>Bel ons. Dan vullen we het formulier samen met u in, en lossen we het op.</p>
      <ul>
        {everybody.map(({ network: { name, phone }, reply }) => (
          <li>
            <strong>{name}</strong>: <Phone number={phone} />
            <ByMail address={reply} />
          </li>
        ))}
      </ul>
      <p>
        U krijgt binnen 10 werkdagen antwoord. Niet tevreden? De Vlaamse Ombudsdienst bekijkt uw klacht gratis: 1700.
      </p>
      <p class="hint">Opgemaakt op 21 november 2026, na een eigen beoordeling.</p>
    </div>
  </Layout>
)
