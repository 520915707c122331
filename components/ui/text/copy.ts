/** Copies a text to the clipboard, within a click; false if the browser doesn't allow it. */
export async function copy(text: string): Promise<boolean> {
  // The Clipboard API exists only on https and localhost, not in a LAN over plain http.
  const isWritten = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  return isWritten || copySelection(text)
}

/** Copies like Ctrl+C: selects something, then replaces the copied content with the text. */
function copySelection(text: string): boolean {
  const selection = document.getSelection()
  const before = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const stand = document.createElement('span')
  stand.textContent = text
  stand.style.cssText = 'position: fixed; inset: 0 auto auto 0; clip-path: inset(50%); white-space: pre'
  document.body.append(stand)
  selection?.selectAllChildren(stand)
  let isDone = false
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    isDone = event.clipboardData !== null
  }
  document.addEventListener('copy', put, { capture: true })
  try {
    return document.execCommand('copy') && isDone
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', put, { capture: true })
    stand.remove()
    selection?.removeAllRanges()
    if (before) selection?.addRange(before)
  }
}
