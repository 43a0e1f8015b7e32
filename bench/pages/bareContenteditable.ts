export {};
// Nothing but the browser's own editing: the limit.
const page = document.querySelector<HTMLElement>('#page');
const request = await fetch('content.html');
if (page) {
  page.innerHTML = await request.text();
  page.contentEditable = 'true';
  page.focus();
}
document.body.dataset.ready = 'yes';
