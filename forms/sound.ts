/**
 * A typing error in data must not reach people: it stops Loket at its start on one's own machine, and every synth (cdk.json), with
 * all there is to mend. So what would stop in the cloud is never deployed, and no function looks again at each cold start.
 */
import { registry } from './index.ts'
import { problemsOf } from './kit/problems/problems.ts'

const problems = problemsOf(registry)
if (problems.length > 0) throw new Error(`Mend the data of Loket first:\n${problems.join('\n')}`)
