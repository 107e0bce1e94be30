import type { CloudFormationCustomResourceEvent } from 'aws-lambda'

/** What a custom resource gives back to the template. */
export interface Outcome {
  physicalId: string
  /** Read with Fn::GetAtt. CloudFormation takes 4 KB and keeps it readable: nothing secret. */
  data?: Record<string, string>
}

/**
 * Wraps the making of a custom resource so that CloudFormation always gets an answer; without one a deploy hangs until
 * its timeout. What these resources make is kept, so a delete has nothing to do.
 */
export function customResource(make: (properties: Record<string, unknown>) => Promise<Outcome>) {
  return async (event: CloudFormationCustomResourceEvent): Promise<void> => {
    const known = 'PhysicalResourceId' in event ? event.PhysicalResourceId : event.LogicalResourceId
    try {
      const outcome = event.RequestType === 'Delete' ? { physicalId: known } : await make(event.ResourceProperties)
      await answer(event, { Status: 'SUCCESS', PhysicalResourceId: outcome.physicalId, Data: outcome.data })
    } catch (error) {
      await answer(event, { Status: 'FAILED', PhysicalResourceId: known, Reason: String(error) })
    }
  }
}

async function answer(event: CloudFormationCustomResourceEvent, result: Record<string, unknown>) {
  const { StackId, RequestId, LogicalResourceId } = event
  // Bytes and an empty content type: the address is signed without one, and fetch would add its own to a string.
  const body = new TextEncoder().encode(JSON.stringify({ StackId, RequestId, LogicalResourceId, ...result }))
  const response = await fetch(event.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body })
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`)
}
