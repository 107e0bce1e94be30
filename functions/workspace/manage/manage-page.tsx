/** What a coordinator looks after in the network, each on a page of its own. */
import type { FC } from 'hono/jsx'
import { changesPath, criteriaPath, dataPath, networkPath, peoplePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

const pages = [
  [peoplePath, 'Mensen', 'Wie voor het netwerk werkt, wie afwezig is, en met welk account iemand aanmeldt.'],
  [networkPath, 'Netwerk', 'Waar mails aankomen, en een formulier dat even dicht is.'],
  [criteriaPath(), 'Criteria', 'Wie in aanmerking komt, en wat het formulier zegt als u het uitprobeert.'],
  [changesPath, 'Alle wijzigingen', 'Wie hier wat veranderde, en een wijziging terugzetten.'],
  [dataPath, 'Persoonsgegevens', 'Wat we van iemand bewaren, en wissen als die persoon dat vraagt.'],
] as const

export const ManagePage: FC<WorkFrame> = (frame) => (
  <WorkPage {...frame} title="Beheer" here="beheer">
    <h1>Beheer</h1>
    <ul class="lw-plain">
      {pages.map(([href, title, text]) => (
        <li class="lw-block">
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  </WorkPage>
)
