export const networkStateText = {
  answers: { title: 'Answers', tone: 'text-succeeded' },
  unreachable: { title: 'Does not answer', tone: 'text-failed' },
  read_only: { title: 'Not accepting refreshes', tone: 'text-waiting' },
  off: { title: 'Off', tone: 'text-faint' },
  retired: { title: 'Closed down', tone: 'text-failed' },
  unknown: { title: 'Not checked yet', tone: 'text-faint' },
} as const
