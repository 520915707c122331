import type { Notice } from './notice-text.ts'

/** False where the browser shows notifications for installed apps alone, as on Android. */
export function showNotice({ title, body, href, tag }: Notice): boolean {
  try {
    const notice = new Notification(title, { body, tag })
    notice.onclick = () => {
      notice.close()
      // A tab of its own: what stands in this one is kept. The name finds it again.
      const opened = window.open(href, tag)
      if (opened) opened.focus()
      else window.location.assign(href)
    }
    return true
  } catch {
    return false
  }
}
