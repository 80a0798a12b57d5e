// Two frames first, so that the page and its banner are drawn behind the browser's own box.
requestAnimationFrame(() => requestAnimationFrame(() => {
  alert(document.getElementById("texte-alerte").textContent);
}));
