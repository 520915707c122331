export type Palette = {
  ground: string
  far: string
  near: string
  metal: string
  shade: string
  glow: string
}

/** One palette for each value of the trait that names a token. */
export const palettes: Record<string, Palette> = {
  Dune: {
    ground: '#d9b063',
    far: '#e8c988',
    near: '#8d6234',
    metal: '#a9763d',
    shade: '#7d5429',
    glow: '#fff3c4',
  },
  Ember: {
    ground: '#b9523a',
    far: '#cf6d4f',
    near: '#6f4a2b',
    metal: '#4c4f5a',
    shade: '#33353d',
    glow: '#ffe2a6',
  },
  Frost: {
    ground: '#a9c0d0',
    far: '#c8d8e2',
    near: '#51697a',
    metal: '#dfe6ea',
    shade: '#aebbc4',
    glow: '#6cc7ff',
  },
  Grove: {
    ground: '#5f8a4a',
    far: '#7ba163',
    near: '#2f3f2a',
    metal: '#c9a23c',
    shade: '#93732a',
    glow: '#eaf7a0',
  },
  Tide: {
    ground: '#2f6483',
    far: '#3f7899',
    near: '#24475d',
    metal: '#dcd7c6',
    shade: '#b3ad9b',
    glow: '#d2f1ff',
  },
  Void: {
    ground: '#37284f',
    far: '#4a3768',
    near: '#1f1730',
    metal: '#23262e',
    shade: '#15171d',
    glow: '#c9a8ff',
  },
  Shield: {
    ground: '#37284f',
    far: '#4a3768',
    near: '#1f1730',
    metal: '#8e97a8',
    shade: '#5f6879',
    glow: '#cbb2ff',
  },
  Key: {
    ground: '#d9b063',
    far: '#e8c988',
    near: '#8d6234',
    metal: '#4f5868',
    shade: '#363d4a',
    glow: '#fff3c4',
  },
  Gem: {
    ground: '#2f6483',
    far: '#3f7899',
    near: '#24475d',
    metal: '#b894f6',
    shade: '#8a63d6',
    glow: '#e6d8ff',
  },
  Book: {
    ground: '#b9523a',
    far: '#cf6d4f',
    near: '#6f3020',
    metal: '#d8a93f',
    shade: '#a87d22',
    glow: '#fff3c4',
  },
  Blade: {
    ground: '#a9c0d0',
    far: '#c8d8e2',
    near: '#51697a',
    metal: '#39414f',
    shade: '#232934',
    glow: '#7fe0e6',
  },
  Potion: {
    ground: '#5f8a4a',
    far: '#7ba163',
    near: '#2f3f2a',
    metal: '#f0d9a2',
    shade: '#d88a55',
    glow: '#fff6df',
  },
  Coral: {
    ground: '#9fd4d9',
    far: '#c3e7ea',
    near: '#e2876f',
    metal: '#f0b39a',
    shade: '#c9664f',
    glow: '#fff3e2',
  },
  Pine: {
    ground: '#a9c6d8',
    far: '#cadfea',
    near: '#3c6b4c',
    metal: '#5d8c66',
    shade: '#27503a',
    glow: '#eef7e4',
  },
  Ash: {
    ground: '#b7b2ad',
    far: '#d0ccc8',
    near: '#57504b',
    metal: '#7d756f',
    shade: '#3d3733',
    glow: '#ffb27a',
  },
  Meadow: {
    ground: '#a7d3ef',
    far: '#cfe8f7',
    near: '#7fae4f',
    metal: '#a5c96d',
    shade: '#5b8438',
    glow: '#fff7b8',
  },
}

export const plain: Palette = {
  ground: '#4a5261',
  far: '#5d6676',
  near: '#2a2f37',
  metal: '#9aa2af',
  shade: '#6c7482',
  glow: '#ffffff',
}
