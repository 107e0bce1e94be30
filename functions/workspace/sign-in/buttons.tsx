/** What the pages around signing in end with: the one way on. */
import type { FC } from 'hono/jsx'
import { signOutPath } from '../../shared/work-paths.ts'

export const Go: FC<{ href: string; children: string }> = ({ href, children }) => (
  <p>
    <a class="btn" href={href}>
      {children}
    </a>
  </p>
)

export const Post: FC<{ action: string; children: string }> = ({ action, children }) => (
  <form class="field" method="post" action={action}>
    <button class="btn">{children}</button>
  </form>
)

export const SignOut: FC = () => <Post action={signOutPath}>Afmelden</Post>
