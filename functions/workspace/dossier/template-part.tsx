/** Mail to the applicant in fixed words: a button each; or why nothing can be mailed, and whom to call. */
import type { Child, FC } from 'hono/jsx'
import { type Unmailed, unmailed } from '../../../forms/kit/lifecycle/send-template.ts'
import { asksDate, templatesFor } from '../../../forms/kit/templates.ts'
import { templatePath } from '../../shared/work-paths.ts'
import { applicantPhone } from './applicant-phone.tsx'
import type { DossierView } from './view.ts'

export const TemplatePart: FC<{ view: DossierView }> = ({ view }) => {
  const { service, content, dossier } = view
  const templates = templatesFor(content, service.form)
  const reason = unmailed(service, dossier)
  if (templates.length === 0 || reason === 'closed') return null
  return (
    <section class="lw-block" id="bericht">
      <h2>Bericht aan de aanvrager</h2>
      {reason ? (
        <p>{unmailedInWords(view, reason)}</p>
      ) : (
        <>
          <p class="hint">
            Vaste zinnen, zonder iets over de cliënt. De mail vertrekt meteen, met een link en het nummer. U kunt ze
            niet terughalen.
          </p>
          <div class="row">
            {templates.map((template) =>
              asksDate(template) ? (
                <a class="btn plain slim" href={templatePath(dossier.reference, template.key)}>
                  {template.label}
                </a>
              ) : (
                <form method="post" action={templatePath(dossier.reference, template.key)}>
                  <input type="hidden" name="revision" value={String(dossier.revision)} />
                  <button class="btn plain slim">{template.label}</button>
                </form>
              ),
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** Whole sentences, with the number where somebody is to be called. */
export function unmailedInWords(view: Pick<DossierView, 'service' | 'answers' | 'phone'>, reason: Unmailed): Child {
  switch (reason) {
    case 'closed':
      return 'Dit dossier is afgesloten. Er vertrekt geen bericht meer.'
    case 'suspect':
      return 'Zeg eerst bovenaan dat dit echt is. Daarna kunt u mailen.'
    case 'no_address':
      return <>De aanvrager gaf geen e-mailadres. {callOf(view)}</>
    case 'not_reached':
      return (
        <>
          Onze mail komt niet aan bij de aanvrager, dus er is niets verstuurd. {callOf(view)} Of verbeter eerst het
          adres.
        </>
      )
  }
}

function callOf(view: Pick<DossierView, 'service' | 'answers' | 'phone'>): Child {
  const phone = applicantPhone(view)
  return phone ? <>Bel {phone}.</> : null
}
