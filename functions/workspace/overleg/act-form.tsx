/** The one form of the overleg's own page: whatever is pressed, what was filled in goes with it. */
import type { Child, FC } from 'hono/jsx'
import { overlegPath } from '../../shared/work-paths.ts'
import type { AtTable } from './at-table.ts'
import { Shown } from './shown.tsx'

export const ActForm: FC<{ found: AtTable; children?: Child }> = ({ found: { overleg }, children }) => (
  <form method="post" action={overlegPath(overleg.reference)} novalidate>
    <Shown overleg={overleg} />
    {children}
  </form>
)
