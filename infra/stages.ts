/** What differs between the places Loket runs in. Everything else is the same, so that dev proves prod. */

/** Loket's data stays in Ireland. */
export const region = 'eu-west-1'

export interface Stage {
  name: string
  /** Where people reach Loket; links in mail start with it. */
  url: string
  /** Own subdomain for mail, so that trouble with it never touches the organisation's mail. */
  mailDomain: string
  /** The address all mail comes from. */
  mailFrom: string
  /** Read by somebody every working day. */
  alarmEmail: string
  /** Slugs of the networks that have a form: each has its own seal key. A test compares the two lists. */
  networks: readonly string[]
  /** Deleting the stack that holds the data first takes a change of this setting, by a second pair of eyes. */
  protectStacks: boolean
}

const networks = ['aalst', 'limburg'] as const

export const stages = {
  dev: {
    name: 'dev',
    url: 'https://loket-dev.example.be',
    mailDomain: 'mail.loket-dev.example.be',
    mailFrom: 'loket@mail.loket-dev.example.be',
    alarmEmail: 'alarm-dev@example.be',
    networks,
    protectStacks: false,
  },
  prod: {
    name: 'prod',
    url: 'https://loket.example.be',
    mailDomain: 'mail.loket.example.be',
    mailFrom: 'loket@mail.loket.example.be',
    alarmEmail: 'alarm@example.be',
    networks,
    protectStacks: true,
  },
} satisfies Record<string, Stage>

/** The stage chosen with `-c stage=prod`; dev when nothing is said. */
export function readStage(name: unknown = 'dev'): Stage {
  if (name === 'dev' || name === 'prod') return stages[name]
  throw new Error(`Unknown stage ${JSON.stringify(name)}. Choose -c stage=${Object.keys(stages).join(' or -c stage=')}`)
}
