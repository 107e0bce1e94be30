import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'

/** That nobody changed a task of it since it was read: for the condition of whoever writes the dossier, or erases it. */
export const tasksAsRead = ({ tasks }: Pick<Dossier, 'tasks'>) => ({
  condition: tasks ? '#tasks.revision = :tasksRevision' : 'attribute_not_exists(#tasks)',
  names: { '#tasks': 'tasks' },
  values: tasks ? { ':tasksRevision': tasks.revision } : {},
})
