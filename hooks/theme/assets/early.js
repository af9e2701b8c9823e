/* Runs before the page is painted, so that the chosen scheme and size never flash. */
(function (html) {
  "use strict";
  html.className = "js";
  try {
    var scheme = localStorage.getItem("campaign-scheme");
    if (localStorage.getItem("campaign-large")) html.classList.add("large");
    if (scheme) html.setAttribute("data-scheme", scheme);
  } catch (error) { return; }
})(document.documentElement);
