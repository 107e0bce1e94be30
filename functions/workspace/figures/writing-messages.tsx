/** Pages that say one thing of a signaal or a casus; what was typed is given back, to copy. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { textsIn } from '../../shared/web/body.ts'
import { TypedTexts } from '../../shared/web/typed-text.tsx'
import { figuresPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { WorkMessage } from '../work-message.tsx'

interface SaysProps extends WorkFrame {
  title: string
  why: string
  typed: RawInput
}

export const WritingSays: FC<SaysProps> = ({ title, why, typed, ...frame }) => (
  <WorkMessage {...frame} title={title}>
    <p class="lead" role="alert">
      {why}
    </p>
    <TypedTexts texts={textsIn(typed)} />
    <p>
      <a class="btn" href={figuresPath}>
        Naar de cijfers
      </a>
    </p>
  </WorkMessage>
)

export const GoneWriting: FC<Omit<SaysProps, 'title' | 'why'>> = (props) => (
  <WritingSays
    {...props}
    title="Deze tekst is er niet"
    why="Ze is weggehaald, haar tijd is om, of ze is niet van uw netwerk. Wat u hier schreef, is niet bewaard."
  />
)
