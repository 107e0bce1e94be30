/** Of an event whose names are erased: the numbers that stay. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { EventFigures } from '../../../forms/kit/events/figures.ts'
import { eventHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { Page } from './pages.tsx'

export const FiguresPage: FC<WorkFrame & { event: LoketEvent; figures: EventFigures | undefined }> = (props) => {
  const { event, figures, ...frame } = props
  return (
    <Page {...frame} title="Wie was er?" above={event.titel} back={eventHome(event)}>
      <h1>Wie was er?</h1>
      <p class="lead">De namen zijn gewist, 30 dagen na de activiteit. De getallen blijven.</p>
      {figures ? (
        <ul>
          <li>{`${counted(figures.present, 'mens was', 'mensen waren')} er, van ${counted(figures.organisations, 'organisatie', 'organisaties')}.`}</li>
          <li>{`${counted(figures.walkIns, 'mens kwam', 'mensen kwamen')} zonder inschrijving.`}</li>
          <li>{`${counted(figures.yes, 'mens was', 'mensen waren')} ingeschreven.`}</li>
          <li>{`${counted(figures.invited, 'mens was', 'mensen waren')} uitgenodigd.`}</li>
        </ul>
      ) : (
        <p>Niemand noteerde toen wie er was. Er zijn dus geen getallen.</p>
      )}
    </Page>
  )
}
