/** How deep objects and lists lie in each other; without recursion, because the depth is what is in doubt. */
export function depthOf(text: string): number {
  let [depth, deepest, isText] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isText && character === '\\') at++
    else if (character === '"') isText = !isText
    else if (!isText && (character === '{' || character === '[')) deepest = Math.max(deepest, ++depth)
    else if (!isText && (character === '}' || character === ']')) depth--
  }
  return deepest
}
