/** The question to the coordinator, beside a form. */

import type { Hono } from 'hono'
import { vraagService } from '../../../forms/index.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { vraagPath } from '../../shared/public-paths.ts'
import type { PublicDeps } from '../deps.ts'
import { VraagPage } from '../pages/vraag-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { onePageRoutes } from './one-page.tsx'

export const vraagRoutes = (parent: Service, deps: PublicDeps, plain: PlainAnswers): Hono =>
  onePageRoutes(deps, plain, {
    ...{ service: vraagService(parent), path: vraagPath(parent), at: '/vraag' },
    draw: (shown) => <VraagPage {...shown} />,
  })
