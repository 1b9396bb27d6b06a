// Days of answer on the calendar: by when a request that is made today is answered.
import { addWorkingDays, localDate } from "./hours.js";

for (const element of document.querySelectorAll("[data-reply-days]")) {
  try {
    const channel = JSON.parse(element.dataset.hours);
    // No day is named by hours that nobody has looked at for long.
    if (channel.sure < localDate(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now())) continue;
    const day = addWorkingDays(channel, Date.now(), Number(element.dataset.replyDays.split("-").pop()));
    if (day === null) continue;
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" });
    element.textContent = element.dataset.by.replace("{date}", format.format(Date.parse(day)));
    element.hidden = false;
  } catch { /* the line above says it in working days */ }
}
