/** What a coordinator looks after in the network, each on a page of its own. */
import type { FC } from 'hono/jsx'
import {
  changesPath,
  closedDaysPath,
  criteriaPath,
  dataPath,
  networkPath,
  offersPath,
  peoplePath,
  teamMeetingPath,
} from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

const pages = [
  [peoplePath, 'Mensen', 'Wie voor het netwerk werkt, wie afwezig is, en met welk account iemand aanmeldt.'],
  [offersPath, 'Aanbod', 'Waar u mensen naartoe kunt wijzen: toevoegen, wijzigen, nakijken, en uit het aanbod halen.'],
  [networkPath, 'Netwerk', 'Waar mails aankomen, en een formulier dat even dicht is.'],
  [criteriaPath(), 'Criteria', 'Wie in aanmerking komt, en wat het formulier zegt als u het uitprobeert.'],
  [closedDaysPath, 'Sluitingsdagen', 'Dagen waarop het netwerk gesloten is. Die tellen in geen enkele belofte mee.'],
  [teamMeetingPath, 'Teamoverleg', 'Wanneer het team samenkomt: een overleg dat niet doorgaat, of een extra dag.'],
  [changesPath, 'Alle wijzigingen', 'Wie hier wat veranderde, en een wijziging terugzetten.'],
  [dataPath, 'Persoonsgegevens', 'Wat we van iemand bewaren, en wissen als die persoon dat vraagt.'],
] as const

/** Only a network whose team meets has days of it. */
const pagesOf = ({ network }: WorkFrame) =>
  pages.filter(([href]) => href !== teamMeetingPath || network.teamMeeting !== undefined)

export const ManagePage: FC<WorkFrame> = (frame) => (
  <WorkPage {...frame} title="Beheer" here="beheer">
    <h1>Beheer</h1>
    <ul class="lw-plain lw-cards">
      {pagesOf(frame).map(([href, title, text]) => (
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
