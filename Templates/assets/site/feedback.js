// Whether a text helped: the answer is sent without leaving the page. Without a script the form does it.
const form = document.querySelector("[data-feedback]");
const buttons = form.querySelectorAll("button");
const status = form.parentElement.querySelector("[role=status]");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  for (const button of buttons) button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (!answer.ok) throw new Error(String(answer.status));
    status.textContent = form.dataset.thanks;
  } catch {
    status.textContent = form.dataset.failed;
    for (const button of buttons) button.disabled = false;
  }
});
