export const indexStates = ['none', 'running', 'complete', 'stopped'] as const
