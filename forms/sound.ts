/**
 * A typing error in data must not reach people: it stops Loket at its start on one's own machine, and every synth (cdk.json), with
 * all there is to mend. So what would stop in the cloud is never deployed, and no function looks again at each cold start.
 */
import { eventRsvp } from './event-rsvp.ts'
import { registry } from './index.ts'
import type { Registry } from './kit/problems/problems.ts'
import { problemsOf } from './kit/problems/problems.ts'

/** With the answer to an event, which is apart from the registry: no page of a form needs what understands it. */
const everything: Registry = { ...registry, forms: { ...registry.forms, 'forms/event-rsvp.ts': eventRsvp } }

const problems = problemsOf(everything)
if (problems.length > 0) throw new Error(`Mend the data of Loket first:\n${problems.join('\n')}`)
