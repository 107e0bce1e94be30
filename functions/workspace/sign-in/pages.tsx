/** What a person reads around signing in: one thing per page, and what to do next (docs/words.md). */
import type { Context } from 'hono'
import type { Assets } from '../../shared/web/assets.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { homePath, signInHome } from '../../shared/work-paths.ts'
import { Go, Post, SignOut } from './buttons.tsx'
import type { Member } from './session.ts'

export function createSignInPages(assets: Assets) {
  return {
    /** In the new tab, after signing in again. */
    back: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="U bent opnieuw aangemeld.">
          <p class="lead">Sluit dit tabblad en verstuur uw tekst opnieuw in het vorige.</p>
          <Go href={homePath}>Of ga naar de werkruimte</Go>
        </MessagePage>,
      ),

    signedOut: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="U bent afgemeld.">
          <p>Is dit een gedeelde computer? Sluit dan ook alle vensters van de browser.</p>
          <Go href={signInHome}>Meld opnieuw aan</Go>
        </MessagePage>,
      ),

    /** The person, or the organisation, said no. */
    refused: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="U bent niet aangemeld.">
          <p>Het aanmelden is afgebroken, of uw organisatie laat het niet toe. Probeer opnieuw als dat niet klopt.</p>
          <Go href={homePath}>Probeer opnieuw</Go>
        </MessagePage>,
        403,
      ),

    /** An account of another organisation. */
    elsewhere: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="Dit account hoort bij een andere organisatie.">
          <p>Meld aan met het account waarmee u voor het netwerk werkt.</p>
          <Go href={signInHome}>Meld aan met een ander account</Go>
        </MessagePage>,
        403,
      ),

    /** With a password only. */
    weak: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="U hebt een tweede stap nodig.">
          <p class="lead">U meldde aan met alleen een wachtwoord. Voor de werkruimte is dat te weinig.</p>
          <ol>
            <li>Zet bij uw account een tweede stap aan: een app op uw telefoon, of een sleutel.</li>
            <li>Meld daarna opnieuw aan.</li>
          </ol>
          <p>Lukt het niet? Bel de helpdesk van uw organisatie. Zeg: “Loket vraagt aanmelden in twee stappen (MFA).”</p>
          <Go href={signInHome}>Meld opnieuw aan</Go>
        </MessagePage>,
        403,
      ),

    /** Too late, a second time, in another browser, or not an answer to our question. */
    invalid: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="Aanmelden is niet gelukt.">
          <p>Deze aanmelding is verlopen of al gebruikt. Begin opnieuw, dan lukt het meestal.</p>
          <Go href={homePath}>Probeer opnieuw</Go>
        </MessagePage>,
        400,
      ),

    /** The provider does not answer, or not as agreed. */
    unavailable: (c: Context) => {
      c.header('Retry-After', '60')
      return c.html(
        <MessagePage assets={assets} title="Aanmelden lukt nu niet.">
          <p>De aanmelddienst van uw organisatie antwoordt niet. Wacht enkele minuten en probeer opnieuw.</p>
          <Go href={homePath}>Probeer opnieuw</Go>
        </MessagePage>,
        503,
      )
    },

    /** An invitation, before signing in. */
    invited: (c: Context, { network, person }: Member, signIn: string) =>
      c.html(
        <MessagePage assets={assets} network={network} title={`Welkom bij ${network.name}`}>
          <p class="lead">
            Deze uitnodiging is voor <b>{person.name}</b>.
          </p>
          <p>Meld aan met het account van uw organisatie. Daarna bevestigt u dat u het bent.</p>
          <Go href={signIn}>Meld aan</Go>
        </MessagePage>,
      ),

    /** An invitation, after signing in. */
    confirm: (c: Context, { network, person }: Member) =>
      c.html(
        <MessagePage assets={assets} network={network} title={`Bent u ${person.name}?`}>
          <p class="lead">U bent aangemeld. Bevestig dat deze uitnodiging van {network.name} voor u is.</p>
          <p>Vanaf dan opent u met dit account de werkruimte. Dat kan maar één keer, en het wordt genoteerd.</p>
          <p>We mailen het ook aan {person.name} en aan wie de uitnodiging stuurde.</p>
          <Post action={c.req.path}>{`Ja, ik ben ${person.name}`}</Post>
          <p>Bent u iemand anders? Meld dan af en bel de coördinator.</p>
          <SignOut />
        </MessagePage>,
      ),

    /** A good link to an invitation that is used or over: no names. */
    invitationOver: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="Deze uitnodiging is verlopen of al gebruikt.">
          <p>Vraag de coördinator van uw netwerk om een nieuwe.</p>
          <Go href={homePath}>Naar de werkruimte</Go>
        </MessagePage>,
        410,
      ),

    /** Somebody with a place in a network opens an invitation. */
    hasPlace: (c: Context, member: Member | undefined) =>
      c.html(
        <MessagePage
          assets={assets}
          network={member?.network}
          title="Dit account heeft al een plaats in de werkruimte."
        >
          {member && <p>{`U bent aangemeld als ${member.person.name} van ${member.network.name}.`}</p>}
          <p>Een account hoort bij één persoon. Is de uitnodiging voor iemand anders? Meld dan eerst af.</p>
          <SignOut />
        </MessagePage>,
        409,
      ),

    /** Another account accepted for this person. */
    placeTaken: (c: Context, { network }: Pick<Member, 'network'>) =>
      c.html(
        <MessagePage assets={assets} network={network} title="Deze plaats is al ingenomen.">
          <p>Een ander account is al aan deze persoon gekoppeld. Klopt dat niet? Bel de coördinator meteen.</p>
          <SignOut />
        </MessagePage>,
        409,
      ),

    brokenLink: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="Deze link werkt niet.">
          <p>Kijk na of u de hele link hebt, of vraag de coördinator om een nieuwe.</p>
        </MessagePage>,
        404,
      ),
  }
}
