/** Beside a form: what is kept and until when, the way out of a shared computer, and the phone. */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import { HelpBeside } from '../../shared/web/two-columns.tsx'
import type { Saved } from '../draft-progress.ts'

interface FormBesideProps {
  service: Service
  saved: Saved
  draftPath: string
  /** Id of the form whose buttons these are, so that what is typed goes along; absent where nothing is. */
  form?: string
}

export const FormBeside: FC<FormBesideProps> = ({ service: { network }, saved: { at, until }, draftPath, form }) => (
  <>
    <section>
      <h2 data-saved>{at ? `Bewaard om ${at}` : 'Nog niets bewaard'}</h2>
      <p>
        We bewaren wat u typt, tot <b data-saved-until>{until}</b>. Daarna wissen we het.
      </p>
      <p>Even weg? Op de beginpagina staat ‘Ga verder met uw aanvraag’, op dit toestel.</p>
      <p>
        Langer nodig?{' '}
        {form ? (
          <button class="link" form={form} name="actie" value="later">
            Mail me een link
          </button>
        ) : (
          <a href={`${draftPath}/later`}>Mail me een link</a>
        )}
        {`. Dan bewaren we het ${network.retention.mailedDraft} dagen.`}
      </p>
    </section>
    <section>
      <h2>Gebruiken anderen deze computer?</h2>
      <p>Stop dan hier. We wissen alles en versturen niets.</p>
      <p>
        {form ? (
          <button class="btn warn" form={form} name="actie" value="wissen">
            Wis en stop
          </button>
        ) : (
          <a class="btn warn" href={`${draftPath}/wissen`}>
            Wis en stop
          </a>
        )}
      </p>
    </section>
    <HelpBeside network={network} />
  </>
)
