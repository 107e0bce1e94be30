/** A guest's own file number, so that they know which of their files this is about. */
import type { FC } from 'hono/jsx'
import { HintAndError } from '../../shared/web/text-field.tsx'
import type { GuestPageProps } from './props.ts'

export const OwnField: FC<Pick<GuestPageProps, 'guest' | 'typed' | 'errors'>> = ({ guest, typed, errors }) => {
  const error = errors.find(({ name }) => name === 'eigen_nummer')
  const { fileNumber } = guest.own
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for="eigen_nummer">
        Uw eigen dossiernummer
        <span class="optional"> (niet verplicht)</span>
      </label>
      <HintAndError id="eigen_nummer" hint={`Alleen u ziet dit.${fileNumber ? ' Bewaard.' : ''}`} error={error} />
      <input
        type="text"
        id="eigen_nummer"
        name="eigen_nummer"
        value={typed?.get('eigen_nummer')?.[0] ?? fileNumber}
        aria-describedby={error ? 'eigen_nummer-uitleg eigen_nummer-fout' : 'eigen_nummer-uitleg'}
        aria-invalid={error ? 'true' : undefined}
        autocomplete="off"
      />
    </div>
  )
}
